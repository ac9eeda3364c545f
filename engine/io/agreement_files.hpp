// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agreement/agreement.hpp"
#include "core/fields/reading.hpp"
#include "io/document.hpp"
#include "io/named_files.hpp"

namespace aidway {

/// What agreements are read against; what of it could not be read is not held against them.
struct AgreementFrame {
    const ScenarioRecord& record;
    const Document& scenario;
    std::optional<Calendar> calendar;
    bool gates_known = true;  ///< false where a layer that makes gates could not be read
};

/// Reads agreements/*.yaml of a scenario folder and flattens them; in the order of their file names. Faults go to
/// `reading`, also for one that is a link out of the folder.
[[nodiscard]] std::vector<DatedAgreement> read_agreement_files(const NamedFiles& files, const AgreementFrame& frame,
                                                               Reading& reading);

/// Adds a fault for each value of an agreement that is a law: its text says one thing.
void refuse_laws(Reading& reading);

}  // namespace aidway
