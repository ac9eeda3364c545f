// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/price.hpp"

#include <algorithm>

#include "core/real_math.hpp"

namespace aidway {

void PriceIndex::begin(const OutcomeScope& scope) {
    residents_.begin(scope);
    const auto cells = scope.communities() * static_cast<std::size_t>(scope.weeks());
    inflow_.assign(cells, Mass{});
    needed_.assign(cells, Mass{});
}

void PriceIndex::see(const Event& event, const OutcomeScope& scope) {
    residents_.see(event);
    if (event.kind == EventKind::informal_inflow || event.kind == EventKind::market_inflow) {
        inflow_[scope.week_cell(event)] += event.mass;
    }
    // People eat all the time, so stretches of eating make up the time that needs.
    if (event.kind == EventKind::eaten) {
        needed_[scope.week_cell(event)] += scope.need_of(residents_.during(event) * event.count);
    }
}

void PriceIndex::end(const OutcomeScope& scope) {
    log_index_.assign(inflow_.size(), 0.0);
    if (!scope.price) return;
    const auto& price = *scope.price;
    for (std::size_t cell = 0; cell < inflow_.size(); ++cell) {
        const Mass need = needed_[cell];
        const double share =
            need > Mass{} ? static_cast<double>(inflow_[cell].ticks()) / static_cast<double>(need.ticks()) : 0.0;
        log_index_[cell] =
            -price.elasticity * real_log(std::max(share, price.floor) / std::max(price.inflow_before, price.floor));
    }
}

void WeeklyPrice::finish(const OutcomeScope&, std::span<double> cells) const {
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = real_exp(log_index(i));
}

void PriceMean::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) {
        double sum = 0;
        for (std::int64_t w = 0; w < scope.weeks(); ++w) {
            const std::int64_t length_s = std::min(scope.week_s, scope.length_s() - w * scope.week_s);
            sum += log_index(c * static_cast<std::size_t>(scope.weeks()) + static_cast<std::size_t>(w)) *
                   static_cast<double>(length_s);
        }
        cells[c] = real_exp(sum / static_cast<double>(scope.length_s()));
    }
}

}  // namespace aidway
