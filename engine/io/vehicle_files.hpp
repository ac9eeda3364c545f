// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "core/fields/reading.hpp"
#include "io/named_files.hpp"
#include "scenario/scenario_record.hpp"

namespace aidway {

/// Reads a file that says how a kind of vehicle drives; where its values come from is kept with paths that begin with
/// `under`. Nothing, with every fault, where it is wrong: besides the form, a law, and a source that its own `sources`
/// do not list. IoError as `read_text_file`.
[[nodiscard]] std::optional<VehicleFile> read_vehicle_file(const ShownPath& path, const std::string& under,
                                                           Reading& reading);

/// Gives a vehicle of the record what its profile says and it does not say itself, with provenance and sources. A
/// source whose key means something else in the record is called after the file too.
void take_profile(ScenarioRecord& record, const std::string& vehicle, const ShownPath& path, Reading& reading);

}  // namespace aidway
