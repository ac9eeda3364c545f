// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "agreement/agreement.hpp"

namespace aidway {

/// An agreement as it was written.
struct WrittenAgreement {
    Agreement agreement;
    bool whole = true;  ///< false where a part of its terms could not be read: then no name is called unknown
};

/// The agreements, in the same order, each with the terms of what it extends before its own, the terms it is
/// `without` switched off, and the date of what it extends where it gives none. Chains may be of any length and stand
/// in any order. Faults, each at its place: extending what is not there or oneself, around corners too; being without
/// a term that is not there.
[[nodiscard]] std::vector<Agreement> flatten(const std::vector<WrittenAgreement>& written,
                                             std::vector<Diagnostic>& faults);

}  // namespace aidway
