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
        beside_.reset();
    }
    [[nodiscard]] bool empty() const { return heap_.empty() && !beside_; }
    /// Adds one thing of a process that never has two of them due: at the price of a comparison.
    void add_beside(const Due& due) { beside_ = due; }
    void add(const Due& due) {
        heap_.push_back(due);
        std::push_heap(heap_.begin(), heap_.end(), Later{});
    }
    Due next() {
        if (beside_ && (heap_.empty() || Later{}(heap_.front(), *beside_))) {
            const Due due = *beside_;
            beside_.reset();
            return due;
        }
        std::pop_heap(heap_.begin(), heap_.end(), Later{});
        const Due due = heap_.back();
        heap_.pop_back();
        return due;
    }

private:
    static auto order(const Due& d) {
        return std::tuple(d.at_s, d.phase, d.key.low56, d.process.value, d.what, d.a, d.b, d.c);
    }
    // A type rather than a function, so that the heap compares without a call.
    struct Later {
        bool operator()(const Due& x, const Due& y) const {
            if (x.at_s != y.at_s) return x.at_s > y.at_s;
            if (x.phase != y.phase) return x.phase > y.phase;
            return order(x) > order(y);
        }
    };
    std::vector<Due> heap_;
    std::optional<Due> beside_;
};

}  // namespace aidway
