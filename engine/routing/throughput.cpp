// SPDX-License-Identifier: Apache-2.0
#include "routing/throughput.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "routing/flow.hpp"
#include "routing/gate_zones.hpp"

namespace aidway {
namespace {

constexpr std::int64_t most_trucks = 1'000'000'000;

/// Per arc of a gate the contiguous part of the gate that it lies in: its least arc.
std::map<ArcId, ArcId> parts_of(const RoadNetwork& network, const Gate& gate) {
    std::map<NodeId, std::vector<ArcId>> at;
    for (const ArcId arc : gate.arcs) {
        for (const NodeId end : {network.tail()[arc.index()], network.head()[arc.index()]}) at[end].push_back(arc);
    }
    std::map<ArcId, ArcId> part;
    for (const ArcId first : gate.arcs) {
        if (!part.emplace(first, first).second) continue;
        for (std::vector<ArcId> open{first}; !open.empty();) {
            const ArcId arc = open.back();
            open.pop_back();
            for (const NodeId end : {network.tail()[arc.index()], network.head()[arc.index()]}) {
                for (const ArcId next : at[end]) {
                    if (part.emplace(next, first).second) open.push_back(next);
                }
            }
        }
    }
    return part;
}

/// How the parts of a gate, which share what it lets through, are taken.
enum class Parts : std::uint8_t {
    apart,   ///< each lets all of it through
    as_one,  ///< who enters one may leave by another
};

/// The flow through counted gates: a vertex per zone, two per part of a gate with its number between them. Either way
/// of taking the parts lets through no less than there is.
class GateFlow {
public:
    GateFlow(const GateZones& zones, const PassageGraph& graph,
             std::span<const std::optional<std::int64_t>> trucks_per_day, Parts how)
        : flow_(zones.count()), trucks_(trucks_per_day), source_(flow_.add_vertex()), sink_(flow_.add_vertex()) {
        for (const std::uint32_t zone : zones.origins()) {
            if (zone != GateZones::no_zone) flow_.connect(source_, zone, Flow::unlimited);
        }
        for (const std::uint32_t zone : zones.places().front()) flow_.connect(zone, sink_, Flow::unlimited);
        std::map<std::uint32_t, std::map<ArcId, ArcId>> arc_parts;
        std::map<std::tuple<std::uint32_t, std::uint32_t, ArcId>, std::size_t> known;
        for (const auto& step : zones.steps()) {
            if (step.gate == GateZones::no_gate) {
                flow_.connect(step.from, step.to, Flow::unlimited);
                continue;
            }
            auto key = std::tuple(step.gate, 0U, ArcId{0});
            if (how == Parts::apart) {
                if (arc_parts.count(step.gate) == 0)
                    arc_parts[step.gate] = parts_of(graph.network(), graph.gates()[step.gate]);
                key = {step.gate, step.layer, arc_parts[step.gate].at(step.arc)};
            }
            const auto [entry, fresh] = known.try_emplace(key, parts_.size());
            if (fresh) add_part(step.gate);
            flow_.connect(step.from, parts_[entry->second].in, Flow::unlimited);
            flow_.connect(parts_[entry->second].out, step.to, Flow::unlimited);
        }
    }

    std::int64_t solve() { return flow_.maximise(source_, sink_); }

    /// After `solve`: gates that let no more through.
    [[nodiscard]] std::vector<GateId> binding() const {
        std::vector<GateId> found;
        for (const auto& part : parts_) {
            if (flow_.on_source_side(part.in) && !flow_.on_source_side(part.out)) found.push_back({part.gate});
        }
        return found;
    }

    /// After `solve`: where the parts of some gate carry more than it lets through, every part of a gate keeps to what
    /// it carries, or to its share of what the gate lets through.
    void share_out() {
        std::map<std::uint32_t, std::int64_t> carried;
        for (const auto& part : parts_) carried[part.gate] += flow_.sent(part.connection);
        if (std::all_of(carried.begin(), carried.end(),
                        [this](const auto& of) { return of.second <= *trucks_[of.first]; }))
            return;
        for (const auto& part : parts_) {
            const std::int64_t all = carried[part.gate], most = *trucks_[part.gate], sent = flow_.sent(part.connection);
            // The smaller part loses less than one truck by rounding.
            flow_.set_capacity(part.connection, all <= most ? sent : multiplied(sent, most, all));
        }
    }

private:
    struct Part {
        std::uint32_t gate, in, out;
        std::size_t connection;
    };

    void add_part(std::uint32_t gate) {
        const std::uint32_t in = flow_.add_vertex(), out = flow_.add_vertex();
        parts_.push_back({gate, in, out, flow_.connect(in, out, *trucks_[gate])});
    }

    /// a x b / c, rounded down, where a is at most c.
    static std::int64_t multiplied(std::int64_t a, std::int64_t b, std::int64_t c) { return b / c * a + b % c * a / c; }

    Flow flow_;
    std::span<const std::optional<std::int64_t>> trucks_;
    std::uint32_t source_, sink_;
    std::vector<Part> parts_;
};

}  // namespace

Throughput throughput(std::span<const Traveller> travellers,
                      std::span<const std::optional<std::int64_t>> trucks_per_day) {
    check_travellers(travellers);
    const auto& first = travellers.front();
    if (first.places.empty()) throw std::invalid_argument("there is no place to come to");
    if (trucks_per_day.size() != first.states.size()) throw std::invalid_argument("expected one number per gate");
    std::vector<GateRole> roles;
    for (std::size_t gate = 0; gate < first.states.size(); ++gate) {
        const std::int64_t trucks = trucks_per_day[gate].value_or(0);
        if (trucks < 0 || trucks > most_trucks) throw std::invalid_argument("a number of trucks is from 0 to 1e9");
        roles.push_back(!first.states[gate].open ? GateRole::dropped
                                                 : (trucks_per_day[gate] ? GateRole::kept : GateRole::passed));
    }
    const GateZones zones(travellers, roles);
    if (zones.places().front().empty()) return {};
    Throughput found;
    found.reachable = true;
    GateFlow apart(zones, *first.graph, trucks_per_day, Parts::apart);
    found.at_most = apart.solve();
    if (found.at_most == Flow::unlimited) {
        found.unlimited = true;
        return found;
    }
    found.binding = apart.binding();
    GateFlow as_one(zones, *first.graph, trucks_per_day, Parts::as_one);
    if (const std::int64_t at_most = as_one.solve(); at_most < found.at_most) {
        found.at_most = at_most;
        found.binding = as_one.binding();
    }
    apart.share_out();
    found.at_least = apart.solve();
    const auto& gates = first.graph->gates();
    std::sort(found.binding.begin(), found.binding.end(),
              [&gates](GateId a, GateId b) { return gates[a.index()].name < gates[b.index()].name; });
    found.binding.erase(std::unique(found.binding.begin(), found.binding.end()), found.binding.end());
    return found;
}

}  // namespace aidway
