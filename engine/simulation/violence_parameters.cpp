// SPDX-License-Identifier: Apache-2.0
#include "simulation/violence_parameters.hpp"

#include <algorithm>
#include <numeric>
#include <string>

#include "scenario/theatre.hpp"
#include "scenario/violence_bits.hpp"
#include "simulation/climate_parameters.hpp"

namespace aidway {
namespace {

std::uint16_t party_of(const ScenarioRecord& record, const std::string& name) {
    return static_cast<std::uint16_t>(*record.parties.index_of(name));
}

/// The region of communities that bears the theatre's name.
std::optional<std::size_t> region_of(const ScenarioRecord& record, const std::string& theatre) {
    const auto regions = regions_of(record);
    const auto found = std::lower_bound(regions.begin(), regions.end(), theatre);
    if (theatre.empty() || found == regions.end() || *found != theatre) return std::nullopt;
    return static_cast<std::size_t>(found - regions.begin());
}

TheatreParameters places_of(const ViolenceRecord& violence, const std::string& theatre) {
    TheatreParameters p;
    std::vector<EntityKey> keys;
    for (const auto& [name, place] : violence.where) {
        if (theatre_of(place.theatre) == theatre) p.place_order.push_back(static_cast<std::uint16_t>(keys.size()));
        keys.push_back(entity_key({"incident place", name.text}));
    }
    std::sort(p.place_order.begin(), p.place_order.end(), [&](auto a, auto b) { return keys[a] < keys[b]; });
    double sum = 0;
    for (const auto place : p.place_order) p.weights_to.push_back(sum += violence.where[place].weight);
    return p;
}

/// As stated, or in proportion to the rates; evenly where nothing happens unprovoked. Added up in the order of keys,
/// so that the order of a file matters to no bit.
void share_answers(const ViolenceRecord& violence, std::vector<IncidentSourceParameters>& sources) {
    std::vector<std::size_t> order(sources.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return sources[a].key < sources[b].key; });
    for (std::size_t s = 0; s < sources.size(); ++s) {
        double rates = 0, alike = 0;
        for (const auto other : order) {
            if (sources[other].party != sources[s].party || sources[other].theatre != sources[s].theatre) continue;
            rates += sources[other].rate;
            alike += 1;
        }
        const auto& stated = violence.by[s].share;
        sources[s].share = stated ? stated->value() : rates > 0 ? sources[s].rate / rates : 1.0 / alike;
    }
}

AnsweringParameters answering_of(const ScenarioRecord& record, const AnsweringRecord& answers) {
    AnsweringParameters p;
    p.delay_s = static_cast<double>(answers.delay / Duration{1});
    p.to_come = Decay(p.delay_s);
    p.whom.resize(record.parties.size());
    const auto key = [&](const Provocation& x) { return entity_key({"party", record.parties.name(x.party).text}); };
    for (const auto& [who, row] : answers.by) {
        auto& provocations = p.whom[party_of(record, who.text)];
        for (const auto& [whom, brings] : row) provocations.push_back({party_of(record, whom.text), brings});
        std::sort(provocations.begin(), provocations.end(),
                  [&](const auto& a, const auto& b) { return key(a) < key(b); });
    }
    p.by_whom.resize(p.whom.size());
    for (std::uint32_t who = 0; who < p.whom.size(); ++who) {
        for (const auto& provocation : p.whom[who]) p.by_whom[provocation.party].push_back(who);
    }
    if (answers.most) p.most = answers.most->per_day();
    return p;
}

/// What is asked again and again of each source.
void know_answers(ViolenceParameters& p) {
    auto& by_what = p.answers->by_what;
    by_what.resize(p.theatres.size() * p.parties);
    for (std::uint32_t i = 0; i < p.sources.size(); ++i) {
        auto& source = p.sources[i];
        source.per_answer = source.share * (86'400.0 / p.answers->delay_s);
        by_what[source.theatre * p.parties + source.party].push_back(i);
    }
}

}  // namespace

ViolenceParameters violence_parameters(const ScenarioRecord& record, const ViolenceRecord& violence) {
    ViolenceParameters p;
    const auto theatres = theatres_of(violence);
    for (const auto& name : theatres) {
        p.theatres.push_back(places_of(violence, name));
        p.theatres.back().region = region_of(record, name);
    }
    for (const auto& [name, source] : violence.by) {
        p.sources.push_back({entity_key({"incidents", name.text}), party_of(record, source.party.text),
                             bit_of(source.kind), source.rate.per_day(), source.severe.value(),
                             source.while_kept.value(), theatre_index(theatres, source.theatre), 0.0, 0.0});
    }
    share_answers(violence, p.sources);
    p.places = violence.where.size();
    p.parties = record.parties.size();
    p.near_m = violence.near.metres();
    p.on_route_m = violence.on_route.metres();
    p.remembered_s = violence.remembered / Duration{1};
    p.shuts_gate = violence.shuts_gate.value();
    p.shut_for = violence.shut_for.law;
    p.while_grounded = violence.while_grounded.value();
    if (violence.while_demilitarised) p.while_demilitarised = violence.while_demilitarised->value();
    if (violence.answers) {
        p.answers = answering_of(record, *violence.answers);
        know_answers(p);
    }
    if (const auto& convoys = violence.convoys) {
        p.convoys = {convoys->hit.value(), convoys->within.value_or(violence.on_route).metres(), convoys->trucks.law,
                     convoys->suspend / Duration{1}};
    }
    return p;
}

}  // namespace aidway
