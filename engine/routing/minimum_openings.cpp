// SPDX-License-Identifier: Apache-2.0
#include "routing/minimum_openings.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <stdexcept>

#include "routing/gate_delays.hpp"
#include "routing/opening_search.hpp"
#include "routing/route.hpp"
#include "routing/search.hpp"

namespace aidway {
namespace {

/// Gates in the order of their names.
std::vector<std::uint32_t> by_name(const std::vector<Gate>& gates) {
    std::vector<std::uint32_t> order(gates.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&gates](std::uint32_t a, std::uint32_t b) { return gates[a].name < gates[b].name; });
    return order;
}

/// When each place is reached, and by whom, once `set` is open.
class Afterwards {
public:
    explicit Afterwards(std::span<const Traveller> travellers) : travellers_(travellers) {}

    std::vector<Openings::Place> operator()(const std::vector<std::uint32_t>& set) {
        std::vector<Openings::Place> found(travellers_.front().places.size(), Openings::Place{no_way_ms, 0, {}});
        for (std::uint32_t t = 0; t < travellers_.size(); ++t) {
            search_from(travellers_[t], set);
            const auto& graph = *travellers_[t].graph;
            for (std::size_t place = 0; place < found.size(); ++place) {
                const std::uint32_t state = best_state(graph, travellers_[t].places[place], scratch_);
                if (scratch_.label[state] >= found[place].time_ms) continue;
                found[place] = {scratch_.label[state], t, {}};
                for (const std::uint32_t number : passages_to(graph, state, scratch_)) {
                    const std::uint32_t gate = graph.passages()[number].gate;
                    if (gate != PassageGraph::no_gate && !travellers_[t].states[gate].open)
                        found[place].opened.push_back({gate});
                }
            }
        }
        return found;
    }

private:
    void search_from(const Traveller& traveller, const std::vector<std::uint32_t>& set) {
        auto states = traveller.states;
        for (const std::uint32_t gate : set) states[gate].open = true;
        load_delays(*traveller.graph, states, delay_ms_);
        search(
            *traveller.graph, traveller.origin, std::uint32_t{0}, longest_ms, scratch_,
            [this](std::uint32_t now, const PassageGraph::Passage& passage) {
                return passed_ms(now, passage, delay_ms_.data());
            },
            [](NodeId, std::uint32_t) { return false; });
    }

    std::span<const Traveller> travellers_;
    std::vector<std::uint32_t> delay_ms_;
    SearchScratch<std::uint32_t> scratch_;
};

std::uint64_t all_times(const std::vector<Openings::Place>& places) {
    return std::accumulate(places.begin(), places.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const Openings::Place& place) { return sum + place.time_ms; });
}

}  // namespace

Openings minimum_openings(std::span<const Traveller> travellers, const OpeningOptions& options) {
    if (options.most_tries < 1 || options.most_sets < 1) throw std::invalid_argument("at least one set must be tried");
    check_travellers(travellers);
    std::vector<GateRole> roles;
    for (const GateState& state : travellers.front().states) {
        roles.push_back(state.open ? GateRole::passed : GateRole::kept);
    }
    const GateZones zones(travellers, roles);
    const auto order = by_name(travellers.front().graph->gates());
    std::vector<std::uint32_t> rank(order.size());
    for (std::uint32_t r = 0; r < order.size(); ++r) rank[order[r]] = r;
    const OpeningSets sets = smallest_opening_sets(zones, rank, options.most_tries, options.most_sets);

    Afterwards afterwards(travellers);
    Openings best;
    std::optional<std::uint64_t> best_time;
    for (const GateRanks& ranks : sets.sets) {
        std::vector<std::uint32_t> set;
        for (const std::uint32_t r : ranks) set.push_back(order[r]);
        auto reached = afterwards(set);
        const std::uint64_t time = all_times(reached);
        if (best_time && time >= *best_time) continue;  // sets come in the order of names
        best_time = time;
        best.gates.clear();
        for (const std::uint32_t gate : set) best.gates.push_back({gate});
        best.places = std::move(reached);
    }
    best.lower_bound = sets.lower_bound;
    const auto before = afterwards({});
    for (std::size_t place = 0; place < before.size(); ++place) {
        best.places[place].served_before = before[place].time_ms != no_way_ms;
        auto& opened = best.places[place].opened;
        std::sort(opened.begin(), opened.end(),
                  [&rank](GateId a, GateId b) { return rank[a.index()] < rank[b.index()]; });
        opened.erase(std::unique(opened.begin(), opened.end()), opened.end());
    }
    return best;
}

}  // namespace aidway
