// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/access_fields.hpp"
#include "core/fields/describe.hpp"
#include "scenario/procedure.hpp"
#include "scenario/vehicle.hpp"

namespace aidway {

/// Which columns of a layer of roads say what; a name left out is a column that it does not have.
struct RoadColumnsRecord {
    std::optional<std::string> road;
    std::optional<std::string> gate;
    std::optional<std::string> road_class;
    std::optional<std::string> one_way;
    std::optional<std::string> length_m;
    std::optional<std::string> length_km;
    std::optional<std::string> surface;
    std::optional<std::string> condition;
    std::optional<std::string> features;
    std::optional<std::string> barred;
    std::optional<std::string> max_weight_t;
    std::optional<std::string> max_height_m;
    std::optional<std::string> max_speed_km_h;
    bool operator==(const RoadColumnsRecord&) const = default;
};
const Type& describe(Tag<RoadColumnsRecord>);

/// A table of places that roads lead between, and how links name them. Defaults are those of Flee's route files.
struct PlaceTableRecord {
    std::string table;
    std::string name = "name";
    std::string lon = "lon";
    std::string lat = "lat";
    std::string from = "name1";
    std::string to = "name2";
    bool operator==(const PlaceTableRecord&) const = default;
};
const Type& describe(Tag<PlaceTableRecord>);

/// How an OpenStreetMap file is read.
struct OsmRecord {
    std::string meanings = "common:osm-roads.yaml";  ///< file that says what tags mean
    bool ferries = false;                            ///< whether ferries are roads too
    bool operator==(const OsmRecord&) const = default;
};
const Type& describe(Tag<OsmRecord>);

/// The layer the road network is built from.
struct NetworkRecord {
    std::string layer;
    std::optional<RoadColumnsRecord> columns;
    std::optional<PlaceTableRecord> places;       ///< then the layer is a table of links between them
    std::optional<OsmRecord> osm;                 ///< where the layer is an OpenStreetMap file
    Distance join_within = Distance::metres(10);  ///< line ends nearer than this are one junction
    std::optional<bool> join_crossings;           ///< lines that cross without a common vertex meet; else not
    bool schematic = false;                       ///< lines show connections, not where a road lies
    bool operator==(const NetworkRecord&) const = default;
};
const Type& describe(Tag<NetworkRecord>);

/// What passing a front takes where a named road crosses it and the scenario names no gate.
struct FrontRecord {
    Access aid = Access::closed;
    Access goods = Access::closed;
    Access civilians = Access::closed;
    Count lanes{1};
    Duration inspection{0};
    FrontResumes resumes = FrontResumes::shifted;
    bool operator==(const FrontRecord&) const = default;
};
const Type& describe(Tag<FrontRecord>);

/// A road that an agreement can name, and the gates on it.
struct RoadRecord {
    std::string name;
    std::vector<Name> gates;
    bool operator==(const RoadRecord&) const = default;
};
const Type& describe(Tag<RoadRecord>);

/// A gate on the network: where it stands, unless the layer says so, and what passing it takes.
struct GateRecord {
    static constexpr Distance nearest_within = Distance::metres(200);
    std::string name;
    bool front = false;  ///< crosses a front or siege line
    Count lanes{1};
    Duration inspection{0};                   ///< service time per truck; 0: nobody stops there
    std::optional<Count> trucks_per_day{};    ///< of aid, at most
    std::optional<MassRate> goods_per_day{};  ///< of trade, at most
    std::optional<LonLat> at{};               ///< the nearest junction is the gate, if it lies
    std::optional<Distance> within{};         ///< no farther than this; else than `nearest_within`
    double fees = 0;  ///< what traders pay on a way through it, as a share of what their goods are worth
    bool operator==(const GateRecord&) const = default;
};
const Type& describe(Tag<GateRecord>);

/// Trucks of one kind at one depot.
struct FleetRecord {
    Name depot;
    Name vehicle;
    Count trucks;
    Mass payload;                    ///< of one truck
    Volume space;                    ///< of one truck
    Count convoy_trucks;             ///< at most, in one convoy
    Count convoys_per_week;          ///< at most, from this depot
    Count announced_per_truck{950};  ///< people announced as served, per truck
    std::optional<Count> crews{};    ///< one for each truck that is away; else as many as trucks
    bool operator==(const FleetRecord&) const = default;
};
const Type& describe(Tag<FleetRecord>);

/// The convoy's day.
struct MovementRecord {
    Hours hours{6 * 3600, 18 * 3600};
    Duration crew = std::chrono::hours{10};       ///< from departure until back at the depot
    Duration wait_limit = std::chrono::hours{5};  ///< a truck waiting longer at a gate returns
    bool reroute = false;  ///< a convoy that finds a gate shut or full looks for another way from there
    bool operator==(const MovementRecord&) const = default;
};
const Type& describe(Tag<MovementRecord>);

}  // namespace aidway
