// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "simulation/outcomes/lost.hpp"
#include "simulation/outcomes/need_waterfall.hpp"
#include "simulation/outcomes/trucks_hit.hpp"
#include "simulation/outcomes/where_rations_ended.hpp"
#include "support/hand_log.hpp"

namespace aidway {
namespace {

using test::at;
using test::day;
using test::food;
using test::medicine;
using test::people;
using test::values;
using test::Values;
using test::with;

TEST(Lost, CountsTheGoodsOfEveryClassFromTheAgreementOn) {
    const std::vector<Event> log{
        at(9 * day, EventKind::lost, 0, Mass::kilograms(900)), at(11 * day, EventKind::lost, 0, Mass::kilograms(40)),
        at(11 * day, EventKind::lost, 0, Mass::kilograms(2), medicine),
        at(12 * day, EventKind::removed, 0, Mass::kilograms(7)), at(13 * day, EventKind::lost, 1, Mass::kilograms(5))};
    EXPECT_EQ(values<Lost>(log), (Values{42, 5}));
}

TEST(TrucksHit, AreCountedForEveryThousandThatLeft) {
    const std::vector<Event> log{
        people(9 * day, EventKind::trucks_hit, 0, 3), people(11 * day, EventKind::convoy_departed, 0, 31),
        people(11 * day, EventKind::trucks_hit, 0, 18), people(12 * day, EventKind::convoy_departed, 1, 9)};
    EXPECT_EQ(values<TrucksHit>(log, 1), (Values{450}));
    EXPECT_EQ(values<TrucksHit>({}, 1), (Values{0})) << "where no truck left";
}

TEST(WhereRationsEnded, CountsWhatWasLostAsAttacked) {
    const std::vector<Event> log{
        with(at(11 * day, EventKind::lost, 0, Mass::kilograms(40), food), Reason::attacked),
        with(at(11 * day, EventKind::lost, 0, Mass::kilograms(9), medicine), Reason::attacked)};
    const auto cells = values<WhereRationsEnded>(log, 2 * reasons);
    EXPECT_EQ(cells[static_cast<std::size_t>(Reason::attacked)], 80) << "rations of half a kilogram";
    double sum = 0;
    for (const double cell : cells) sum += cell;
    EXPECT_EQ(sum, 80);
}

TEST(NeedWaterfall, CountsWhatWasLostAmongWhatDidNotArrive) {
    const std::vector<Event> log{people(10 * day, EventKind::residents, 0, 1'000),
                                 people(10 * day, EventKind::residents, 1, 500),
                                 with(at(11 * day, EventKind::lost, 0, Mass::kilograms(40), food), Reason::attacked)};
    const auto cells = values<NeedWaterfall>(log, 2 * reasons);
    EXPECT_EQ(cells[static_cast<std::size_t>(Reason::attacked)], 80);
}

}  // namespace
}  // namespace aidway
