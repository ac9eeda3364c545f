// SPDX-License-Identifier: Apache-2.0
// Owns the precompiled GoogleTest header that every test binary reuses.
