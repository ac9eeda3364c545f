// SPDX-License-Identifier: Apache-2.0
#include "routing/gate_zones.hpp"

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace aidway {
namespace {

/// Which nodes reach each other by arcs that are passed: their component each. Numbers follow from the graph alone.
std::vector<std::uint32_t> components(std::size_t nodes,
                                      const std::vector<std::pair<std::uint32_t, std::uint32_t>>& arcs,
                                      std::size_t& count) {
    using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                     boost::no_property, std::uint32_t>;
    const Graph graph(boost::edges_are_unsorted_multi_pass, arcs.begin(), arcs.end(),
                      static_cast<std::uint32_t>(nodes));
    std::vector<std::uint32_t> component(nodes);
    count = boost::strong_components(
        graph, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, graph)));
    return component;
}

GateRole role_of(std::uint32_t gate, std::span<const GateRole> roles) {
    return gate == PassageGraph::no_gate ? GateRole::passed : roles[gate];
}

/// Zones that can be reached from `begin` along steps, or against them.
std::vector<std::uint8_t> reached(const std::vector<std::vector<std::uint32_t>>& next,
                                  const std::vector<GateZones::Step>& steps, std::vector<std::uint32_t> begin,
                                  std::uint32_t GateZones::Step::*end) {
    std::vector<std::uint8_t> seen(next.size(), 0);
    for (const std::uint32_t zone : begin) seen[zone] = 1;
    while (!begin.empty()) {
        const std::uint32_t zone = begin.back();
        begin.pop_back();
        for (const std::uint32_t number : next[zone]) {
            const std::uint32_t there = steps[number].*end;
            if (seen[there] != 0) continue;
            seen[there] = 1;
            begin.push_back(there);
        }
    }
    return seen;
}

/// Whether two are on the same roads to the same junctions, so that they share zones.
bool alike(const Traveller& a, const Traveller& b) { return a.graph == b.graph && a.places == b.places; }

void index(std::size_t zones, const std::vector<GateZones::Step>& steps, std::vector<std::vector<std::uint32_t>>& out,
           std::vector<std::vector<std::uint32_t>>& in) {
    out.assign(zones, {});
    in.assign(zones, {});
    for (std::uint32_t number = 0; number < steps.size(); ++number) {
        out[steps[number].from].push_back(number);
        in[steps[number].to].push_back(number);
    }
}

}  // namespace

GateZones::GateZones(std::span<const Traveller> travellers, std::span<const GateRole> roles) {
    check_travellers(travellers);
    if (roles.size() != travellers.front().states.size()) throw std::invalid_argument("expected one role per gate");
    places_.resize(travellers.front().places.size());
    origins_.assign(travellers.size(), no_zone);
    std::uint32_t layer = 0;
    for (std::size_t first = 0; first < travellers.size(); ++first) {
        if (origins_[first] != no_zone) continue;  // on the roads of one before
        const auto component = add_layer(*travellers[first].graph, roles, layer++);
        for (std::size_t t = first; t < travellers.size(); ++t) {
            if (alike(travellers[t], travellers[first])) origins_[t] = component[travellers[t].origin.index()];
        }
        for (std::size_t p = 0; p < places_.size(); ++p) {
            places_[p].push_back(component[travellers[first].places[p].index()]);
        }
    }
    keep_what_leads_from_origins_to_places();
}

std::vector<std::uint32_t> GateZones::add_layer(const PassageGraph& graph, std::span<const GateRole> roles,
                                                std::uint32_t layer) {
    const auto ends = [&graph](std::uint32_t p) {
        return std::pair(graph.node()[graph.source()[p]].value, graph.node()[graph.passages()[p].target].value);
    };
    std::vector<std::pair<std::uint32_t, std::uint32_t>> passed;
    for (std::uint32_t p = 0; p < graph.passages().size(); ++p) {
        if (role_of(graph.passages()[p].gate, roles) == GateRole::passed) passed.push_back(ends(p));
    }
    std::size_t count = 0;
    auto zone = components(graph.network().node_count(), passed, count);
    for (auto& number : zone) number += static_cast<std::uint32_t>(count_);
    count_ += count;
    for (std::uint32_t p = 0; p < graph.passages().size(); ++p) {
        const auto& passage = graph.passages()[p];
        const GateRole role = role_of(passage.gate, roles);
        const auto [from, to] = ends(p);
        if (zone[from] == zone[to] || role == GateRole::dropped) continue;
        const std::uint32_t gate = role == GateRole::kept ? passage.gate : no_gate;
        steps_.push_back({zone[from], zone[to], gate, layer, passage.arc});
    }
    return zone;
}

void GateZones::keep_what_leads_from_origins_to_places() {
    index(count_, steps_, out_, in_);
    std::vector<std::uint32_t> ends;
    for (const auto& zones : places_) ends.insert(ends.end(), zones.begin(), zones.end());
    const auto from_origin = reached(out_, steps_, origins_, &Step::to);
    const auto to_place = reached(in_, steps_, ends, &Step::from);

    std::vector<std::uint32_t> renumbered(count_, no_zone);
    count_ = 0;
    for (std::size_t zone = 0; zone < renumbered.size(); ++zone) {
        if (from_origin[zone] != 0 && to_place[zone] != 0) renumbered[zone] = static_cast<std::uint32_t>(count_++);
    }
    std::vector<Step> kept;
    for (const Step& step : steps_) {
        const std::uint32_t from = renumbered[step.from], to = renumbered[step.to];
        if (from != no_zone && to != no_zone) kept.push_back({from, to, step.gate, step.layer, step.arc});
    }
    std::sort(kept.begin(), kept.end(), [](const Step& a, const Step& b) {
        return std::tie(a.from, a.to, a.gate, a.arc) < std::tie(b.from, b.to, b.gate, b.arc);
    });
    steps_ = std::move(kept);
    for (auto& zone : origins_) zone = renumbered[zone];
    for (auto& zones : places_) {
        for (auto& zone : zones) zone = renumbered[zone];
        zones.erase(std::remove(zones.begin(), zones.end(), no_zone), zones.end());
    }
    index(count_, steps_, out_, in_);
}

}  // namespace aidway
