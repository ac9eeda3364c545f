// SPDX-License-Identifier: Apache-2.0
#include "access/line_gates.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

#include "network/grid_turn.hpp"

namespace aidway {
namespace {

struct Segment {
    GridPoint a, b;
};

bool boxes_meet(const Segment& p, const Segment& q) {
    const auto apart = [](std::int32_t a, std::int32_t b, std::int32_t c, std::int32_t d) {
        return std::max(a, b) < std::min(c, d) || std::max(c, d) < std::min(a, b);
    };
    return !apart(p.a.lon, p.b.lon, q.a.lon, q.b.lon) && !apart(p.a.lat, p.b.lat, q.a.lat, q.b.lat);
}

/// Whether two segments have a point in common.
bool meet(const Segment& p, const Segment& q) {
    if (!boxes_meet(p, q)) return false;
    return sign(turn(q.a, q.b, p.a)) * sign(turn(q.a, q.b, p.b)) <= 0 &&
           sign(turn(p.a, p.b, q.a)) * sign(turn(p.a, p.b, q.b)) <= 0;
}

void add_segments(const std::vector<LonLat>& points, std::vector<Segment>& segments) {
    for (std::size_t i = 1; i < points.size(); ++i) {
        segments.push_back({grid_point(points[i - 1]), grid_point(points[i])});
    }
}

/// The box round segments, as one from corner to corner.
Segment box_round(const std::vector<Segment>& segments) {
    Segment box{segments.front().a, segments.front().a};
    const auto widen = [&box](GridPoint point) {
        box.a = {std::min(box.a.lon, point.lon), std::min(box.a.lat, point.lat)};
        box.b = {std::max(box.b.lon, point.lon), std::max(box.b.lat, point.lat)};
    };
    for (const Segment& segment : segments) {
        widen(segment.a);
        widen(segment.b);
    }
    return box;
}

bool any_meets(const std::vector<Segment>& line, const Segment& segment) {
    return std::any_of(line.begin(), line.end(), [&](const Segment& part) { return meet(part, segment); });
}

/// The lower arcs of the pieces that the line crosses, ascending.
std::vector<ArcId> crossed(const RoadNetwork& network, const std::vector<Segment>& line,
                           const std::vector<Gate>& known) {
    std::vector<bool> in_gate(network.arc_count(), false);
    for (const Gate& gate : known) {
        for (const ArcId arc : gate.arcs) in_gate[arc.index()] = true;
    }
    std::vector<ArcId> pieces;
    if (line.empty()) return pieces;
    const Segment box = box_round(line);
    std::vector<Segment> road;
    for (std::uint32_t number = 0; number < network.arc_count(); ++number) {
        const ArcId arc{number};
        const ArcId back = network.reverse()[number];
        if (back < arc || in_gate[number] || (back != no_arc && in_gate[back.index()])) continue;
        road.clear();
        add_segments(network.shape(arc), road);
        if (std::any_of(road.begin(), road.end(),
                        [&](const Segment& s) { return boxes_meet(box, s) && any_meets(line, s); })) {
            pieces.push_back(arc);
        }
    }
    return pieces;
}

/// Numbers pieces so that those share one that meet at a junction on the line: the lowest of them.
std::vector<std::size_t> grouped(const RoadNetwork& network, const std::vector<Segment>& line,
                                 const std::vector<ArcId>& pieces) {
    std::vector<std::size_t> group(pieces.size());
    std::iota(group.begin(), group.end(), std::size_t{0});
    std::map<NodeId, std::size_t> first;  // at each junction on the line
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        for (const NodeId node : {network.tail()[pieces[i].index()], network.head()[pieces[i].index()]}) {
            const GridPoint at = network.point()[node.index()];
            if (!any_meets(line, {at, at})) continue;
            const auto [there, fresh] = first.try_emplace(node, group[i]);
            if (fresh) continue;
            const std::size_t low = std::min(group[i], there->second), high = std::max(group[i], there->second);
            std::replace(group.begin(), group.end(), high, low);
            for (auto& [at_node, number] : first) number = number == high ? low : number;
        }
    }
    return group;
}

}  // namespace

std::vector<LineGate> line_gates(const RoadNetwork& network, const GateLine& line, const std::vector<Gate>& known) {
    std::vector<Segment> segments;
    for (const auto& part : line.parts) add_segments(part, segments);
    const auto pieces = crossed(network, segments, known);
    const auto group = grouped(network, segments, pieces);
    std::vector<LineGate> gates;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (group[i] != i) continue;
        const std::string name = line.name + "-" + std::to_string(gates.size() + 1);
        LineGate made{{name, entity_key({name}), {}}, network.position(network.tail()[pieces[i].index()])};
        for (std::size_t k = i; k < pieces.size(); ++k) {
            if (group[k] != i) continue;
            made.gate.arcs.push_back(pieces[k]);
            if (const ArcId back = network.reverse()[pieces[k].index()]; back != no_arc) {
                made.gate.arcs.push_back(back);
            }
        }
        std::sort(made.gate.arcs.begin(), made.gate.arcs.end());
        gates.push_back(std::move(made));
    }
    return gates;
}

}  // namespace aidway
