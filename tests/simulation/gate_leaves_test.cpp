// SPDX-License-Identifier: Apache-2.0
#include "simulation/gate_leaves.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <utility>

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
        GateCheck check;
        check.from = day(dice.whole(0, 30));
        check.until = day(dice.whole(31, days));
        check.while_kept = some_promises(dice);
        check.lanes = dice.whole(1, 4);
        table.check({g}, check);
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
                EXPECT_EQ(leaves.check(gate, at, at - Duration{lag_s}, world).lanes,
                          table.check(gate, at, world.kept).lanes);
            }
        }
    }
}

TEST(GateLeaves, OfOneVersionAreTheSameAndSoIsHowGatesAreRun) {
    test::Dice dice(2017);
    std::size_t stayed = 0;
    for (int round = 0; round < 20; ++round) {
        const auto table = random_table(dice);
        GateLeaves leaves(table, day(0), day(days));
        World world;
        world.kept.assign(obligations, 0);
        const auto all_of = [&](GateId gate, Instant at) {
            std::vector<Leave> all;
            for (int t = 0; t < 3; ++t) all.push_back(table.leave(gate, static_cast<Traffic>(t), at, at, world.kept));
            return std::pair(all, table.check(gate, at, world.kept).lanes);
        };
        std::array<std::uint32_t, gates> before{};
        std::array<decltype(all_of({0}, day(0))), gates> were;
        for (std::int64_t at_s = 0; at_s < days * 86'400; at_s += dice.whole(1, 43'200)) {
            if (dice.whole(0, 3) == 0) world.keep(static_cast<std::size_t>(dice.whole(0, 3)), dice.heads());
            const Instant at = day(0) + Duration{at_s};
            const auto version = leaves.version(at, at, world);
            EXPECT_GT(version, 0U);
            for (std::uint32_t g = 0; g < gates; ++g) {
                EXPECT_LE(leaves.version_of({g}), version);
                auto now = all_of({g}, at);
                if (leaves.version_of({g}) == before.at(g)) {
                    EXPECT_EQ(now, were.at(g));
                    ++stayed;
                }
                before.at(g) = leaves.version_of({g});
                were.at(g) = std::move(now);
            }
        }
    }
    EXPECT_GT(stayed, 100U);
}

TEST(GateLeaves, ChangeWithPromisesOfTheirOwnGateAlone) {
    PassageTable table(2);
    for (const std::uint32_t g : {0U, 1U}) {
        table.grant({g}, Traffic::aid, {day(0), day(days), Access::open, Hours{}, {{g}}, {1}});
    }
    GateLeaves leaves(table, day(0), day(days));
    World world;
    world.kept.assign(3, 0);
    const auto versions = [&] {
        (void)leaves.version(day(1), day(1), world);
        return std::pair(leaves.version_of({0}), leaves.version_of({1}));
    };
    const auto before = versions();
    world.keep(2, true);
    EXPECT_EQ(versions(), before) << "no gate hangs on it";
    world.keep(1, true);
    EXPECT_EQ(versions().first, before.first);
    EXPECT_NE(versions().second, before.second);
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
