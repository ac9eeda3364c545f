// SPDX-License-Identifier: Apache-2.0
#include "simulation/air_parameters.hpp"

namespace aidway {
namespace {

std::uint32_t goods_bits(const ScenarioRecord& record, const std::vector<Name>& goods) {
    if (goods.empty()) return (1U << record.goods.size()) - 1;
    std::uint32_t bits = 0;
    for (const auto& name : goods) bits |= 1U << *record.goods.index_of(name.text);
    return bits;
}

}  // namespace

std::vector<AirOperationParameters> air_parameters(const ScenarioRecord& record) {
    std::vector<AirOperationParameters> all;
    for (const auto& [name, operation] : record.air_operations) {
        auto hours = operation.hours;
        if (hours.all_day()) hours = {0, 86'400};
        all.push_back({entity_key({"air operation", name.text}), entity_key({"weather", operation.region}),
                       operation.aircraft.value * operation.sorties_per_day.value, operation.load,
                       goods_bits(record, operation.goods), hours.from_s, hours.until_s - hours.from_s,
                       operation.flyable.value(), operation.denied.value(), operation.altitude == DropAltitude::low,
                       operation.pallets.value, operation.usable.law, operation.damaged.value(),
                       operation.out_of_zone.value()});
    }
    return all;
}

}  // namespace aidway
