// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "agreement/agreement.hpp"
#include "io/control_report.hpp"
#include "io/derived_gates.hpp"
#include "io/named_files.hpp"
#include "network/repair.hpp"
#include "scenario/scenario.hpp"

namespace aidway {

/// A scenario with the agreements of its folder, in the order of their file names.
struct ScenarioFolder {
    std::shared_ptr<const Scenario> scenario;
    std::vector<DatedAgreement> agreements;
    std::vector<Provenance> agreement_provenance;
    std::vector<Repair> repairs;                   ///< made or noticed when the network was built
    std::vector<DerivedGate> derived_gates;        ///< gates made where named roads cross the front
    std::vector<ControlFinding> control_findings;  ///< overlaps, slivers and gaps of the areas of control
    std::vector<std::string> notes;                ///< all that in words, and where the folder has another name
};

/// Reads scenario.yaml, agreements/*.yaml and every layer and table they name. All faults of all files come together
/// in one ScenarioError. IoError when the folder or scenario.yaml cannot be read at all. Nothing is read but what the
/// scope allows.
[[nodiscard]] ScenarioFolder read_scenario_folder(const std::filesystem::path& folder, const ReadingScope& scope = {});

}  // namespace aidway
