// SPDX-License-Identifier: Apache-2.0
#include "agreement/terms/lift_siege.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "agreement/words.hpp"

namespace aidway {
namespace {

using EnclaveEntry = Named<EnclaveRecord>::Entry;

/// The enclave that a community belongs to; nullptr when there is none.
const EnclaveEntry* enclave_of(const Name& community, const ScenarioRecord& record) {
    const auto found = std::find_if(record.enclaves.begin(), record.enclaves.end(), [&](const EnclaveEntry& entry) {
        const auto& members = entry.value.members;
        return std::find(members.begin(), members.end(), community) != members.end();
    });
    return found == record.enclaves.end() ? nullptr : &*found;
}

/// Each gate once, in the order in which the scenario has them.
std::vector<Name> gates_round(const LiftSiege& term, const ScenarioRecord& record) {
    std::vector<Name> gates;
    for (const auto& gate : every_gate(record)) {
        const bool in_line = std::any_of(term.communities.begin(), term.communities.end(), [&](const Name& community) {
            const auto* enclave = enclave_of(community, record);
            if (!enclave) return false;
            const auto& line = enclave->value.siege_line;
            return std::find(line.begin(), line.end(), gate) != line.end();
        });
        if (in_line) gates.push_back(gate);
    }
    return gates;
}

}  // namespace

const Type& describe(Tag<LiftSiege>) {
    static const auto type = record<LiftSiege>(
        "lift_siege", "The gates in the siege line of named communities are open to all, while the obliged keep it.",
        {required("communities", &LiftSiege::communities, "communities whose enclave has a siege_line")});
    return type;
}

std::string object_of(const LiftSiege& term) { return joined_keys(term.communities); }

void resolve(const LiftSiege& term, Resolver& resolver) {
    if (term.communities.empty()) {
        resolver.fault(resolver.at(), "lift_siege names no 'communities'; expected one community or more");
    }
    for (const auto& community : term.communities) {
        resolver.community(community);
        const auto* enclave = enclave_of(community, resolver.record());
        if (!enclave || !enclave->value.siege_line.empty()) continue;
        resolver.fault(community.at, fmt::format("enclave '{}' of community '{}' has no 'siege_line' in scenario.yaml: "
                                                 "there is no gate to open",
                                                 enclave->name.text, community.text));
    }
}

std::vector<PartyId> obliged_by_default(const LiftSiege& term, const Scenario& scenario) {
    return holders_of(scenario, gates_round(term, scenario.record()));
}

void apply(const LiftSiege& term, const TermScope& scope, Rules& rules) {
    for (const auto gate : gate_ids(scope.scenario, gates_round(term, scope.scenario.record()))) {
        for (const auto traffic : {Traffic::aid, Traffic::goods, Traffic::civilians}) {
            rules.passage.grant(gate, traffic,
                                {scope.from, scope.until, Access::open, {}, scope.obligations, scope.origin});
        }
    }
    rules.asks_anew = true;
}

std::string sentence(const LiftSiege& term, const Scenario& scenario) {
    const auto& record = scenario.record();
    std::vector<std::string> places;
    for (const auto& name : term.communities) places.push_back(record.communities.at(name.text).name);
    return fmt::format(
        "The siege of {} is lifted: aid convoys, traders' goods and civilians pass at all hours through {}.",
        join_words(places), gate_names(record, gates_round(term, record)));
}

std::string breach(const LiftSiege& term, const Scenario& scenario) {
    const auto& record = scenario.record();
    return kept_from_passing({Traffic::aid, Traffic::goods, Traffic::civilians}, {}, gates_round(term, record), record);
}

}  // namespace aidway
