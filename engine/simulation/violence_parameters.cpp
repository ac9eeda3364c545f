// SPDX-License-Identifier: Apache-2.0
#include "simulation/violence_parameters.hpp"

#include <algorithm>
#include <numeric>

namespace aidway {

ViolenceParameters violence_parameters(const ScenarioRecord& record, const ViolenceRecord& violence) {
    ViolenceParameters p;
    for (const auto& [name, source] : violence.by) {
        p.sources.push_back({entity_key({"incidents", name.text}),
                             static_cast<std::uint32_t>(*record.parties.index_of(source.party.text)),
                             1U << static_cast<unsigned>(source.kind), source.rate.per_day(), source.severe.value(),
                             source.while_kept.value()});
    }
    std::vector<EntityKey> keys;
    for (const auto& [name, place] : violence.where) keys.push_back(entity_key({"incident place", name.text}));
    p.place_order.resize(keys.size());
    std::iota(p.place_order.begin(), p.place_order.end(), std::uint16_t{0});
    std::sort(p.place_order.begin(), p.place_order.end(), [&](auto a, auto b) { return keys[a] < keys[b]; });
    double sum = 0;
    for (const auto place : p.place_order) p.weights_to.push_back(sum += violence.where[place].weight);
    p.near_m = violence.near.metres();
    p.on_route_m = violence.on_route.metres();
    p.remembered_s = violence.remembered / Duration{1};
    p.shuts_gate = violence.shuts_gate.value();
    p.shut_for = violence.shut_for.law;
    return p;
}

}  // namespace aidway
