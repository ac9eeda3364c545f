// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <utility>

#include "simulation/event.hpp"
#include "simulation/outcome_readers.hpp"
#include "simulation/runner.hpp"
#include "simulation/tally.hpp"

namespace aidway {

/// All outcomes of one log after another, each log gone through once: an event goes to those alone that see its kind.
/// One per thread; the layout must outlive it.
class LogReading {
public:
    explicit LogReading(const TallyLayout& layout);

    /// Of the events that count, hands over each outcome that the scenario has, in the order of the layout:
    /// `keep(place, finish)`, where `finish(cells)` fills its cells.
    template <class Keep>
    void read(std::span<const Event> log, const OutcomeScope& scope, const Keep& keep) {
        see(log, scope);
        std::size_t next = 0;
        const auto hand_over = [&]<class O>(O& outcome) {
            const auto& place = layout_.outcomes()[next++];
            if (place.present) {
                keep(place, [&](std::span<double> cells) { finish(outcome, scope, cells); });
            }
        };
        std::apply([&](auto&... outcome) { (hand_over(outcome), ...); }, outcomes_);
    }

private:
    using Wanted = std::array<bool, reader_count>;
    void see(std::span<const Event> log, const OutcomeScope& scope);

    template <class O>
    void finish(O& outcome, const OutcomeScope& scope, std::span<double> cells) {
        using Reader = typename ReaderOf<O>::type;
        auto& reader = std::get<Reader>(readers_);
        if constexpr (std::is_same_v<O, Reader>) {
            reader.finish(scope, cells);
        } else {
            std::swap(static_cast<Reader&>(outcome), reader);  // lent to the outcome, without a copy
            outcome.finish(scope, cells);
            std::swap(static_cast<Reader&>(outcome), reader);
        }
    }

    const TallyLayout& layout_;
    Outcomes outcomes_;
    Readers readers_;
    Wanted wanted_{};  ///< per reader: whether the scenario has an outcome that needs it
};

}  // namespace aidway
