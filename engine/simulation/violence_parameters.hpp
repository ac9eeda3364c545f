// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/draw.hpp"
#include "core/law.hpp"
#include "scenario/scenario_record.hpp"
#include "simulation/decay.hpp"

namespace aidway {

/// Incidents of one kind by one party.
struct IncidentSourceParameters {
    EntityKey key;  ///< of its name
    std::uint32_t party = 0;
    std::uint32_t kind = 0;  ///< bit of ViolenceKind
    double rate = 0;         ///< a day
    double severe = 0;
    double while_kept = 1.0;
    std::uint16_t theatre = 0;
    double share = 0;       ///< of its party's answers in the theatre
    double per_answer = 0;  ///< incidents a day for each that it is to bring
};

/// The places where the sources of one theatre strike.
struct TheatreParameters {
    std::vector<std::uint16_t> place_order;  ///< places, ascending by key
    std::vector<double> weights_to;          ///< in that order: weights so far, this one included
    std::optional<std::size_t> region;       ///< of communities, where one bears its name: its climate holds there
};

/// What an incident of a party brings.
struct Provocation {
    std::uint16_t party = 0;
    double brings = 0;  ///< further incidents of who answers
};

/// Violence that answers violence.
struct AnsweringParameters {
    double delay_s = 1;                               ///< mean time from an incident to one that answers it
    Decay to_come{1};                                 ///< share of the answers to an incident that comes after a time
    std::vector<std::vector<Provocation>> whom;       ///< per party: whom it answers, ascending by their keys
    std::vector<std::vector<std::uint32_t>> by_whom;  ///< per party: who answers it
    std::vector<std::vector<std::uint32_t>> by_what;  ///< per theatre and party: its sources there
    std::optional<double> most;                       ///< incidents a day of a source
};

/// What an incident does to convoys in its reach.
struct ConvoyAttackParameters {
    double hit = 0;
    double within_m = 0;
    Law trucks;  ///< share
    std::int64_t suspend_s = 0;
};

struct ViolenceParameters {
    std::vector<IncidentSourceParameters> sources;
    std::vector<TheatreParameters> theatres;
    std::size_t places = 0;
    std::size_t parties = 0;
    double near_m = 0;
    double on_route_m = 0;
    std::vector<std::vector<std::uint16_t>> gates_on_route;  ///< per place: those so near; set by the runner
    std::int64_t remembered_s = 0;
    double shuts_gate = 0;
    Law shut_for;
    double while_grounded = 0;
    double while_demilitarised = 1.0;
    std::optional<AnsweringParameters> answers;
    std::optional<ConvoyAttackParameters> convoys;
};

[[nodiscard]] ViolenceParameters violence_parameters(const ScenarioRecord& record, const ViolenceRecord& violence);

}  // namespace aidway
