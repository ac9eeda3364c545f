// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/obligation_days.hpp"

#include <algorithm>

namespace aidway {
namespace {

constexpr double day_s = 86'400.0;

}  // namespace

void ObligationTimes::begin(const OutcomeScope& scope) { kept_.assign(scope.obligations.size(), {}); }

void ObligationTimes::see(const Event& event, const OutcomeScope& scope) {
    if (event.kind != EventKind::obligation_kept && event.kind != EventKind::obligation_broken) return;
    auto& kept = kept_[event.place];
    if (event.kind == EventKind::obligation_kept) {
        kept.since_s = event.at_s;
    } else if (kept.since_s >= 0) {
        // One that ends with its term is not said to be broken, so what is broken is still due.
        kept.before_s += std::min(event.at_s, scope.obligations[event.place].until_s) - kept.since_s;
        kept.since_s = -1;
    }
}

std::int64_t ObligationTimes::due_s(const OutcomeScope& scope, std::size_t party) {
    std::int64_t due = 0;
    for (const auto& o : scope.obligations) {
        if (o.party == party) due += std::max<std::int64_t>(0, o.until_s - o.from_s);
    }
    return due;
}

std::int64_t ObligationTimes::kept_s(const OutcomeScope& scope, std::size_t party) const {
    std::int64_t all = 0;
    for (std::size_t o = 0; o < kept_.size(); ++o) {
        const auto& due = scope.obligations[o];
        if (due.party != party) continue;
        const std::int64_t now_s = kept_[o].since_s >= 0 ? due.until_s - kept_[o].since_s : 0;
        all += kept_[o].before_s + std::max<std::int64_t>(0, now_s);
    }
    return all;
}

void ObligationDaysDue::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t p = 0; p < cells.size(); ++p) cells[p] = static_cast<double>(due_s(scope, p)) / day_s;
}

void ObligationDaysKept::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t p = 0; p < cells.size(); ++p) cells[p] = static_cast<double>(kept_s(scope, p)) / day_s;
}

void ObligationsKept::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t p = 0; p < cells.size(); ++p) {
        const std::int64_t due = due_s(scope, p);
        cells[p] = due > 0 ? static_cast<double>(kept_s(scope, p)) / static_cast<double>(due) : 1.0;
    }
}

void ObligationBreaks::see(const Event& event, const OutcomeScope& scope) {
    if (event.kind == EventKind::obligation_broken) add(scope.obligations[event.place].party, 1);
}

}  // namespace aidway
