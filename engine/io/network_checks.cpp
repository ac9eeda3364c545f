// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "access/gates.hpp"
#include "access/placed_gates.hpp"
#include "io/osm/osm_file.hpp"
#include "io/scenario_checks.hpp"
#include "network/nearest.hpp"

namespace aidway {
namespace {

/// Whether faulty lines were left out: what is not in the network may be among them.
bool lines_are_missing(const CheckedRecord& checked) {
    const auto& faults = checked.reading.faults;
    const auto& network = checked.record.network;
    return std::any_of(faults.begin(), faults.end(), [&](const Diagnostic& fault) {
        return fault.file == network.layer || (network.places && fault.file == network.places->table);
    });
}

void check_gates(const CheckedRecord& checked, const std::vector<Gate>& gates, bool whole) {
    if (!checked.document.names_known("gates")) return;
    const auto& record = checked.record;
    std::vector<std::string> in_layer;
    in_layer.reserve(gates.size());
    for (const auto& gate : gates) in_layer.push_back(gate.name);
    for (const auto& [name, gate] : record.gates) {
        if (!whole || std::binary_search(in_layer.begin(), in_layer.end(), name.text)) continue;
        if (gate.at || !checked.document.lacks("gates/" + name.text + "/at")) continue;  // its place was told of
        if (is_osm_file(record.network.layer) && !record.network.places) {
            checked.fault(name.at, fmt::format("OpenStreetMap names no gates: say where gate '{}' stands, e.g. "
                                               "'at: [37.1, 36.2]'",
                                               name.text));
            continue;
        }
        checked.fault(name.at, fmt::format("no line of {} lies in gate '{}'{}", record.network.layer, name.text,
                                           suggestion(name.text, in_layer)));
    }
    for (const auto& name : in_layer) {
        if (record.gates.contains(name)) continue;
        checked.reading.faults.push_back({record.network.layer,
                                          {},
                                          "",
                                          fmt::format("gate '{}' has no entry under 'gates' in scenario.yaml{}", name,
                                                      suggestion(name, record.gates.names()))});
    }
}

/// Places of gates in the record, and the path of each.
std::vector<GatePlace> gate_places(const CheckedRecord& checked, const std::vector<Gate>& in_layer,
                                   std::vector<std::string>& paths) {
    std::vector<GatePlace> places;
    for (const auto& [name, gate] : checked.record.gates) {
        const auto path = fmt::format("gates/{}/at", name.text);
        if (!gate.at || !checked.given(path)) continue;
        const std::string& wanted = name.text;
        if (std::any_of(in_layer.begin(), in_layer.end(), [&](const Gate& g) { return g.name == wanted; })) {
            checked.fault(path, fmt::format("lines of {} lie in gate '{}' already: leave out 'at'",
                                            checked.record.network.layer, name.text));
            continue;
        }
        places.push_back({name.text, *gate.at, gate.within.value_or(GateRecord::nearest_within)});
        paths.push_back(path);
    }
    return places;
}

template <class T>
void check_near(const CheckedRecord& checked, const Named<T>& places, const char* table, const NearestNode& nodes) {
    for (const auto& [name, place] : places) {
        const auto path = fmt::format("{}/{}/at", table, name.text);
        if (!checked.given(path)) continue;
        const auto distance_m = nodes.nearest(place.at).distance.metres();
        if (distance_m <= farthest_junction.metres()) continue;
        checked.fault(path,
                      fmt::format("the nearest junction of the network is {:.1f} km away; expected at most {:g} km",
                                  distance_m / 1000, farthest_junction.metres() / 1000));
    }
}

}  // namespace

void check_osm(const CheckedRecord& checked, bool layer_is_osm) {
    const auto& network = checked.record.network;
    const auto refuse = [&](const char* key, const char* why) {
        checked.fault(checked.document.at(key), fmt::format("'{}' {}", network.layer, why));
    };
    if (!layer_is_osm && network.osm) refuse("network/osm", "is no OpenStreetMap file, of which this speaks");
    if (!layer_is_osm) return;
    if (network.columns) refuse("network/columns", "is OpenStreetMap data, which has tags and no columns");
    if (checked.given("network/join_within")) {
        refuse("network/join_within", "is OpenStreetMap data, whose roads meet at nodes: nothing is joined");
    }
}

GatesOnNetwork gates_on(const CheckedRecord& checked, const RoadNetwork& network,
                        const std::vector<GatePlace>& points) {
    GatesOnNetwork found{gates_of(network), {}};
    std::vector<std::string> paths;
    auto places = gate_places(checked, found.gates, paths);
    places.insert(places.end(), points.begin(), points.end());
    auto placed = place_gates(network, places);
    // Where lines were left out, the junction that is missed may have been on one of them.
    const bool whole = !lines_are_missing(checked);
    for (const auto& fault : placed.faults) {
        if (fault.place >= paths.size()) {
            found.not_placed.push_back({fault.place - paths.size(), fault.what});
        } else if (whole) {
            checked.fault(paths[fault.place], fault.what);
        }
    }
    std::move(placed.gates.begin(), placed.gates.end(), std::back_inserter(found.gates));
    std::sort(found.gates.begin(), found.gates.end(), [](const Gate& a, const Gate& b) { return a.name < b.name; });
    return found;
}

void check_network(const CheckedRecord& checked, const RoadNetwork& network, const std::vector<Gate>& gates) {
    const bool whole = !lines_are_missing(checked);
    check_gates(checked, gates, whole);
    if (!whole || network.node_count() == 0) return;
    const NearestNode nodes(network);
    check_near(checked, checked.record.depots, "depots", nodes);
    check_near(checked, checked.record.communities, "communities", nodes);
    check_near(checked, checked.record.outside, "outside", nodes);
}

}  // namespace aidway
