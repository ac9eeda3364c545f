// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
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
/// in a chain per day and are sorted when their day begins. What is added within its day is put among the things of
/// that day, from its near end on: those are few, and less work in this than in a heap. Nothing is handed out that is
/// not due before a moment set. No allocation once it has grown.
class Agenda {
public:
    void clear() {
        slots_.clear();
        free_.clear();
        ready_.clear();
        later_.clear();
        next_day_ = 0;
        waiting_ = 0;
        handed_out_ = 0;
    }
    void hand_out_before(std::int64_t until_s) { until_s_ = until_s; }
    [[nodiscard]] bool empty() const { return ready_.empty(); }
    void add(const Due& due) {
        const std::uint32_t at = put(due);
        const std::int64_t day = due.at_s / day_s;
        if (empty()) next_day_ = std::max(next_day_, day + 1);
        if (day >= next_day_) return wait(day, at);
        insert({when(due), at});
    }
    /// The earliest, which is in the agenda no more; none where nothing is due before the moment set.
    std::optional<Due> next() {
        if (empty()) return std::nullopt;
        const Entry first = ready_.back();
        if (first.when >= until_s_ * phases) return std::nullopt;
        ready_.pop_back();
        free_.push_back(first.at);
        if (empty() && waiting_ > 0) begin_day();
        ++handed_out_;
        return slots_[first.at].due;
    }
    /// As if this were added and then handed out, without the trouble; false where something else is due before it, or
    /// it is not due before the moment set. For a process whose things come one after another, and often.
    [[nodiscard]] bool passes(const Due& due) {
        if (due.at_s >= until_s_) return false;
        if (!empty() && !is_before(due, ready_.back())) return false;
        ++handed_out_;
        return true;
    }
    /// How many things were handed out since it was cleared.
    [[nodiscard]] std::int64_t handed_out() const { return handed_out_; }

private:
    static constexpr std::int64_t day_s = 86'400;
    static constexpr std::uint32_t none = 0xffff'ffff;
    static constexpr std::int64_t phases = 32;  ///< at most
    static_assert(static_cast<std::int64_t>(Phase::departures) < phases);

    struct Slot {
        Due due;
        std::uint32_t after = none;  ///< the next in the chain of its day
    };
    /// What is sorted: time and phase in one number, and where the rest lies.
    struct Entry {
        std::int64_t when = 0;
        std::uint32_t at = 0;
    };
    static std::int64_t when(const Due& due) { return due.at_s * phases + static_cast<std::int64_t>(due.phase); }
    static auto rest(const Due& d) { return std::tuple(d.key.low56, d.process.value, d.what, d.a, d.b, d.c); }
    // A type rather than a function, so that it is compared without a call.
    struct Later {
        const Slot* slots;
        bool operator()(const Entry& x, const Entry& y) const {
            return x.when != y.when ? x.when > y.when : rest(slots[x.at].due) > rest(slots[y.at].due);
        }
    };

    [[nodiscard]] bool is_before(const Due& due, const Entry& entry) const {
        const std::int64_t then = when(due);
        return then != entry.when ? then < entry.when : rest(due) < rest(slots_[entry.at].due);
    }
    void insert(const Entry& entry) {
        const Later later{slots_.data()};
        std::size_t i = ready_.size();
        ready_.push_back(entry);
        for (; i > 0 && later(entry, ready_[i - 1]); --i) ready_[i] = ready_[i - 1];
        ready_[i] = entry;
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
            ready_.push_back({when(slots_[at].due), at});
            --waiting_;
        }
        std::sort(ready_.begin(), ready_.end(), Later{slots_.data()});
    }

    std::vector<Slot> slots_;           ///< in no order
    std::vector<std::uint32_t> free_;   ///< places of it
    std::vector<Entry> ready_;          ///< of days before `next_day_`, the earliest last
    std::vector<std::uint32_t> later_;  ///< per day: the chain of those that wait
    std::int64_t next_day_ = 0;         ///< the first day whose things wait
    std::size_t waiting_ = 0;
    std::int64_t until_s_ = std::numeric_limits<std::int64_t>::max() / phases;
    std::int64_t handed_out_ = 0;
};

}  // namespace aidway
