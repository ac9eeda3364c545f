// SPDX-License-Identifier: Apache-2.0
#include "agreement/not_covered.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "agreement/chapters.hpp"
#include "agreement/violence_words.hpp"
#include "agreement/words.hpp"
#include "scenario/theatre.hpp"
#include "scenario/violence_bits.hpp"

namespace aidway {
namespace {

/// A demand that is met by any term of these kinds, whatever it says.
struct Demand {
    std::vector<std::string_view> kinds;
    std::string_view unmet;
};

const std::vector<Demand>& demands() {
    static const std::vector<Demand> all{
        {{"demilitarise"}, "No term has weapons pulled back from a road."},
        {{"ground_aircraft"}, "No term keeps military aircraft on the ground."},
        {{"needs_based"}, "No term has aid shared out by need."},
        {{"air_delivery"}, "No term speaks of aid by air."},
        {{"monitor"}, "No term says who watches whether the agreement is kept."},
        {{"publish_terms"}, "No term makes the obligations public."},
        {{"consequence"}, "No term says what follows a breach."},
    };
    return all;
}

class Gaps {
public:
    Gaps(const Scenario& scenario, const DatedAgreement& dated)
        : scenario_(scenario),
          record_(scenario.record()),
          rules_(compile_rules(scenario, dated.agreement, dated.effective_from)) {
        for (const auto& term : dated.agreement.terms) {
            if (!term.on) continue;
            in_force_.push_back(&term);
            for (auto& reference : references_of(term, record_)) named_.insert({reference.what, reference.name});
        }
    }

    std::vector<std::string> told() {
        if (in_force_.empty()) return {};  // it says already that everything stays as it was
        violence();
        front();
        roads();
        sieges();
        traffic();
        permission();
        cargo();
        for (const auto& demand : demands()) {
            const bool met =
                std::any_of(demand.kinds.begin(), demand.kinds.end(), [&](auto kind) { return has(kind); });
            if (!met) said_.emplace_back(demand.unmet);
        }
        return std::move(said_);
    }

private:
    [[nodiscard]] bool has(std::string_view kind) const {
        return std::any_of(in_force_.begin(), in_force_.end(),
                           [&](const Term* term) { return kind_of(*term) == kind; });
    }

    [[nodiscard]] bool ends(PartyId party, const IncidentSourceRecord& source, std::uint16_t theatre) const {
        return std::any_of(rules_.cessations.begin(), rules_.cessations.end(), [&](const Cessation& cessation) {
            const auto& parties = cessation.parties;
            return cessation.covers(bit_of(source.kind), theatre) &&
                   std::find(parties.begin(), parties.end(), party) != parties.end();
        });
    }

    /// The violence of the scenario that goes on; where it names none, whether any is ended.
    void violence() {
        if (rules_.cessations.empty()) {
            said_.emplace_back("No term ends violence.");
            return;
        }
        // Where none speaks of one theatre, what goes on goes on in all of them.
        const bool some_theatre = std::any_of(rules_.cessations.begin(), rules_.cessations.end(),
                                              [](const Cessation& cessation) { return cessation.theatre.has_value(); });
        std::vector<std::string> goes_on;
        if (record_.violence) {
            const auto theatres = theatres_of(*record_.violence);
            for (const auto& [key, source] : record_.violence->by) {
                if (ends(*scenario_.find_party(source.party.text), source, theatre_index(theatres, source.theatre))) {
                    continue;
                }
                auto what = fmt::format("{} by {}", in_words(source.kind), record_.parties.at(source.party.text).name);
                if (source.theatre && some_theatre) what += fmt::format(" in the theatre '{}'", source.theatre->text);
                if (std::find(goes_on.begin(), goes_on.end(), what) == goes_on.end())
                    goes_on.push_back(std::move(what));
            }
        }
        if (!goes_on.empty()) said_.push_back(fmt::format("No term ends {}.", join_words(goes_on, "or")));
    }

    void front() {
        const bool held = std::any_of(rules_.cessations.begin(), rules_.cessations.end(),
                                      [](const Cessation& cessation) { return cessation.no_gain_of_ground; });
        if (scenario_.control() && !held) said_.emplace_back("No term holds the front where it is.");
    }

    void roads() {
        std::vector<std::string> silent;
        for (const auto& [key, road] : record_.roads) {
            const bool bears_on = std::any_of(road.gates.begin(), road.gates.end(), [&](const Name& gate) {
                return named_.contains({"gate", gate.text}) || opened_to_some(*scenario_.find_gate(gate.text));
            });
            if (!named_.contains({"road", key.text}) && !bears_on) silent.push_back(road.name);
        }
        if (!silent.empty()) said_.push_back(fmt::format("No term speaks of {}.", join_words(silent, "or")));
    }

    void sieges() {
        std::vector<std::string> besieged;
        for (const auto& [key, enclave] : record_.enclaves) {
            if (enclave.siege_line.empty() || lifted(enclave)) continue;
            for (const auto& member : enclave.members) besieged.push_back(record_.communities.at(member.text).name);
        }
        if (!besieged.empty())
            said_.push_back(fmt::format("No term lifts the siege of {}.", join_words(besieged, "or")));
    }

    [[nodiscard]] bool lifted(const EnclaveRecord& enclave) const {
        return std::any_of(in_force_.begin(), in_force_.end(), [&](const Term* term) {
            const auto* lift = std::get_if<LiftSiege>(&term->body);
            return lift && std::any_of(lift->communities.begin(), lift->communities.end(), [&](const Name& community) {
                       return std::find(enclave.members.begin(), enclave.members.end(), community) !=
                              enclave.members.end();
                   });
        });
    }

    /// Who is let through no gate by a term.
    void traffic() {
        std::vector<std::string> left_out;
        for (const auto traffic : {Traffic::aid, Traffic::goods, Traffic::civilians}) {
            if (!opened(traffic)) left_out.push_back(in_words(std::vector{traffic}));
        }
        if (!left_out.empty()) said_.push_back(fmt::format("No term opens a gate to {}.", join_words(left_out, "or")));
    }

    [[nodiscard]] bool opens(GateId gate, Traffic traffic) const {
        const auto grants = rules_.passage.grants(gate, traffic);
        return std::any_of(grants.begin(), grants.end(),
                           [](const Passage& passage) { return passage.origin != baseline_origin; });
    }

    [[nodiscard]] bool opened_to_some(GateId gate) const {
        return opens(gate, Traffic::aid) || opens(gate, Traffic::goods) || opens(gate, Traffic::civilians);
    }

    [[nodiscard]] bool opened(Traffic traffic) const {
        for (std::uint32_t gate = 0; gate < rules_.passage.gates(); ++gate) {
            if (opens({gate}, traffic)) return true;
        }
        return false;
    }

    void permission() {
        if (has("permission")) return;
        const auto& before = record_.permission;
        said_.push_back(
            before.procedure == Procedure::notification_only
                ? "No term changes how aid is permitted."
                : fmt::format("No term changes how aid is permitted off opened roads: it needs the consent of {}.",
                              party_names(record_, before.deciders)));
    }

    void cargo() {
        const bool sealed = std::any_of(in_force_.begin(), in_force_.end(), [](const Term* term) {
            const auto* checkpoint = std::get_if<Checkpoint>(&term->body);
            return checkpoint && checkpoint->seals_honoured;
        });
        if (!sealed && !has("protect_cargo"))
            said_.emplace_back("No term keeps goods from being removed from convoys.");
    }

    const Scenario& scenario_;
    const ScenarioRecord& record_;
    Rules rules_;
    std::vector<const Term*> in_force_;
    std::set<std::pair<std::string, std::string>> named_;  ///< what, and its name
    std::vector<std::string> said_;
};

}  // namespace

std::vector<std::string> not_covered(const Scenario& scenario, const DatedAgreement& dated) {
    return Gaps(scenario, dated).told();
}

}  // namespace aidway
