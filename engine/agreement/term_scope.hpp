// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "scenario/rules.hpp"

namespace aidway {

/// Something of the scenario that a term names.
struct Reference {
    std::string what;  ///< "road", "gate", "community", as a person would say it
    std::string name;
    bool operator==(const Reference&) const = default;
};

/// Gathers the faults of one agreement's references, each at its place, and what was referred to.
class Resolver {
public:
    Resolver(const ScenarioRecord& record, std::string file, std::vector<Diagnostic>& faults)
        : record_(record), file_(std::move(file)), faults_(faults) {}
    [[nodiscard]] const ScenarioRecord& record() const { return record_; }

    /// Turns to the next term: where it stands, and the parties that it says it obliges.
    void begin(Mark at, const std::vector<Name>& obliges);
    [[nodiscard]] Mark at() const { return at_; }
    [[nodiscard]] const std::vector<Name>& obliges() const { return *obliges_; }

    void road(const Name& name);
    void party(const Name& name);
    void gate(const Name& name);
    void goods(const Name& name);
    void community(const Name& name);
    void overlay(const Name& name);
    void depot(const Name& name);
    void airfield(const Name& name);
    void air_operation(const Name& name);
    /// A theatre of the scenario's violence.
    void theatre(const Name& name);
    /// A monitor of the scenario, or one of the other names that are given.
    void monitor(const Name& name, const std::vector<std::string>& others);
    void fault(Mark at, std::string message);

    /// All that was named since the beginning, in order, with repeats.
    [[nodiscard]] const std::vector<Reference>& references() const { return references_; }

private:
    template <class T>
    void known(const Name& name, const char* what, const Named<T>& table);

    const ScenarioRecord& record_;
    std::string file_;
    std::vector<Diagnostic>& faults_;
    Mark at_;
    const std::vector<Name>* obliges_ = nullptr;
    std::vector<Reference> references_;
};

/// What a term is given when it is applied: where it stands, what hangs on it, how long it lasts.
struct TermScope {
    const Scenario& scenario;
    PassageOrigin origin;
    std::vector<ObligationId> obligations;  ///< one per party obliged, ascending by party
    Instant from;                           ///< half open
    Instant until;
    std::string term{};  ///< its name
};

/// Everybody who holds one of these gates at some time of the period; with repeats.
[[nodiscard]] std::vector<PartyId> holders_of(const Scenario& scenario, const std::vector<Name>& gates);
/// The gates as the scenario knows them.
[[nodiscard]] std::vector<GateId> gate_ids(const Scenario& scenario, const std::vector<Name>& gates);
[[nodiscard]] std::vector<PartyId> party_ids(const Scenario& scenario, const std::vector<Name>& parties);
/// The parties of the obligations that hang on a term, in their order.
[[nodiscard]] std::vector<PartyId> obliged_parties(const TermScope& scope, const Rules& rules);
/// The obligations that hang on a term concern no passage: breaking them is not what consequences provoke.
void concerns_no_passage(const TermScope& scope, Rules& rules);
/// All gates of the scenario.
[[nodiscard]] std::vector<Name> every_gate(const ScenarioRecord& record);

}  // namespace aidway
