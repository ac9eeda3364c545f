// SPDX-License-Identifier: Apache-2.0
#include "routing/gate_overlay.hpp"

#include <algorithm>
#include <limits>

#include "routing/route.hpp"
#include "routing/saturating.hpp"
#include "routing/search.hpp"

namespace aidway {
namespace {

constexpr std::uint64_t never = std::numeric_limits<std::uint64_t>::max();

/// Passages that enter a gate out of a state that one may come to or set out from.
std::vector<std::uint32_t> entrances_of(const PassageGraph& graph, std::span<const NodeId> places) {
    std::vector<std::uint8_t> met(graph.state_count(), 0);
    for (const auto& passage : graph.passages()) met[passage.target] = 1;
    for (const NodeId place : places) met[graph.first_state()[place.index()]] = 1;
    std::vector<std::uint32_t> found;
    for (std::uint32_t p = 0; p < graph.passages().size(); ++p) {
        if (graph.passages()[p].enters && met[graph.source()[p]] != 0) found.push_back(p);
    }
    return found;
}

}  // namespace

GateOverlay::GateOverlay(const PassageGraph& graph, std::span<const NodeId> places) : places_(places.size()) {
    const auto entrances = entrances_of(graph, places);
    for (const std::uint32_t p : entrances) gate_.push_back(graph.passages()[p].gate);
    time_ms_.resize((places_ + entrances.size()) * (entrances.size() + places_));
    SearchScratch<std::uint32_t> scratch;
    auto* into = time_ms_.data();
    const auto write_row = [&] {
        for (const std::uint32_t p : entrances) *into++ = scratch.label[graph.source()[p]];
        for (const NodeId place : places) *into++ = scratch.label[best_state(graph, place, scratch)];
    };
    // From a place one drives on roads in no gate; beyond an entrance, on those of its gate too, as long as one stays.
    const auto search_static = [&](std::uint32_t state, std::uint32_t start, std::uint32_t gate) {
        search_from_state(
            graph, state, start, longest_ms, scratch,
            [gate](std::uint32_t now, const PassageGraph::Passage& passage) {
                const bool free = passage.gate == PassageGraph::no_gate || (passage.gate == gate && !passage.enters);
                return free ? saturated_sum(now, passage.time_ms) : no_way_ms;
            },
            [](NodeId, std::uint32_t) { return false; });
        write_row();
    };
    for (const NodeId place : places) {
        search_static(graph.first_state()[place.index()], 0, PassageGraph::no_gate);
    }
    for (const std::uint32_t p : entrances) {
        const auto& passage = graph.passages()[p];
        search_static(passage.target, passage.time_ms, passage.gate);
    }
}

void GateOverlay::times_from(std::size_t from, std::span<const std::uint32_t> delay_ms,
                             std::span<std::uint32_t> times_ms, Scratch& scratch) const {
    const std::size_t count = gate_.size();
    scratch.before_ms.assign(count, never);
    scratch.there_ms.assign(places_, never);
    scratch.heap.clear();
    // Nobody goes on from a closed gate, so nobody need know when it is reached.
    scratch.open.clear();
    for (std::uint32_t e = 0; e < count; ++e) {
        if (delay_ms[gate_[e]] != no_way_ms) scratch.open.push_back(e);
    }
    const auto later = [](const Scratch::Entry& a, const Scratch::Entry& b) { return a.time_ms > b.time_ms; };
    std::uint64_t* const before = scratch.before_ms.data();
    std::uint64_t* const there = scratch.there_ms.data();
    const auto go_on = [&](const std::uint32_t* next, std::uint64_t now) {
        for (const std::uint32_t e : scratch.open) {
            if (now + next[e] >= before[e] || next[e] == no_way_ms) continue;
            before[e] = now + next[e];
            scratch.heap.push_back({before[e], e});
            std::push_heap(scratch.heap.begin(), scratch.heap.end(), later);
        }
        for (std::size_t place = 0; place < places_; ++place) {
            const std::uint32_t time = next[count + place];
            if (time != no_way_ms) there[place] = std::min(there[place], now + time);
        }
    };
    if (places_ == 0) return;
    go_on(row(from), 0);
    while (!scratch.heap.empty()) {
        std::pop_heap(scratch.heap.begin(), scratch.heap.end(), later);
        const auto [now, entrance] = scratch.heap.back();
        scratch.heap.pop_back();
        if (now != before[entrance]) continue;
        // Who is nowhere sooner than this gains nothing by what comes later.
        if (now >= *std::max_element(there, there + places_)) break;
        go_on(row(places_ + entrance), now + delay_ms[gate_[entrance]]);
    }
    for (std::size_t place = 0; place < places_; ++place) {
        // The plain search clips every sum; clipping the least of them once comes to the same.
        times_ms[place] = there[place] == never
                              ? no_way_ms
                              : static_cast<std::uint32_t>(std::min<std::uint64_t>(there[place], longest_ms));
    }
}

}  // namespace aidway
