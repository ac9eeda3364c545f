// SPDX-License-Identifier: Apache-2.0
#include "scenario/branching.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace aidway {
namespace {

Branching of(std::size_t parties, std::vector<double> brings) { return {parties, std::move(brings)}; }

TEST(Branching, HasTheSpectralRadiusOfItsMatrix) {
    EXPECT_NEAR(spectral_radius(of(1, {0.7})), 0.7, 1e-12);
    EXPECT_NEAR(spectral_radius(of(2, {0, 2, 0.4, 0})), std::sqrt(0.8), 1e-12) << "of which no power settles";
    EXPECT_NEAR(spectral_radius(of(2, {0.3, 0.2, 0.2, 0.3})), 0.5, 1e-12);
    EXPECT_NEAR(spectral_radius(of(2, {0, 5, 0, 0})), 0, 1e-12) << "nothing answers the answers";
    EXPECT_EQ(spectral_radius(of(2, {0, 0, 0, 0})), 0);
    EXPECT_TRUE(std::isinf(spectral_radius(of(1, {HUGE_VAL}))));
}

TEST(Branching, DiesOutBelowARadiusOfOne) {
    EXPECT_TRUE(dies_out(of(2, {0, 2, 0.49, 0})));
    EXPECT_FALSE(dies_out(of(2, {0, 2, 0.5, 0})));
    EXPECT_FALSE(dies_out(of(1, {1.0})));
    EXPECT_FALSE(dies_out(of(1, {HUGE_VAL})));
    EXPECT_TRUE(dies_out(of(0, {})));
}

TEST(Branching, InTheLongRunEachPartyAnswersTheRest) {
    const auto rates = long_run(of(2, {0.3, 0.4, 0.25, 0.1}), {1.5, 0.5});
    EXPECT_NEAR(rates[0], 1.5 + 0.3 * rates[0] + 0.4 * rates[1], 1e-12);
    EXPECT_NEAR(rates[1], 0.5 + 0.25 * rates[0] + 0.1 * rates[1], 1e-12);
}

TEST(Branching, CountsALawWithItsUpperEnd) {
    ScenarioRecord record;
    record.parties.add("gov", {"Government"});
    auto& answers = record.violence.emplace().answers.emplace();
    answers.by.add("gov").add("gov", 0.5);
    const std::string path = "violence/answers/by/gov/gov";
    EXPECT_EQ(branching_of(record, {}).at(0, 0), 0.5);
    const std::vector<Uncertain> uniform{{path, {LawKind::uniform, {0.2, 0.8}}, "", "", {}}};
    EXPECT_EQ(branching_of(record, uniform).at(0, 0), 0.8);
    const std::vector<Uncertain> unbounded{{path, {LawKind::lognormal, {0.5, 0.2}}, "", "", {}}};
    EXPECT_FALSE(dies_out(branching_of(record, unbounded)));
}

}  // namespace
}  // namespace aidway
