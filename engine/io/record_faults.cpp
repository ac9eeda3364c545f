// SPDX-License-Identifier: Apache-2.0
#include "io/record_faults.hpp"

#include <utility>

#include "core/fields/canonical.hpp"
#include "core/fields/reading.hpp"
#include "io/document.hpp"
#include "io/scenario_checks.hpp"
#include "io/yaml.hpp"

namespace aidway {

std::vector<Diagnostic> record_faults(const ScenarioRecord& record, const std::string& where) {
    Reading reading;
    ScenarioRecord read_back;
    Node tree = parse_yaml(where, write_canonical(record), reading.faults);
    read(tree, {where, "", ""}, read_back, reading);
    const Document document(where, std::move(tree), reading.faults);
    const CheckedRecord checked{read_back, document, reading};
    check_names(checked);
    check_values(checked);
    check_roads(checked);
    for (auto& fault : reading.faults) {
        fault.file = where;
        fault.at = {};
    }
    return std::move(reading.faults);
}

}  // namespace aidway
