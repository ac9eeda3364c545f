// SPDX-License-Identifier: Apache-2.0
#include "agreement/consequence_checks.hpp"

#include <string>

namespace aidway {

void check_consequences(const Agreement& agreement, const ScenarioRecord& record, std::vector<Diagnostic>& faults) {
    std::vector<std::string> monitors;
    for (const auto& term : agreement.terms) {
        if (std::holds_alternative<Monitor>(term.body)) monitors.push_back(name_of(term));
    }
    for (const auto& term : agreement.terms) {
        const auto* consequence = std::get_if<Consequence>(&term.body);
        const bool own = term.place.agreement.empty() || term.place.agreement == agreement.name;
        if (!consequence || !own) continue;
        Resolver resolver(record, term.place.file, faults);
        if (consequence->by) {
            resolver.monitor(*consequence->by, monitors);
        } else if (monitors.empty()) {
            resolver.fault(term.place.at, "'" + name_of(term) +
                                              "' counts the reports of no monitor: add a 'monitor' term, or name a "
                                              "monitor of scenario.yaml in 'by'");
        }
    }
}

}  // namespace aidway
