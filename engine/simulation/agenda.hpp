// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "core/draw.hpp"

namespace aidway {

/// The order of things that fall due at one time (model, section 1).
enum class Phase : std::uint8_t {
    control,
    renewal,
    climate,
    incidents,
    reports,
    consequences,
    compliance,
    plan,
    answers,
    letters,
    gates,
    go_no_go,
    arrivals,
    deliveries,
    distribution,
    market,
    consumption,
    departures,
};
static_assert(static_cast<int>(Phase::departures) < 32);

/// Something that falls due. `process` and `what` say who handles it; a, b, c are the handler's own.
struct Due {
    std::int64_t at_s = 0;
    Phase phase = Phase::control;
    StreamId process;
    std::uint8_t what = 0;
    EntityKey key;  ///< of the entity: settles ties, so nothing depends on the order of scheduling
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t c = 0;
};

/// What is still to come in one replicate, earliest first; ties by phase, entity, process, what, a, b, c: a total
/// order, whatever the order of insertion. Most things are due on a later day than the one they are added on: they wait
/// in a chain per day and are sorted when their day begins. A binary heap takes what is added within its day; and
/// beside all that is a place for one thing. No allocation once it has grown.
class Agenda {
public:
    void clear() {
        slots_.clear();
        free_.clear();
        heap_.clear();
        sorted_.clear();
        later_.clear();
        next_day_ = 0;
        waiting_ = 0;
        beside_.reset();
    }
    [[nodiscard]] bool empty() const { return none_ready() && !beside_; }
    /// As `add`; at the price of a comparison, while nothing else waits beside.
    void add_beside(const Due& due) {
        if (beside_) return add(due);
        beside_ = due;
    }
    void add(const Due& due) {
        const std::uint32_t at = put(due);
        const std::int64_t day = due.at_s / day_s;
        if (none_ready()) next_day_ = std::max(next_day_, day + 1);
        if (day >= next_day_) return wait(day, at);
        heap_.push_back({when(due), at});
        std::push_heap(heap_.begin(), heap_.end(), Later{slots_.data()});
    }
    /// When the earliest is due; there must be one.
    [[nodiscard]] std::int64_t earliest_s() const {
        if (none_ready()) return beside_->at_s;
        const std::int64_t first_s = slots_[first().at].due.at_s;
        return beside_ ? std::min(first_s, beside_->at_s) : first_s;
    }
    Due next() {
        if (beside_ && (none_ready() || is_later(slots_[first().at].due, *beside_))) {
            const Due due = *beside_;
            beside_.reset();
            return due;
        }
        const std::uint32_t at = take();
        free_.push_back(at);
        if (none_ready() && waiting_ > 0) begin_day();
        return slots_[at].due;
    }

private:
    static constexpr std::int64_t day_s = 86'400;
    static constexpr std::uint32_t none = 0xffff'ffff;

    struct Slot {
        Due due;
        std::uint32_t after = none;  ///< the next in the chain of its day
    };
    /// What is sorted: time and phase in one number, and where the rest lies.
    struct Entry {
        std::int64_t when = 0;
        std::uint32_t at = 0;
    };
    static std::int64_t when(const Due& due) { return due.at_s * 32 + static_cast<std::int64_t>(due.phase); }
    static auto rest(const Due& d) { return std::tuple(d.key.low56, d.process.value, d.what, d.a, d.b, d.c); }
    static bool is_later(const Due& x, const Due& y) {
        return when(x) != when(y) ? when(x) > when(y) : rest(x) > rest(y);
    }
    // A type rather than a function, so that it is compared without a call.
    struct Later {
        const Slot* slots;
        bool operator()(const Entry& x, const Entry& y) const {
            return x.when != y.when ? x.when > y.when : rest(slots[x.at].due) > rest(slots[y.at].due);
        }
    };

    [[nodiscard]] bool none_ready() const { return heap_.empty() && sorted_.empty(); }
    [[nodiscard]] bool heap_is_first() const {
        if (heap_.empty() || sorted_.empty()) return sorted_.empty();
        return Later{slots_.data()}(sorted_.back(), heap_.front());
    }
    [[nodiscard]] const Entry& first() const { return heap_is_first() ? heap_.front() : sorted_.back(); }
    std::uint32_t take() {
        auto& from = heap_is_first() ? heap_ : sorted_;
        if (&from == &heap_) std::pop_heap(heap_.begin(), heap_.end(), Later{slots_.data()});
        const std::uint32_t at = from.back().at;
        from.pop_back();
        return at;
    }
    std::uint32_t put(const Due& due) {
        if (free_.empty()) {
            slots_.push_back({due});
            return static_cast<std::uint32_t>(slots_.size() - 1);
        }
        const std::uint32_t at = free_.back();
        free_.pop_back();
        slots_[at].due = due;
        return at;
    }
    void wait(std::int64_t day, std::uint32_t at) {
        const auto chain = static_cast<std::size_t>(day);
        if (later_.size() <= chain) later_.resize(chain + 1, none);
        slots_[at].after = std::exchange(later_[chain], at);
        ++waiting_;
    }
    /// The next day on which something waits.
    void begin_day() {
        while (later_[static_cast<std::size_t>(next_day_)] == none) ++next_day_;
        auto& chain = later_[static_cast<std::size_t>(next_day_++)];
        for (auto at = std::exchange(chain, none); at != none; at = slots_[at].after) {
            sorted_.push_back({when(slots_[at].due), at});
            --waiting_;
        }
        std::sort(sorted_.begin(), sorted_.end(), Later{slots_.data()});
    }

    std::vector<Slot> slots_;           ///< in no order
    std::vector<std::uint32_t> free_;   ///< places of it
    std::vector<Entry> heap_;           ///< of days before `next_day_`
    std::vector<Entry> sorted_;         ///< likewise, the earliest last
    std::vector<std::uint32_t> later_;  ///< per day: the chain of those that wait
    std::int64_t next_day_ = 0;         ///< the first day whose things wait
    std::size_t waiting_ = 0;
    std::optional<Due> beside_;
};

}  // namespace aidway
