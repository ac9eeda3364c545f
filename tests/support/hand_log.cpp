// SPDX-License-Identifier: Apache-2.0
#include "support/hand_log.hpp"

namespace aidway::test {

OutcomeScope hand_scope() {
    OutcomeScope scope;
    scope.from_s = 10 * day;
    scope.until_s = 26 * day;
    scope.need_per_person = MassRate::grams_per_day(500);
    scope.food = food;
    scope.population = {1'000, 500};
    scope.announced_per_truck = {100};
    return scope;
}

Event at(std::int64_t at_s, EventKind kind, std::uint16_t community, Mass mass, std::uint16_t goods) {
    Event event;
    event.at_s = at_s;
    event.kind = kind;
    event.community = community;
    event.mass = mass;
    event.goods = goods;
    return event;
}

Event people(std::int64_t at_s, EventKind kind, std::uint16_t community, std::int64_t count) {
    auto event = at(at_s, kind, community);
    event.count = count;
    return event;
}

Event flow(EventKind kind, std::int64_t until_s, std::int64_t seconds, std::uint16_t community,
           std::int64_t grams_a_day) {
    auto event = at(until_s, kind, community, MassRate::grams_per_day(grams_a_day) * Duration{seconds});
    event.count = seconds;
    return event;
}

Event ate(std::int64_t until_s, std::int64_t seconds, std::uint16_t community, std::int64_t grams_a_day) {
    return flow(EventKind::eaten, until_s, seconds, community, grams_a_day);
}

Event with(Event event, Reason reason) {
    event.reason = reason;
    return event;
}

}  // namespace aidway::test
