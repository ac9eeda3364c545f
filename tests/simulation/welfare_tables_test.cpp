// SPDX-License-Identifier: Apache-2.0
// Outcomes that stand or fall with a table of the scenario, from the file's record to the tally.
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

#include "simulation/tally.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::agreement_from;

constexpr std::uint32_t replicates = 12;

test::SmallScenario with_tables() {
    test::SmallScenario small;
    small.make_chancy();
    small.record.food.inequality = {0.3, 0.1};
    small.record.price = {0.9, Probability(0.02), Probability(1)};
    small.record.medicine = {"medicine", Mass::kilograms(1'250), {10'000}, one_day * 90};
    small.record.enclaves.find("one")->opening_medicine = one_day * 20;
    return small;
}

TEST(WelfareOutcomes, AreThereOnlyWithTheirTables) {
    const auto plain = test::model_of({}, {agreement_from(10, "none", {})});
    const auto full = test::model_of(with_tables(), {agreement_from(10, "none", {})});
    for (const std::string name : {"person_days_below_25_unequal", "person_days_below_100_unequal", "medicine_coverage",
                                   "treatment_days_unmet"}) {
        EXPECT_THROW((void)TallyLayout(plain).outcome(name), std::invalid_argument) << name;
        EXPECT_EQ(TallyLayout(full).outcome(name).cells, 1U) << name;
    }
    try {
        (void)TallyLayout(plain).outcome("person_days_below_25_unequal");
        FAIL();
    } catch (const std::invalid_argument& fault) {
        EXPECT_STREQ(fault.what(),
                     "there is no outcome 'person_days_below_25_unequal' without `food/inequality` in the scenario");
    }
}

/// A scalar outcome of the first community by replicate, of one agreement as kept.
class Told {
public:
    explicit Told(const Model& model) : layout_(model) {
        BlockRunner runner(model, layout_);
        EXPECT_TRUE(runner.run(3, 0, replicates, tally_, [] { return true; }));
    }
    [[nodiscard]] double operator()(const std::string& name, std::uint32_t replicate) const {
        const std::size_t variant = 1;  // as kept
        const std::size_t cell = layout_.first_cell(layout_.outcome(name)) * layout_.variants() + variant;
        return tally_.scalars[cell * replicates + replicate];
    }

private:
    TallyLayout layout_;
    Tally tally_;
};

TEST(WelfareOutcomes, HoldTogetherInEveryReplicate) {
    const auto model = test::model_of(with_tables(), {agreement_from(10, "a", {test::open_road("a")})});
    const Told told(model);
    constexpr double person_days = 50 * 10'000;
    for (std::uint32_t r = 0; r < replicates; ++r) {
        double before = 0;
        for (const std::string share : {"25", "50", "75", "100"}) {
            const double now = told("person_days_below_" + share + "_unequal", r);
            EXPECT_GE(now, before) << share << " in " << r;
            before = now;
        }
        EXPECT_LE(before, told("person_days_below_100", r)) << "some have all they need where the mean falls short";
        EXPECT_GT(told("person_days_below_50_unequal", r), 0);
        EXPECT_LE(told("unmet_rations", r), before);
        EXPECT_NEAR(told("treatment_days_unmet", r), person_days * (1 - told("medicine_coverage", r)), 1e-3);
        EXPECT_GE(told("medicine_coverage", r), 10.0 / 50 - 1e-4) << "what was in stock";
        EXPECT_EQ(told("worst_off", r), told("coverage", r)) << "the only community";
        EXPECT_EQ(told("gini", r), 0);
        EXPECT_EQ(told("displaced_forced", r) + told("displaced_own_will", r), told("displaced_person_days", r));
    }
}

}  // namespace
}  // namespace aidway
