// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "simulation/outcomes/blame.hpp"
#include "simulation/outcomes/breaches.hpp"
#include "simulation/outcomes/consequence_counts.hpp"
#include "simulation/outcomes/incidents_by_party.hpp"
#include "simulation/outcomes/obligation_days.hpp"
#include "support/hand_log.hpp"

namespace aidway {
namespace {

using test::day;
using test::values;
using test::Values;

constexpr std::uint16_t a = 0, b = 1, none = Event::no_index;

/// Parties a and b; a is the source of incidents 0 and 2, b of 1. Obligations: 0 of a from day 10 to the end, 1 of a
/// from day 12 to day 16, 2 of b from day 10 to the end.
OutcomeScope scope() {
    auto made = test::hand_scope();
    made.parties = 2;
    made.party_of_source = {a, b, a};
    made.obligations = {{a, 10 * day, 26 * day}, {a, 12 * day, 16 * day}, {b, 10 * day, 26 * day}};
    return made;
}

Event incident(std::int64_t at_s, std::uint16_t source, bool breach) {
    return {.at_s = at_s, .kind = EventKind::incident, .attempt = breach ? std::uint16_t{1} : none, .number = source};
}

Event report(std::uint16_t actor, std::uint16_t blamed, std::int64_t told) {
    return {
        .at_s = 12 * day, .count = told, .kind = EventKind::reported, .attempt = actor, .number = blamed, .place = 0};
}

Event about(std::int64_t at_s, EventKind kind, std::uint16_t obligation) {
    return {.at_s = at_s, .kind = kind, .place = obligation};
}

template <class O>
Values by_party(const std::vector<Event>& log) {
    return values<O>(log, 2, scope());
}

TEST(PartyOutcomes, CountActsByWhoActsAndBreachesAmongThem) {
    const std::vector<Event> log{incident(9 * day, 0, true), incident(11 * day, 0, true), incident(11 * day, 2, false),
                                 incident(12 * day, 1, false)};
    EXPECT_EQ(by_party<IncidentsByParty>(log), (Values{2, 1}));
    EXPECT_EQ(by_party<Breaches>(log), (Values{1, 0}));
}

TEST(PartyOutcomes, CountABreachOnceHoweverManyReportIt) {
    const std::vector<Event> log{report(a, b, 1), report(a, a, 2), report(a, none, 0), report(b, b, 3),
                                 report(none, a, 0)};
    EXPECT_EQ(by_party<BreachesSeen>(log), (Values{1, 1}));
    EXPECT_EQ(by_party<BreachesAttributed>(log), (Values{1, 1}));
    EXPECT_EQ(by_party<BlamedFalsely>(log), (Values{1, 1})) << "a for what never happened, b for an act of a";
}

TEST(PartyOutcomes, CountConsequencesByWhomTheyMeet) {
    const auto fell = [](EventKind kind, std::uint16_t party) {
        return Event{.at_s = 11 * day, .kind = kind, .number = party, .place = 0};
    };
    const std::vector<Event> log{fell(EventKind::consequence_triggered, a), fell(EventKind::consequence_triggered, a),
                                 fell(EventKind::consequence_applied, a), fell(EventKind::consequence_ended, a)};
    EXPECT_EQ(by_party<ConsequencesTriggered>(log), (Values{2, 0}));
    EXPECT_EQ(by_party<ConsequencesApplied>(log), (Values{1, 0}));
}

TEST(PartyOutcomes, AddUpWhatIsDueAndKept) {
    using enum EventKind;
    const std::vector<Event> log{about(11 * day, obligation_kept, 0), about(13 * day, obligation_kept, 1),
                                 about(15 * day, obligation_broken, 0), about(25 * day, obligation_kept, 0)};
    EXPECT_EQ(by_party<ObligationDaysDue>(log), (Values{16 + 4, 16}));
    EXPECT_EQ(by_party<ObligationDaysKept>(log), (Values{4 + 1 + 3, 0})) << "the second is kept until its term ends";
    EXPECT_EQ(by_party<ObligationsKept>(log), (Values{8.0 / 20, 0}));
    EXPECT_EQ(by_party<ObligationBreaks>(log), (Values{1, 0}));
}

TEST(PartyOutcomes, OfNothingDueSayThatAllIsKept) {
    auto made = scope();
    made.obligations.clear();
    EXPECT_EQ(values<ObligationsKept>({}, 2, made), (Values{1, 1}));
    EXPECT_EQ(values<ObligationDaysDue>({}, 2, made), (Values{0, 0}));
}

}  // namespace
}  // namespace aidway
