// SPDX-License-Identifier: Apache-2.0
#include "agreement/term_scope.hpp"

#include <algorithm>

#include "scenario/theatre.hpp"

namespace aidway {

void Resolver::begin(Mark at, const std::vector<Name>& obliges) {
    at_ = at;
    obliges_ = &obliges;
}

void Resolver::fault(Mark at, std::string message) { faults_.push_back({file_, at, "", std::move(message)}); }

template <class T>
void Resolver::known(const Name& name, const char* what, const Named<T>& table) {
    references_.push_back({what, name.text});
    if (table.contains(name.text)) return;
    fault(name.at,
          std::string("no ") + what + " '" + name.text + "' in scenario.yaml" + suggestion(name.text, table.names()));
}

void Resolver::road(const Name& name) { known(name, "road", record_.roads); }
void Resolver::party(const Name& name) { known(name, "party", record_.parties); }
void Resolver::gate(const Name& name) { known(name, "gate", record_.gates); }
void Resolver::goods(const Name& name) { known(name, "class of goods", record_.goods); }
void Resolver::community(const Name& name) { known(name, "community", record_.communities); }
void Resolver::overlay(const Name& name) { known(name, "overlay", record_.overlays); }
void Resolver::depot(const Name& name) { known(name, "depot", record_.depots); }
void Resolver::airfield(const Name& name) { known(name, "airfield", record_.airfields); }
void Resolver::air_operation(const Name& name) { known(name, "air operation", record_.air_operations); }

void Resolver::theatre(const Name& name) {
    std::vector<std::string> names;
    if (record_.violence) names = theatres_of(*record_.violence);
    std::erase(names, std::string());
    if (std::find(names.begin(), names.end(), name.text) != names.end()) return;
    fault(name.at, names.empty() ? "no theatre '" + name.text + "': the violence of scenario.yaml names none"
                                 : "no theatre '" + name.text + "' in scenario.yaml" + suggestion(name.text, names));
}

void Resolver::monitor(const Name& name, const std::vector<std::string>& others) {
    auto names = record_.monitors.names();
    names.insert(names.end(), others.begin(), others.end());
    if (std::find(names.begin(), names.end(), name.text) != names.end()) return;
    fault(name.at, "no monitor '" + name.text + "'" + suggestion(name.text, names));
}

std::vector<PartyId> holders_of(const Scenario& scenario, const std::vector<Name>& gates) {
    std::vector<PartyId> holders;
    for (const auto gate : gate_ids(scenario, gates)) {
        for (const auto& holding : scenario.baseline().holdings(gate)) {
            holders.insert(holders.end(), holding.parties.begin(), holding.parties.end());
        }
    }
    return holders;
}

std::vector<GateId> gate_ids(const Scenario& scenario, const std::vector<Name>& gates) {
    std::vector<GateId> ids;
    ids.reserve(gates.size());
    for (const auto& gate : gates) ids.push_back(*scenario.find_gate(gate.text));
    return ids;
}

std::vector<PartyId> party_ids(const Scenario& scenario, const std::vector<Name>& parties) {
    std::vector<PartyId> ids;
    ids.reserve(parties.size());
    for (const auto& party : parties) ids.push_back(*scenario.find_party(party.text));
    return ids;
}

std::vector<PartyId> obliged_parties(const TermScope& scope, const Rules& rules) {
    std::vector<PartyId> ids;
    for (const auto obligation : scope.obligations) ids.push_back(rules.obligations[obligation.index()].party);
    return ids;
}

void concerns_no_passage(const TermScope& scope, Rules& rules) {
    for (const auto obligation : scope.obligations) rules.obligations[obligation.index()].passage = false;
}

std::vector<Name> every_gate(const ScenarioRecord& record) {
    std::vector<Name> gates;
    for (const auto& [name, gate] : record.gates) gates.push_back(name);
    return gates;
}

}  // namespace aidway
