// SPDX-License-Identifier: Apache-2.0
#include "scenario/overlay.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace aidway {
namespace {

/// Lays one kind of overlay on gates.
class Layer {
public:
    Layer(const LaidOverlay& where, const Laying& laying, std::size_t number, PassageTable& passage)
        : where_(where), laying_(laying), number_(number), passage_(passage) {}

    void operator()(const CloseOverlay& /*body*/) const {
        auto shut = restriction();
        shut.closed = true;
        restrict_all(shut);
    }
    void operator()(const HoursOverlay& body) const {
        auto narrow = restriction();
        narrow.hours = body.between;
        restrict_all(narrow);
    }
    void operator()(const CapOverlay& body) const {
        auto narrow = restriction();
        if (body.trucks_per_day) narrow.trucks_per_day = body.trucks_per_day->value;
        narrow.goods_per_day = body.goods_per_day;
        restrict_all(narrow);
    }
    void operator()(const OpenOverlay& body) const { grant(body.passing, body.hours.value_or(Hours{})); }
    void operator()(const AddOverlay& body) const { grant(body.passing, Hours{}); }
    void operator()(const SlowOverlay& /*body*/) const {}

private:
    [[nodiscard]] Instant from() const { return std::max(where_.from, laying_.from); }
    [[nodiscard]] Instant until() const { return std::max(from(), std::min(where_.until, laying_.until)); }

    [[nodiscard]] Restriction restriction() const {
        Restriction restriction;
        restriction.from = from();
        restriction.until = until();
        restriction.while_kept = laying_.while_kept;
        restriction.overlay = static_cast<std::uint32_t>(number_);
        return restriction;
    }
    void restrict_all(const Restriction& restriction) const {
        for (const GateId gate : where_.gates) passage_.restrict(gate, restriction);
    }
    void grant(const std::vector<Traffic>& passing, Hours hours) const {
        for (const GateId gate : where_.gates) {
            for (const Traffic traffic : passing) {
                passage_.grant(gate, traffic,
                               {from(), until(), Access::open, hours, laying_.while_kept, laying_.origin});
            }
        }
    }

    const LaidOverlay& where_;
    const Laying& laying_;
    std::size_t number_;
    PassageTable& passage_;
};

}  // namespace

void lay(const OverlayRecord& overlay, std::size_t number, const LaidOverlay& where, const Laying& laying,
         PassageTable& passage) {
    std::visit(Layer(where, laying, number, passage), overlay.body);
}

std::uint64_t slowed_by(const std::vector<Slowing>& slowings, Instant at) {
    std::uint64_t set = 0;
    for (const auto& slowing : slowings) {
        if (at >= slowing.from && at < slowing.until) set |= std::uint64_t{1} << slowing.overlay;
    }
    return set;
}

std::vector<std::uint64_t> sets_of(const std::vector<Slowing>& slowings) {
    std::set<std::uint64_t> sets{0};
    for (const auto& slowing : slowings) {
        sets.insert(slowed_by(slowings, slowing.from));
        sets.insert(slowed_by(slowings, slowing.until));  // what is left when one ends
    }
    return {sets.begin(), sets.end()};
}

}  // namespace aidway
