// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <tuple>
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
/// order, whatever the order of insertion. A binary heap, and beside it a place for one thing that need not go through
/// it; no allocation once it has grown.
class Agenda {
public:
    void clear() {
        heap_.clear();
        due_.clear();
        free_.clear();
        beside_.reset();
    }
    [[nodiscard]] bool empty() const { return heap_.empty() && !beside_; }
    /// As `add`; at the price of a comparison, while nothing else waits beside the heap.
    void add_beside(const Due& due) {
        if (beside_) return add(due);
        beside_ = due;
    }
    void add(const Due& due) {
        heap_.push_back({when(due), put(due)});
        std::push_heap(heap_.begin(), heap_.end(), Later{due_.data()});
    }
    /// When the earliest is due; there must be one.
    [[nodiscard]] std::int64_t earliest_s() const {
        if (heap_.empty()) return beside_->at_s;
        const std::int64_t first_s = due_[heap_.front().at].at_s;
        return beside_ ? std::min(first_s, beside_->at_s) : first_s;
    }
    Due next() {
        if (beside_ && (heap_.empty() || is_later(due_[heap_.front().at], *beside_))) {
            const Due due = *beside_;
            beside_.reset();
            return due;
        }
        std::pop_heap(heap_.begin(), heap_.end(), Later{due_.data()});
        const std::uint32_t at = heap_.back().at;
        heap_.pop_back();
        free_.push_back(at);
        return due_[at];
    }

private:
    /// What the heap moves about: time and phase in one number, and where the rest lies.
    struct Entry {
        std::int64_t when = 0;
        std::uint32_t at = 0;
    };
    static std::int64_t when(const Due& due) { return due.at_s * 32 + static_cast<std::int64_t>(due.phase); }
    static auto rest(const Due& d) { return std::tuple(d.key.low56, d.process.value, d.what, d.a, d.b, d.c); }
    static bool is_later(const Due& x, const Due& y) {
        return when(x) != when(y) ? when(x) > when(y) : rest(x) > rest(y);
    }
    // A type rather than a function, so that the heap compares without a call.
    struct Later {
        const Due* due;
        bool operator()(const Entry& x, const Entry& y) const {
            return x.when != y.when ? x.when > y.when : rest(due[x.at]) > rest(due[y.at]);
        }
    };
    std::uint32_t put(const Due& due) {
        if (free_.empty()) {
            due_.push_back(due);
            return static_cast<std::uint32_t>(due_.size() - 1);
        }
        const std::uint32_t at = free_.back();
        free_.pop_back();
        due_[at] = due;
        return at;
    }

    std::vector<Entry> heap_;
    std::vector<Due> due_;             ///< in no order
    std::vector<std::uint32_t> free_;  ///< places of it
    std::optional<Due> beside_;
};

}  // namespace aidway
