// SPDX-License-Identifier: Apache-2.0
#include "io/overlay_roads.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>
#include <variant>

#include "network/add_roads.hpp"
#include "network/nearest.hpp"

namespace aidway {
namespace {

/// Makes roads of overlays, whose ends are drawn to the junctions of a network.
class RoadMaker {
public:
    RoadMaker(const CheckedRecord& checked, const RoadNetwork& network)
        : checked_(checked), network_(network), nearest_(network) {}

    std::optional<LineFeature> road(const Name& name, const AddOverlay& add) const {
        const std::string path = fmt::format("overlays/{}/add/line", name.text);
        if (!checked_.given(path + "/0") && !checked_.given(path)) return std::nullopt;
        if (add.line.size() < 2) return refuse(path, "expected a line of two points or more");
        const Distance within = add.within.value_or(OverlayStretch::usually_within);
        const auto from = end(path, add.line.front(), within);
        const auto to = end(path, add.line.back(), within);
        if (!from || !to) return std::nullopt;
        if (*from == *to) return refuse(path, "both ends lie at one junction");
        LineFeature road;
        road.points = add.line;
        road.points.front() = network_.position(*from);
        road.points.back() = network_.position(*to);
        road.road = add.road;
        road.gate = name.text;
        road.kind.road_class = add.road_class;
        road.one_way = add.one_way;
        return road;
    }

private:
    std::optional<LineFeature> refuse(const std::string& path, std::string what) const {
        checked_.fault(path, std::move(what));
        return std::nullopt;
    }
    [[nodiscard]] std::optional<NodeId> end(const std::string& path, LonLat at, Distance within) const {
        const auto found = nearest_.nearest(at);
        if (found.distance <= within) return found.node;
        checked_.fault(path,
                       fmt::format("from the end at ({:.5f}, {:.5f}) the nearest junction is {:.3g} km away; "
                                   "expected at most {:g} km, or a greater 'within'",
                                   at.lon_deg, at.lat_deg, found.distance.metres() / 1000, within.metres() / 1000));
        return std::nullopt;
    }

    const CheckedRecord& checked_;
    const RoadNetwork& network_;
    NearestNode nearest_;
};

}  // namespace

std::shared_ptr<const RoadNetwork> with_overlay_roads(const CheckedRecord& checked, ScenarioRecord& record,
                                                      std::shared_ptr<const RoadNetwork> base) {
    std::vector<LineFeature> roads;
    std::optional<RoadMaker> maker;
    for (const auto& [name, overlay] : record.overlays) {
        const auto* add = std::get_if<AddOverlay>(&overlay.body);
        if (!add || base->node_count() == 0) continue;
        if (record.gates.contains(name.text)) {
            checked.fault(name.at, fmt::format("'{}' is the name of a gate already; the road that this overlay adds "
                                               "is a gate too: choose another",
                                               name.text));
            continue;
        }
        if (!maker) maker.emplace(checked, *base);
        auto road = maker->road(name, *add);
        if (!road) continue;
        roads.push_back(std::move(*road));
        GateRecord gate;
        gate.name = overlay.name;
        record.gates.add(name, std::move(gate));
    }
    return roads.empty() ? base : std::make_shared<const RoadNetwork>(with_roads(*base, roads));
}

}  // namespace aidway
