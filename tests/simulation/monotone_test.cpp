// SPDX-License-Identifier: Apache-2.0
// What may never hurt, in any replicate, as signed and as kept: docs/verification/monotone.md, first table. Scenarios
// are drawn with fixed seeds; what may hurt stands in not_monotone_test.cpp.
#include <gtest/gtest.h>

#include <array>
#include <functional>

#include "support/air_scenario.hpp"
#include "support/random_scenario.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::agreement_from;
using test::Dice;
using test::open_road;
using test::random_agreement;
using test::random_scenario;
using test::SmallScenario;

/// A scenario and its agreement, and the same with more of what is said to be good.
struct Pair {
    SmallScenario few, more;
    DatedAgreement agreement_of_few, agreement_of_more;
};

using Evenings = std::array<Mass, 60>;

/// Food delivered by the evening of each day.
Evenings delivered(const test::Log& log) {
    Evenings by{};
    for (const auto& event : log) {
        if (event.kind != EventKind::delivered || event.goods != 0) continue;
        for (auto day = static_cast<std::size_t>(event.at_s / 86'400); day < by.size(); ++day) by.at(day) += event.mass;
    }
    return by;
}

struct Never {
    bool eat_less = true;      ///< in all
    bool deliver_less = true;  ///< by the evening of any day
};

/// Runs pairs by chance. Rates are whole grams a day: rounding may cost an enclave a kilogram.
void expect_never(const std::function<Pair(Dice&)>& make, Never never) {
    constexpr std::uint64_t pairs = 120;
    const Mass rounding = Mass::kilograms(1);
    int better = 0;
    for (std::uint64_t seed = 0; seed < pairs; ++seed) {
        Dice dice(seed);
        const auto pair = make(dice);
        const auto few = test::model_of(pair.few, {pair.agreement_of_few});
        const auto more = test::model_of(pair.more, {pair.agreement_of_more});
        for (const Arm arm : {Arm::as_signed, Arm::as_kept}) {
            for (std::uint32_t r = 0; r < 3; ++r) {
                const auto one = test::log_of(few, {seed, r}, 0, arm), other = test::log_of(more, {seed, r}, 0, arm);
                const auto eaten = test::mass_of(one, EventKind::eaten), now = test::mass_of(other, EventKind::eaten);
                const auto before = delivered(one), after = delivered(other);
                if (never.eat_less) {
                    ASSERT_GE((now + rounding).ticks(), eaten.ticks()) << "seed " << seed << ", replicate " << r;
                }
                for (std::size_t day = 0; never.deliver_less && day < before.size(); ++day) {
                    ASSERT_GE((after.at(day) + rounding).ticks(), before.at(day).ticks())
                        << "seed " << seed << ", replicate " << r << ", day " << day;
                }
                better += now > eaten + rounding || after.back() > before.back() ? 1 : 0;
            }
        }
    }
    EXPECT_GT(better, 40) << "else nothing was tried";
}

/// Served in a fixed order, so that no place is served later for having more.
SmallScenario in_turn(Dice& dice) {
    auto small = random_scenario(dice, dice.heads());
    small.record.allocation.rule = AllocationRule::in_turn;
    return small;
}

/// Nothing on the way is left to chance, and gates have room for all.
SmallScenario smooth(Dice& dice, bool two_communities) {
    auto small = random_scenario(dice, two_communities);
    auto& record = small.record;
    record.turn_back = {};
    record.goods.find("food")->removed.chance = Probability(0);
    record.permission.security_withheld = Probability(0);
    record.permission.silence_means = Silence::refusal;
    for (std::size_t g = 0; g < record.gates.size(); ++g) {
        record.gates[g].lanes = {16};
        record.gates[g].inspection = std::chrono::minutes{2};
    }
    return small;
}

Pair pair_of(SmallScenario few, SmallScenario more, const DatedAgreement& agreement) {
    return {std::move(few), std::move(more), agreement, agreement};
}

TEST(NeverHurts, MoreStockAtTheStart) {
    expect_never(
        [](Dice& dice) {
            auto few = in_turn(dice), more = few;
            const Duration longer{test::seconds_of_days(dice.between(0, 30))};
            for (std::size_t e = 0; e < few.record.enclaves.size(); ++e)
                more.record.enclaves[e].opening_stock += longer;
            return pair_of(few, more, random_agreement(dice));
        },
        {});
}

TEST(NeverHurts, MoreThatIsSmuggled) {
    expect_never(
        [](Dice& dice) {
            auto few = in_turn(dice), more = few;
            for (std::size_t e = 0; e < few.record.enclaves.size(); ++e) {
                auto& informal = more.record.enclaves[e].informal;
                informal = Probability(informal->value() + dice.between(0, 0.3));
            }
            return pair_of(few, more, random_agreement(dice));
        },
        {});
}

TEST(NeverHurts, LessThatIsDiverted) {
    expect_never(
        [](Dice& dice) {
            auto few = in_turn(dice), more = few;
            const double diverted = dice.between(0, 0.8);
            few.record.food.diverted = Probability(diverted);
            more.record.food.diverted = Probability(diverted * dice.between(0, 1));
            return pair_of(few, more, random_agreement(dice));
        },
        {});
}

TEST(NeverHurts, LessThatIsTakenOffConvoys) {
    expect_never(
        [](Dice& dice) {
            auto few = in_turn(dice), more = few;
            auto& chance = more.record.goods.find("food")->removed.chance;
            chance = Probability(chance.value() * dice.between(0, 1));
            return pair_of(few, more, random_agreement(dice));
        },
        {});
}

TEST(NeverHurts, TradeThatMayPassLongerOrInGreaterAmounts) {
    expect_never(
        [](Dice& dice) {
            auto few = in_turn(dice);
            few.add_outside();
            few.add_trade();
            const double from = dice.between(0, 40), until = from + dice.between(1, 15);
            const auto tonnes = dice.whole(1, 4);
            few.open_for = {
                {0, Traffic::goods, from, until, Access::open, MassRate::grams_per_day(tonnes * 1'000'000)}};
            auto more = few;
            auto& open = more.open_for[0];
            open.from_day = std::max(0.0, from - dice.between(0, 5));
            open.until_day += dice.between(0, 5);
            open.goods_per_day = MassRate::grams_per_day((tonnes + dice.whole(0, 4)) * 1'000'000);
            return pair_of(few, more, random_agreement(dice));
        },
        {});
}

TEST(NeverHurts, MoreTrucksLargerConvoysAndMoreOfThemForOnePlace) {
    expect_never(
        [](Dice& dice) {
            auto few = smooth(dice, false), more = few;
            const auto trucks = dice.whole(0, 20), larger = dice.whole(0, 10), oftener = dice.whole(0, 5);
            for (std::size_t f = 0; f < few.record.fleets.size(); ++f) {
                auto& fleet = more.record.fleets[f];
                fleet.trucks.value += trucks;
                fleet.convoy_trucks.value += larger;
                fleet.convoys_per_week.value += oftener;
            }
            return pair_of(few, more, random_agreement(dice));
        },
        {.eat_less = false});
}

TEST(NeverHurts, LettersThatComeMoreOften) {
    expect_never(
        [](Dice& dice) {
            auto few = smooth(dice, false), more = few;
            auto& permission = few.record.permission;
            permission.answers.part = Probability(0);
            more.record.permission = permission;
            auto& letter = more.record.permission.letter.daily_chance;
            letter = Probability(dice.between(letter.value(), 1));
            return pair_of(few, more, random_agreement(dice));
        },
        {.eat_less = false});
}

TEST(NeverHurts, FasterInspectionWhereGatesHaveRoom) {
    expect_never(
        [](Dice& dice) {
            auto few = smooth(dice, dice.heads()), more = few;
            for (std::size_t g = 0; g < few.record.gates.size(); ++g)
                more.record.gates[g].inspection = Duration{dice.whole(0, 110)};
            return pair_of(few, more, random_agreement(dice));
        },
        {});
}

TEST(NeverHurts, ASecondOpenRoadBesideTheFirst) {
    expect_never(
        [](Dice& dice) {
            const auto small = smooth(dice, dice.heads());
            const auto day = static_cast<double>(dice.whole(0, 40));
            return Pair{small, small, agreement_from(day, "a", {open_road("a")}),
                        agreement_from(day, "both", {open_road("a"), open_road("b")})};
        },
        {});
}

TEST(NeverHurts, PalletsOfWhichMoreCanBeUsed) {
    expect_never(
        [](Dice& dice) {
            auto few = test::airy();
            auto& drops = test::operation(few, "drops");
            drops.sorties_per_day = {dice.whole(1, 6)};
            drops.load = Mass::tonnes(dice.whole(1, 20));
            const double usable = dice.between(0, 1);
            drops.usable = Chance<Probability>::certain(usable);
            auto more = few;
            test::operation(more, "drops").usable = Chance<Probability>::certain(dice.between(usable, 1));
            return pair_of(few, more,
                           agreement_from(static_cast<double>(dice.whole(0, 30)), "drop", {test::air_drop({"one"})}));
        },
        {});
}

}  // namespace
}  // namespace aidway
