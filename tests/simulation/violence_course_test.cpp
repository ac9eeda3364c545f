// SPDX-License-Identifier: Apache-2.0
#include "simulation/violence_course.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "simulation/runner.hpp"
#include "support/violent_scenario.hpp"

namespace aidway {
namespace {

/// Shelling near two roads that answers itself, up to a ceiling, and shuts gates and strikes convoys.
test::SmallScenario spiral() {
    auto small = test::shelled(1.5);
    small.days = 40;
    auto& violence = *small.record.violence;
    violence.shuts_gate = Probability(0.5);
    violence.shut_for = Chance<Duration>{Law{LawKind::uniform, {3'600, 90'000}}};
    auto& answers = test::add_answers(small);
    answers.by.add("gov").add("gov", 0.85);
    answers.most = Hazard(4);
    return small;
}

Term ended() {
    Term term;
    term.body = CeaseHostilities{{"gov"}, {}, false};
    return term;
}

/// The first two restrain nothing, the third does; the fourth is another that does not.
Model four_agreements(double day) {
    using test::agreement_from;
    return test::model_of(spiral(),
                          {agreement_from(day, "none", {}), agreement_from(day, "a", {test::open_road("a")}),
                           agreement_from(day, "ended", {ended()}), agreement_from(day, "b", {test::open_road("b")})});
}

TEST(ViolenceCourse, IsTheOneThatAnAgreementWouldHaveFoundForItself) {
    for (const double day : {0.0, 13.0}) {
        const auto model = four_agreements(day);
        for (const auto& order : {std::vector<std::size_t>{0, 1, 2, 3}, {2, 3, 0, 1}, {1, 0, 3, 2}}) {
            Runner among(model);
            for (std::uint32_t r = 0; r < 5; ++r) {
                for (const auto variant : order) {
                    for (const Arm arm : {Arm::as_signed, Arm::as_kept}) {
                        Runner alone(model);
                        const auto expected = alone.run({31, r}, variant, arm);
                        const auto found = among.run({31, r}, variant, arm);
                        EXPECT_TRUE(std::equal(expected.begin(), expected.end(), found.begin(), found.end()))
                            << model.variants()[variant].name << ", replicate " << r << ", day " << day;
                        EXPECT_EQ(alone.bands_used(), among.bands_used());
                    }
                }
            }
        }
    }
}

TEST(ViolenceCourse, HoldsActsThatACeilingCutToo) {
    const auto model = four_agreements(0);
    EXPECT_FALSE(test::of_kind(test::log_of(model, {31, 0}, 1, Arm::as_kept), EventKind::incident_cut).empty());
}

TEST(ViolenceCourse, IsFollowedWhereNothingRestrainsViolenceAndNowhereElse) {
    const auto model = four_agreements(0);
    const auto due_alone = [&](std::size_t variant) {
        Runner runner(model);
        (void)runner.run({31, 0}, variant, Arm::as_kept);
        return runner.fell_due();
    };
    Runner runner(model);
    (void)runner.run({31, 0}, 0, Arm::as_kept);
    EXPECT_EQ(runner.fell_due(), due_alone(0)) << "the first finds it";
    (void)runner.run({31, 0}, 1, Arm::as_kept);
    EXPECT_LT(runner.fell_due(), due_alone(1)) << "what did not happen is not considered again";
    (void)runner.run({31, 0}, 2, Arm::as_kept);
    EXPECT_EQ(runner.fell_due(), due_alone(2));
    (void)runner.run({31, 1}, 3, Arm::as_kept);
    (void)runner.run({31, 0}, 3, Arm::as_kept);
    EXPECT_EQ(runner.fell_due(), due_alone(3)) << "another replicate came in between";
}

TEST(ViolenceCourse, IsRestrainedByWhatPartiesEndAndByWhatDetersThem) {
    Rules rules;
    EXPECT_FALSE(restrain_violence(rules));
    rules.monitors.emplace_back();
    rules.publications.emplace_back();
    EXPECT_FALSE(restrain_violence(rules)) << "being seen alone deters nobody";
    const auto restrains = [](auto of_rules) {
        Rules with;
        (with.*of_rules).emplace_back();
        return restrain_violence(with);
    };
    EXPECT_TRUE(restrains(&Rules::cessations));
    EXPECT_TRUE(restrains(&Rules::groundings));
    EXPECT_TRUE(restrains(&Rules::pull_backs));
    EXPECT_TRUE(restrains(&Rules::consequences));
}

}  // namespace
}  // namespace aidway
