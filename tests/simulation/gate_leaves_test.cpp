// SPDX-License-Identifier: Apache-2.0
#include "simulation/gate_leaves.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/random_scenario.hpp"

namespace aidway {
namespace {

constexpr std::int64_t days = 60;
constexpr std::size_t gates = 3;
constexpr std::uint32_t obligations = 4;

Instant day(std::int64_t d) { return test::small_start() + one_day * d; }

std::vector<ObligationId> some_promises(test::Dice& dice) {
    std::vector<ObligationId> some;
    for (std::uint32_t o = 0; o < obligations; ++o) {
        if (dice.whole(0, 3) == 0) some.push_back({o});
    }
    return some;
}

PassageTable random_table(test::Dice& dice) {
    PassageTable table(gates);
    for (std::uint32_t g = 0; g < gates; ++g) {
        for (std::uint32_t i = 0; i < 12; ++i) {
            const auto from = day(dice.whole(0, days - 1));
            Passage passage{
                from, from + one_day * dice.whole(1, 30), static_cast<Access>(dice.whole(0, 2)), Hours{}, {}, {i / 4}};
            if (i >= 4) passage.while_kept = some_promises(dice);
            table.grant({g}, static_cast<Traffic>(dice.whole(0, 2)), passage);
        }
        Restriction restriction{day(dice.whole(0, 30)), day(dice.whole(31, days)), some_promises(dice), false, {}};
        restriction.closed = dice.heads();
        restriction.trucks_per_day = 7;
        table.restrict({g}, restriction);
    }
    return table;
}

TEST(GateLeaves, AreThoseOfTheTableWhateverTimeAndPromisesDo) {
    test::Dice dice(2016);
    for (int round = 0; round < 40; ++round) {
        const auto table = random_table(dice);
        GateLeaves leaves(table, day(0), day(days));
        World world;
        for (int run = 0; run < 2; ++run) {
            world.kept.assign(obligations, 0);
            world.kept_version = 0;
            leaves.forget();
            std::int64_t at_s = 0;
            std::int64_t lag_s = 0;
            for (int step = 0; step < 400 && at_s < days * 86'400; ++step) {
                if (dice.whole(0, 9) == 0) world.keep(static_cast<std::size_t>(dice.whole(0, 3)), dice.heads());
                if (dice.whole(0, 40) == 0) lag_s = dice.whole(0, at_s);
                if (dice.heads()) at_s += dice.whole(0, 2) * dice.whole(1, 43'200);
                const Instant at = day(0) + Duration{at_s};
                const GateId gate{static_cast<std::uint32_t>(dice.whole(0, gates - 1))};
                const auto traffic = static_cast<Traffic>(dice.whole(0, 2));
                EXPECT_EQ(leaves.leave(gate, traffic, at, at - Duration{lag_s}, world),
                          table.leave(gate, traffic, at, at - Duration{lag_s}, world.kept));
            }
        }
    }
}

TEST(GateLeaves, TurnAtTheVerySecond) {
    PassageTable table(1);
    table.grant({0}, Traffic::aid, {day(2), day(4), Access::open, Hours{}, {}, baseline_origin});
    GateLeaves leaves(table, day(0), day(days));
    World world;
    const auto access = [&](Instant at, Instant history) {
        return leaves.leave({0}, Traffic::aid, at, history, world).access;
    };
    EXPECT_EQ(access(day(2) - Duration{1}, day(2) - Duration{1}), Access::closed);
    EXPECT_EQ(access(day(2), day(2)), Access::open);
    EXPECT_EQ(access(day(4), day(4) - Duration{1}), Access::open);  // history lags
    EXPECT_EQ(access(day(4), day(4)), Access::closed);
}

}  // namespace
}  // namespace aidway
