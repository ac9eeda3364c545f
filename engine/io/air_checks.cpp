// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "io/scenario_checks.hpp"

namespace aidway {

void check_air(const CheckedRecord& checked) {
    constexpr double rounding = 1e-12;
    constexpr std::size_t most_air_operations = 64;  // requests by air tell theirs in six bits
    const auto& operations = checked.record.air_operations;
    for (const auto& [name, operation] : operations) {
        const auto path = "air_operations/" + name.text;
        const double sum = operation.damaged.value() + operation.out_of_zone.value();
        if (!checked.given(path + "/damaged") || !checked.given(path + "/out_of_zone") || sum <= 1.0 + rounding)
            continue;
        checked.fault(path + "/out_of_zone",
                      fmt::format("the shares damaged and out_of_zone add up to {:g}; expected at most 1", sum));
    }
    if (operations.size() <= most_air_operations) return;
    checked.fault(operations.name(most_air_operations).at,
                  fmt::format("one air operation too many: at most {}", most_air_operations));
}

}  // namespace aidway
