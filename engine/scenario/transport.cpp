// SPDX-License-Identifier: Apache-2.0
#include "scenario/transport.hpp"

namespace aidway {

const Type& describe(Tag<RoadColumnsRecord>) {
    using R = RoadColumnsRecord;
    static const auto type = record<R>(
        "columns", "Which columns of a layer of roads say what; a name left out is a column it does not have.",
        {optional("road", &R::road, "name of the road a line is part of"),
         optional("gate", &R::gate, "name of the gate a line lies in"),
         optional("road_class", &R::road_class, "class of the road"),
         optional("one_way", &R::one_way,
                  "yes (or F): passable in drawing order alone; -1 (or T): against it; no (or B) or empty: both ways"),
         optional("length_m", &R::length_m, "length in metres; empty: as drawn"),
         optional("length_km", &R::length_km, "length in kilometres; empty: as drawn"),
         optional("surface", &R::surface, "surface, in the words of vehicles"),
         optional("condition", &R::condition, "how rough, in the words of vehicles"),
         optional("features", &R::features, "what it leads over or through, such as ford; words parted by commas"),
         optional("barred", &R::barred, "kinds of traffic that may not use it, such as heavy; parted by commas"),
         optional("max_weight_t", &R::max_weight_t, "limit of weight in tonnes, or with a unit"),
         optional("max_height_m", &R::max_height_m, "limit of height in metres, or with a unit"),
         optional("max_speed_km_h", &R::max_speed_km_h, "limit of speed in km/h, or with a unit")});
    return type;
}

const Type& describe(Tag<PlaceTableRecord>) {
    using P = PlaceTableRecord;
    static const auto type =
        record<P>("places", "A table of places that the links of the layer lead between.",
                  {required("table", &P::table, "CSV file of places"),
                   optional("name", &P::name, "its column with the name of a place"),
                   optional("lon", &P::lon, "its column with the longitude in degrees"),
                   optional("lat", &P::lat, "its column with the latitude in degrees"),
                   optional("from", &P::from, "the layer's column with the place where a link begins"),
                   optional("to", &P::to, "the layer's column with the place where it ends")});
    return type;
}

const Type& describe(Tag<OsmRecord>) {
    static const auto type =
        record<OsmRecord>("osm", "How an OpenStreetMap file is read.",
                          {optional("meanings", &OsmRecord::meanings, "file that says what its tags mean"),
                           optional("ferries", &OsmRecord::ferries, "whether ferries are roads too")});
    return type;
}

const Type& describe(Tag<NetworkRecord>) {
    static const auto type = record<NetworkRecord>(
        "network", "The layer the road network is built from.",
        {required("layer", &NetworkRecord::layer,
                  "line layer with the columns road, gate and road_class, or those named; or an OpenStreetMap file"),
         optional("columns", &NetworkRecord::columns, "names of the layer's columns, where they are others"),
         optional("places", &NetworkRecord::places,
                  "a table of places: the layer is then a CSV file of links between them, drawn as straight lines"),
         optional("osm", &NetworkRecord::osm, "how an OpenStreetMap file is read"),
         optional("join_within", &NetworkRecord::join_within, "line ends nearer than this are one junction",
                  at_least(0)),
         optional("join_crossings", &NetworkRecord::join_crossings,
                  "true where lines that cross without a common vertex meet there; bridges and tunnels do not"),
         optional("schematic", &NetworkRecord::schematic,
                  "true where lines show what is connected, not where a road lies; maps then say so")});
    return type;
}

const Type& describe(Tag<RoadRecord>) {
    static const auto type =
        record<RoadRecord>("road", "A road that an agreement can name.",
                           {required("name", &RoadRecord::name, "name as people say it"),
                            required("gates", &RoadRecord::gates, "the gates that opening this road opens")});
    return type;
}

const Type& describe(Tag<GateRecord>) {
    static const auto type = record<GateRecord>(
        "gate", "A gate on the network and what passing it takes.",
        {required("name", &GateRecord::name, "name as people say it"),
         optional("at", &GateRecord::at,
                  "place of a gate that the layer does not name: every road at the nearest junction lies in it"),
         optional("within", &GateRecord::within, "how far that junction may lie; 200 m unless given", at_least(0)),
         optional("front", &GateRecord::front, "whether it crosses a front or siege line"),
         optional("lanes", &GateRecord::lanes, "trucks inspected at a time", between(1, 16)),
         optional("inspection", &GateRecord::inspection, "inspection of one truck; 0 s where nobody inspects",
                  at_least(0)),
         optional("trucks_per_day", &GateRecord::trucks_per_day, "trucks of aid let through in a day, at most"),
         optional("goods_per_day", &GateRecord::goods_per_day, "traders' goods let through in a day, at most",
                  at_least(0)),
         optional("fees", &GateRecord::fees,
                  "what traders pay on a way through it, all in all, as a share of what their goods are worth; of "
                  "several gates on a way the dearest counts",
                  between(0, 10))});
    return type;
}

const Type& describe(Tag<FrontRecord>) {
    using F = FrontRecord;
    static const auto type = record<F>(
        "fronts", "Passing a front where a named road crosses it and the scenario names no gate; and its history.",
        {optional("aid", &F::aid, "baseline for aid"), optional("goods", &F::goods, "baseline for traders' goods"),
         optional("civilians", &F::civilians, "baseline for civilians"),
         optional("lanes", &F::lanes, "trucks inspected at a time", between(1, 16)),
         optional("inspection", &F::inspection, "inspection of one truck", at_least(0)),
         optional("resumes", &F::resumes,
                  "how the history of control and gates goes on after it stood still: shifted or unshifted")});
    return type;
}

const Type& describe(Tag<FleetRecord>) {
    static const auto type = record<FleetRecord>(
        "fleet", "Trucks of one kind at one depot.",
        {required("depot", &FleetRecord::depot, "where they load and return to"),
         required("vehicle", &FleetRecord::vehicle, "how fast they go"),
         required("trucks", &FleetRecord::trucks, "trucks at hand", at_least(0)),
         required("payload", &FleetRecord::payload, "mass that one truck carries", more_than(0)),
         required("space", &FleetRecord::space, "volume that one truck carries", more_than(0)),
         required("convoy_trucks", &FleetRecord::convoy_trucks, "trucks in one convoy, at most", at_least(1)),
         required("convoys_per_week", &FleetRecord::convoys_per_week, "convoys from this depot, at most", at_least(0)),
         optional("announced_per_truck", &FleetRecord::announced_per_truck,
                  "people that agencies announce as served, per truck; not rations"),
         optional("crews", &FleetRecord::crews,
                  "crews at hand, one for each truck that is away; as many as trucks unless given", at_least(0))});
    return type;
}

const Type& describe(Tag<MovementRecord>) {
    static const auto type = record<MovementRecord>(
        "movement", "The convoy's day.",
        {optional("hours", &MovementRecord::hours, "when convoys leave depots and pass gates"),
         optional("crew", &MovementRecord::crew, "from departure until back at the depot, at most", more_than(0)),
         optional("wait_limit", &MovementRecord::wait_limit, "a truck that would wait longer at a gate returns",
                  at_least(0)),
         optional("reroute", &MovementRecord::reroute,
                  "whether a convoy that finds a gate shut or full looks for another way from there")});
    return type;
}

}  // namespace aidway
