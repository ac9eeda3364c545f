// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace aidway {

/// Has libosmium close a PBF file that it cannot read to its end; by itself it leaves such a file open for good, one
/// more for each that fails. Thread-safe; takes effect once. A reader's header is not to be asked for afterwards.
void close_pbf_files_that_fail();

}  // namespace aidway
