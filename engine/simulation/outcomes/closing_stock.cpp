// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/closing_stock.hpp"

namespace aidway {

void ClosingStock::begin(const OutcomeScope& scope) { stock_.assign(scope.communities(), Mass{}); }

void ClosingStock::see(const Event& event, const OutcomeScope&) {
    if (event.kind == EventKind::closing_stock) stock_[event.community] += event.mass;
}

void ClosingStock::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < scope.communities(); ++c) {
        cells[c] = static_cast<double>(stock_[c].ticks()) / static_cast<double>((scope.need(c) * one_day).ticks());
    }
}

}  // namespace aidway
