// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <cstdint>
#include <string_view>

#include "core/quantity.hpp"

namespace aidway {

/// What happened. The comment says what `mass` and `count` hold, where they hold anything.
enum class EventKind : std::uint8_t {
    request_submitted,  ///< count: people
    planned,            ///< mass of one class of goods, when its cycle begins (or an agreement does): what is needed
    answered_full,
    answered_part,  ///< count: people granted
    answered_refused,
    answer_overdue,  ///< the deadline passed without an answer
    letter_issued,   ///< count: 1 if it is later than the procedure promises
    cleared,
    no_go,              ///< reason: why no convoy left this morning
    convoy_departed,    ///< count: trucks
    loaded,             ///< mass
    gate_passed,        ///< count: trucks
    trucks_returned,    ///< count: trucks; reason
    removed,            ///< mass
    convoy_offloaded,   ///< count: people announced
    delivered,          ///< mass
    returned,           ///< mass; reason
    ended,              ///< mass that was planned and will not be delivered; reason
    obligation_kept,    ///< an obligation that ends with its term is not broken: nothing is logged
    obligation_broken,  ///< also where its term lapsed
    opening_stock,      ///< mass
    informal_inflow,    ///< mass; count: seconds since the stock was last brought up to date
    local_inflow,       ///< mass; count: likewise
    market_inflow,      ///< mass; count: likewise
    handed_out,         ///< mass; count: likewise
    diverted,           ///< mass; count: likewise
    eaten,              ///< mass; count: likewise
    closing_stock,      ///< mass
    residents,          ///< count: people there, at the agreement's date
    departed,           ///< count: people who left on their own account
    climate_changed,    ///< count: the state entered, 0 closed, 1 restricted, 2 open; place: party; number: region
    incident,           ///< count: 1 if severe; place: incident place; number: source; attempt: 1 if a breach
    gate_shut,          ///< count: seconds; place: gate
    term_lapsed,        ///< place: renewal
    front_frozen,
    front_resumed,          ///< count: seconds it stood still
    convoy_arrived,         ///< count: trucks at the destination; mass: food aboard
    stock_emptied,          ///< nothing is left in stores and homes
    stock_refilled,         ///< something is there again
    trucks_hit,             ///< count: trucks; place: incident place
    lost,                   ///< mass that was under way and is gone; reason; of a drop number: 0 damaged, 1 out of
                            ///< the zone, 2 never found, count: pallets
    convoys_suspended,      ///< count: seconds from now on
    reported,               ///< place: monitor; number: party blamed, or none; attempt: party that did it, or none;
                            ///< count: +1 if it is the first report of that act, +2 if the first that blames the
                            ///< right party
    consequence_triggered,  ///< count: 1 if it will be applied; place: consequence; number: party
    consequence_applied,    ///< count: seconds; place, number: likewise
    consequence_ended,      ///< place, number: likewise
    flown,                  ///< count: pallets dropped, or sorties to a depot; place: air operation
    depot_filled,           ///< mass; place: depot
    evacuated,              ///< count: people moved by force
    settled,                ///< count: people who came from elsewhere; number: 1 by force, 0 on their own account
    incident_cut,           ///< would have happened, were `violence/answers/most` higher; number: source
    rerouted,               ///< count: trucks that take another way from a gate; place: gate
    used,                   ///< mass of goods that are no food; count: seconds likewise
    requested,              ///< mass of one class of goods that a request asks for; count: litres of it
    joined_enclave,         ///< mass of one class of goods that its people took along; place: the new enclave
    changed_hands,          ///< place: the party that holds the community's place from now on, or none
};
inline constexpr int event_kinds = 56;

/// A set of kinds, a bit each.
using EventKinds = std::uint64_t;
static_assert(event_kinds <= 64);
[[nodiscard]] constexpr EventKinds kinds(std::same_as<EventKind> auto... each) {
    return ((EventKinds{1} << static_cast<unsigned>(each)) | ...);
}
[[nodiscard]] constexpr bool contains(EventKinds set, EventKind kind) { return (set & kinds(kind)) != 0; }

/// Why something was not delivered; `delivered` completes the waterfall.
enum class Reason : std::uint8_t {
    none,
    delivered,
    refused,
    silent,
    letter_never_came,
    not_granted,
    no_open_road,
    security,
    no_trucks,
    no_time,
    gate_shut,
    turned_back,
    waited_too_long,
    removed,
    on_the_road,
    incident,       ///< violence near the way or on it
    linked,         ///< a place it is linked with could not be served
    no_stock,       ///< nothing in the depot
    gate_full,      ///< the day's trucks were through
    met_locally,    ///< need, not planned rations: met from stock, informal inflow, market
    never_planned,  ///< need that no request asked for: no truck could have brought it
    displaced,      ///< need of people who had left
    attacked,       ///< trucks and what they carried were hit
    suspended,      ///< all convoys stood still after a convoy was hit
    no_drop_zone,   ///< from the air: the place has none
    weather,        ///< from the air: no flight was possible
    no_aircraft,    ///< from the air: the sorties were used up
    drop_failed,    ///< from the air: damaged, out of the zone, or lost
    cross_loading,  ///< cleared, and still being loaded over at the depot
};
inline constexpr int reasons = 29;

/// What goes by air has an attempt with this bit; below it follow six bits of the air operation, eight of the attempt.
inline constexpr std::uint16_t air_attempt = 0x4000;
inline constexpr std::size_t most_air_operations = 64;

/// Names as in tables and files, e.g. "letter_never_came".
[[nodiscard]] std::string_view name_of(EventKind kind);
[[nodiscard]] std::string_view name_of(Reason reason);

/// One line of a replicate's log. Index fields hold `no_index` where they do not apply.
struct Event {
    static constexpr std::uint16_t no_index = 0xffff;
    std::int64_t at_s = 0;  ///< since the start of the period
    Mass mass{};
    std::int64_t count = 0;
    EventKind kind = EventKind::planned;
    Reason reason = Reason::none;
    std::uint16_t community = no_index;
    std::uint16_t goods = no_index;
    std::uint16_t cycle = no_index;
    std::uint16_t attempt = no_index;
    std::uint16_t fleet = no_index;
    std::uint16_t number = no_index;  ///< of the convoy, within cycle, attempt, fleet and community
    std::uint16_t place = no_index;   ///< gate, obligation or decider, by kind
    bool operator==(const Event&) const = default;
};

/// Whether an event about a plan tells of what was asked for, flown or dropped by air.
[[nodiscard]] constexpr bool is_by_air(const Event& event) {
    return event.cycle != Event::no_index && event.attempt != Event::no_index && (event.attempt & air_attempt) != 0;
}

}  // namespace aidway
