// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/coverage_spread.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace aidway {

void GiniOfCoverage::finish(const OutcomeScope& scope, std::span<double> cells) const {
    double people = 0;
    double mean = 0;        // times people
    double difference = 0;  // times people squared, each pair once
    for (std::size_t a = 0; a < scope.communities(); ++a) {
        const auto here = static_cast<double>(residents().entitled(a));
        const double eaten = share(a, scope);
        people += here;
        mean += here * eaten;
        for (std::size_t b = 0; b < a; ++b) {
            const auto there = static_cast<double>(residents().entitled(b));
            difference += here * there * std::abs(eaten - share(b, scope));
        }
    }
    cells[0] = mean > 0 ? difference / (people * mean) : 0.0;
}

void WorstOff::finish(const OutcomeScope& scope, std::span<double> cells) const {
    std::optional<double> of_all, of_large;
    for (std::size_t c = 0; c < scope.communities(); ++c) {
        if (residents().person_seconds(c, scope.until_s) == 0) continue;
        const double eaten = share(c, scope);
        of_all = std::min(of_all.value_or(eaten), eaten);
        if (residents().entitled(c) >= least_people) of_large = std::min(of_large.value_or(eaten), eaten);
    }
    cells[0] = of_large.value_or(of_all.value_or(0.0));
}

}  // namespace aidway
