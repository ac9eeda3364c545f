// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "io/scenario_checks.hpp"
#include "network/nearest.hpp"

namespace aidway {
namespace {

constexpr double farthest_junction_m = 5'000;

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

template <class T>
void check_near(const CheckedRecord& checked, const Named<T>& places, const char* table, const NearestNode& nodes) {
    for (const auto& [name, place] : places) {
        const auto path = fmt::format("{}/{}/at", table, name.text);
        if (!checked.given(path)) continue;
        const auto distance_m = nodes.nearest(place.at).distance.metres();
        if (distance_m <= farthest_junction_m) continue;
        checked.fault(path,
                      fmt::format("the nearest junction of the network is {:.1f} km away; expected at most {:g} km",
                                  distance_m / 1000, farthest_junction_m / 1000));
    }
}

}  // namespace

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
