// SPDX-License-Identifier: Apache-2.0
#include "simulation/incident_candidates.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "support/violent_scenario.hpp"

namespace aidway {
namespace {

constexpr ReplicateKey replicate{2016, 3};

/// Shelling of a gate that it always shuts, which may answer itself.
Parameters shelling(bool answers) {
    auto small = test::shelled(1.5);
    auto& violence = *small.record.violence;
    violence.shuts_gate = Probability(1);
    violence.shut_for = Chance<Duration>{Law{LawKind::uniform, {3'600, 7'200}}};
    if (answers) test::add_answers(small).by.add("gov").add("gov", 0.5);
    const auto model = test::model_of(small, {test::agreement_from(0, "none", {})});
    auto parameters = parameters_of(model.scenario(), model.scenario().record());
    parameters.violence->gates_on_route.assign(parameters.violence->places, {0, 1});
    return parameters;
}

auto all_of(const IncidentCandidate& c) {
    return std::tuple(c.at_s, c.height, c.key, c.number, c.source, c.place, c.severe);
}

/// All that is known of the candidates of a band.
auto told(const IncidentCandidates& candidates, IncidentCandidates::Opened opened) {
    std::vector<decltype(all_of({}))> all;
    std::vector<std::tuple<std::uint16_t, std::int64_t>> closures;
    for (auto i = opened.first; i < opened.end; ++i) {
        all.push_back(all_of(candidates.opened(i)));
        for (const auto& [seconds, gate] : candidates.closures(candidates.opened(i)))
            closures.emplace_back(gate, seconds);
    }
    return std::pair(all, closures);
}

TEST(IncidentCandidates, AreForeseenInOrderOfTimeBelowTheFirstBandLeftOut) {
    const auto parameters = shelling(true);
    IncidentCandidates candidates;
    candidates.use(replicate, parameters, true);
    const auto& foreseen = candidates.foreseen();
    ASSERT_GT(foreseen.size(), 60U) << "two bands of 60 days";
    EXPECT_TRUE(
        std::is_sorted(foreseen.begin(), foreseen.end(), [](const auto& x, const auto& y) { return x.at_s < y.at_s; }));
    EXPECT_EQ(candidates.first_left_out(0).from, 2.0);
    for (const auto& candidate : foreseen) EXPECT_LT(candidate.height, 2.0);
}

TEST(IncidentCandidates, ThatNothingAnswersAreForeseenUpToTheRateAlone) {
    IncidentCandidates candidates;
    candidates.use(replicate, shelling(false), true);
    ASSERT_FALSE(candidates.foreseen().empty());
    for (const auto& candidate : candidates.foreseen()) EXPECT_LT(candidate.height, 1.5);
}

TEST(IncidentCandidates, OfABandAreTheSameWhoeverOpensItFirst) {
    const auto parameters = shelling(true);
    IncidentCandidates upwards, twice;
    for (auto* each : {&upwards, &twice}) each->use(replicate, parameters, true);
    const auto second = upwards.first_left_out(0);
    const auto third = second.next();
    for (const std::uint32_t day : {4U, 2U}) {
        (void)twice.open(parameters, 0, day, second);
        (void)twice.open(parameters, 0, day, third);
    }
    std::size_t opened = 0;
    for (const std::uint32_t day : {2U, 4U}) {
        for (const auto& band : {second, third}) {
            const auto once = upwards.open(parameters, 0, day, band);
            EXPECT_EQ(told(upwards, once), told(twice, twice.open(parameters, 0, day, band)));
            opened += once.end - once.first;
        }
    }
    EXPECT_GT(opened, 0U);
    twice.use(replicate, parameters, true);
    EXPECT_EQ(told(twice, twice.open(parameters, 0, 2, second)), told(upwards, upwards.open(parameters, 0, 2, second)))
        << "drawn anew";
}

TEST(IncidentCandidates, ShutEachGateForATimeOfItsLaw) {
    const auto parameters = shelling(true);
    IncidentCandidates candidates;
    candidates.use(replicate, parameters, true);
    for (const auto& candidate : candidates.foreseen()) {
        const auto closures = candidates.closures(candidate);
        ASSERT_EQ(closures.size(), 2U);
        EXPECT_NE(closures[0].seconds, closures[1].seconds) << "each by its own draw";
        for (const auto& closure : closures) {
            EXPECT_GE(closure.seconds, 3'600);
            EXPECT_LT(closure.seconds, 7'200);
        }
    }
}

}  // namespace
}  // namespace aidway
