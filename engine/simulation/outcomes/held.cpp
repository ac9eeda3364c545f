// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/held.hpp"

namespace aidway {

void HeldGround::begin(const OutcomeScope& scope) {
    residents_.begin(scope);
    sums_.assign(scope.parties, {});
    now_.clear();
    for (const auto holder : scope.holders) now_.push_back({holder, scope.from_s});
}

void HeldGround::see(const Event& event, const OutcomeScope& scope) {
    residents_.see(event);
    if (event.kind == EventKind::changed_hands) {
        close(event.community, event.at_s);
        now_[event.community] = {event.place, event.at_s};
    } else if (event.kind == EventKind::delivered && event.goods == scope.food) {
        const auto holder = now_[event.community].holder;
        if (holder != Event::no_index) sums_[holder].delivered += event.mass;
    }
}

void HeldGround::close(std::size_t community, std::int64_t at_s) {
    const auto& spell = now_[community];
    if (spell.holder == Event::no_index) return;
    sums_[spell.holder].person_seconds += residents_.entitled(community) * (at_s - spell.since_s);
}

void HeldGround::end(const OutcomeScope& scope) {
    for (std::size_t c = 0; c < now_.size(); ++c) close(c, scope.until_s);
}

void RationsNeededHeld::finish(const OutcomeScope& scope, std::span<double> cells) const {
    const auto& of = sums();
    for (std::size_t p = 0; p < cells.size(); ++p) cells[p] = scope.rations(scope.need_of(of[p].person_seconds));
}

void RationsDeliveredHeld::finish(const OutcomeScope& scope, std::span<double> cells) const {
    const auto& of = sums();
    for (std::size_t p = 0; p < cells.size(); ++p) cells[p] = scope.rations(of[p].delivered);
}

void DeliveredShareHeld::finish(const OutcomeScope& scope, std::span<double> cells) const {
    const auto& of = sums();
    for (std::size_t p = 0; p < cells.size(); ++p) {
        const Mass needed = scope.need_of(of[p].person_seconds);
        cells[p] =
            needed > Mass{} ? static_cast<double>(of[p].delivered.ticks()) / static_cast<double>(needed.ticks()) : 0.0;
    }
}

}  // namespace aidway
