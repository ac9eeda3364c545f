// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/need_waterfall.hpp"

#include <algorithm>
#include <cmath>

namespace aidway {
namespace {

std::size_t at(Reason reason) { return static_cast<std::size_t>(reason); }

/// The share of `whole` that `part` has of `of`, to a tick; nothing of nothing.
Mass share(Mass whole, Mass part, Mass of) {
    if (part >= of) return whole;
    return Mass::ticks(std::llround(static_cast<double>(whole.ticks()) * static_cast<double>(part.ticks()) /
                                    static_cast<double>(of.ticks())));
}

}  // namespace

void NeedWaterfall::begin(const OutcomeScope& scope) {
    residents_.begin(scope);
    flows_.assign(scope.communities(), {});
}

void NeedWaterfall::see(const Event& event, const OutcomeScope& scope) {
    residents_.see(event);
    if (event.goods != scope.food) return;
    switch (event.kind) {
        case EventKind::eaten: flows_[event.community].eaten += residents_.to_entitled(event); break;
        case EventKind::delivered: flows_[event.community].delivered += event.mass; break;
        case EventKind::closing_stock: flows_[event.community].in_store += event.mass; break;
        case EventKind::removed:
        case EventKind::lost:
        case EventKind::ended: flows_[event.community].not_arrived[at(event.reason)] += event.mass; break;
        default: break;
    }
}

NeedWaterfall::Parts NeedWaterfall::parts_of(std::size_t community, const OutcomeScope& scope) const {
    const auto& flows = flows_[community];
    const Mass whole = scope.need_of(residents_.entitled_seconds(community, scope.until_s));
    Parts parts{};
    parts[at(Reason::displaced)] = scope.need_of(residents_.absent_seconds(community, scope.until_s));
    Mass left = whole - parts[at(Reason::displaced)];
    const Mass lies_delivered = std::min(flows.delivered, flows.in_store);
    Mass gap = std::max(Mass{}, left - flows.eaten - lies_delivered);
    left -= gap;
    parts[at(Reason::delivered)] = std::min(flows.delivered, left);
    parts[at(Reason::met_locally)] = left - parts[at(Reason::delivered)];
    Mass not_arrived{};
    for (const Mass mass : flows.not_arrived) not_arrived += mass;
    parts[at(Reason::never_planned)] = std::max(Mass{}, gap - not_arrived);
    gap -= parts[at(Reason::never_planned)];
    // One reason after another takes its share of what is left of both: so nothing is lost to rounding.
    for (std::size_t r = 0; r < parts.size(); ++r) {
        if (flows.not_arrived[r] <= Mass{}) continue;
        const Mass part = share(gap, flows.not_arrived[r], not_arrived);
        parts[r] += part;
        gap -= part;
        not_arrived -= flows.not_arrived[r];
    }
    return parts;
}

void NeedWaterfall::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < scope.communities(); ++c) {
        const auto parts = parts_of(c, scope);
        for (std::size_t r = 0; r < reasons; ++r) cells[c * reasons + r] = scope.rations(parts[r]);
    }
}

}  // namespace aidway
