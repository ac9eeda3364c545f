// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/stock_out.hpp"

namespace aidway {

void EmptyStock::begin(const OutcomeScope& scope) { stocks_.assign(scope.communities(), {}); }

void EmptyStock::see(const Event& event, const OutcomeScope&) {
    if (event.kind == EventKind::stock_emptied) {
        auto& stock = stocks_[event.community];
        if (stock.since_s < 0) stock.since_s = event.at_s;
    } else if (event.kind == EventKind::stock_refilled) {
        auto& stock = stocks_[event.community];
        const std::int64_t day_over_s = stock.since_s + 86'400;
        if (stock.since_s >= 0 && stock.complete_s < 0 && day_over_s <= event.at_s) stock.complete_s = day_over_s;
        stock.since_s = -1;
    }
}

std::int64_t EmptyStock::complete_s(std::size_t community, const OutcomeScope& scope) const {
    const auto& stock = stocks_[community];
    if (stock.complete_s >= 0 || stock.since_s < 0) return stock.complete_s;
    return stock.since_s + 86'400 <= scope.until_s ? stock.since_s + 86'400 : -1;
}

void StockOut::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) cells[c] = complete_s(c, scope) >= 0 ? 1.0 : 0.0;
}

void DaysBeforeStockOut::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) {
        const std::int64_t at_s = complete_s(c, scope);
        cells[c] = static_cast<double>((at_s >= 0 ? at_s : scope.until_s) - scope.from_s) / 86'400.0;
    }
}

}  // namespace aidway
