// SPDX-License-Identifier: Apache-2.0
#include "simulation/log_reading.hpp"

#include <algorithm>

namespace aidway {
namespace {

using Wanted = std::array<bool, reader_count>;
using Hand = void (*)(Readers&, const Wanted&, const Event&, const OutcomeScope&);

template <std::size_t i>
using ReaderAt = std::tuple_element_t<i, Readers>;

/// Whether it has something to work out once a log has ended.
template <class Reader>
concept EndsReading = requires(Reader reader, const OutcomeScope& scope) {
    reader.end(scope);
};

template <class Act>
void for_readers(const Act& act) {
    [&]<std::size_t... i>(std::index_sequence<i...>) { (act(std::integral_constant<std::size_t, i>{}), ...); }
    (std::make_index_sequence<reader_count>{});
}

/// Hands an event of one kind to all that see it.
template <EventKind kind>
void hand(Readers& readers, const Wanted& wanted, const Event& event, const OutcomeScope& scope) {
    for_readers([&](auto i) {
        if constexpr (contains(ReaderAt<i>::sees, kind)) {
            if (wanted[i]) std::get<i>(readers).see(event, scope);
        }
    });
}

constexpr auto hand_of_kind = []<std::size_t... kind>(std::index_sequence<kind...>) {
    return std::array<Hand, event_kinds>{&hand<static_cast<EventKind>(kind)>...};
}
(std::make_index_sequence<event_kinds>{});

template <class Reader>
bool is_wanted(const TallyLayout& layout) {
    bool wanted = false;
    std::size_t next = 0;
    [&]<class... O>(std::tuple<O...>*) {
        ((wanted |= layout.outcomes()[next++].present && std::is_same_v<Reader, typename ReaderOf<O>::type>), ...);
    }(static_cast<Outcomes*>(nullptr));
    return wanted;
}

}  // namespace

LogReading::LogReading(const TallyLayout& layout) : layout_(layout) {
    for_readers([&](auto i) { wanted_[i] = is_wanted<ReaderAt<i>>(layout); });
}

void LogReading::see(std::span<const Event> log, const OutcomeScope& scope) {
    for_readers([&](auto i) {
        if (wanted_[i]) std::get<i>(readers_).begin(scope);
    });
    // No event of an earlier time counts.
    auto next = std::lower_bound(log.begin(), log.end(), scope.from_s,
                                 [](const Event& event, std::int64_t at_s) { return event.at_s < at_s; });
    for (; next != log.end(); ++next) {
        const auto& event = *next;
        if (counts(event, scope.from_s))
            hand_of_kind[static_cast<std::size_t>(event.kind)](readers_, wanted_, event, scope);
    }
    for_readers([&](auto i) {
        if constexpr (EndsReading<ReaderAt<i>>) {
            if (wanted_[i]) std::get<i>(readers_).end(scope);
        }
    });
}

}  // namespace aidway
