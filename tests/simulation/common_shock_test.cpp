// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::of_kind;

test::SmallScenario two_places(AnswerModel model) {
    test::SmallScenario small;
    small.add_second_community();
    auto& permission = small.record.permission;
    permission.answer_model = model;
    permission.deciders = {"gov", "opp"};
    permission.answers = {Probability(0.3), Probability(0.25), Probability(0.2)};
    permission.lag = {Law{LawKind::lognormal, {2 * 86'400.0, 0.5}}};
    return small;
}

struct Counts {
    int full = 0, part = 0, refused = 0, requests = 0;
    int mixed = 0;  ///< cycles in which not all answers were alike
};

Counts count(AnswerModel model, std::uint32_t replicates) {
    const auto compiled = test::model_of(two_places(model), {test::agreement_from(0, "none", {})});
    Runner runner(compiled);
    Counts counts;
    for (std::uint32_t r = 0; r < replicates; ++r) {
        std::map<std::uint16_t, std::set<EventKind>> kinds;
        for (const auto& event : runner.run({11, r}, 0, Arm::as_kept)) {
            if (event.kind == EventKind::request_submitted) ++counts.requests;
            if (event.kind == EventKind::answered_full) ++counts.full;
            if (event.kind == EventKind::answered_part) ++counts.part;
            if (event.kind == EventKind::answered_refused) ++counts.refused;
            if (event.kind >= EventKind::answered_full && event.kind <= EventKind::answered_refused) {
                kinds[event.cycle].insert(event.kind);
            }
        }
        for (const auto& [cycle, of_cycle] : kinds) counts.mixed += of_cycle.size() > 1 ? 1 : 0;
    }
    return counts;
}

TEST(CommonShock, GivesAllRequestsAndDecidersOfACycleOneAnswer) {
    EXPECT_EQ(count(AnswerModel::common_shock, 200).mixed, 0);
    EXPECT_GT(count(AnswerModel::independent, 200).mixed, 300) << "of 400 cycles";
}

// z below 4.5 in six tests: one false alarm in 20,000 seeds. With the common shock a cycle is one trial; alone every
// answer is one. Few answers come after their cycle (lognormal, median 2 d, sigma 0.5: beyond 30 d never).
TEST(CommonShock, HasTheChancesOfIndependentAnswersOneByOne) {
    for (const auto model : {AnswerModel::independent, AnswerModel::common_shock}) {
        constexpr std::uint32_t replicates = 2'000;
        const auto counts = count(model, replicates);
        const double answers = 2.0 * counts.requests;
        const double trials = model == AnswerModel::independent ? answers : 2.0 * replicates;
        const auto z = [&](int found, double chance) {
            return std::abs(found / answers - chance) / std::sqrt(chance * (1 - chance) / trials);
        };
        EXPECT_LT(z(counts.full, 0.3), 4.5);
        EXPECT_LT(z(counts.part, 0.25), 4.5);
        EXPECT_LT(z(counts.refused, 0.25), 4.5);
    }
}

TEST(CommonShock, DrawsAnewEachCycle) {
    std::set<std::pair<std::set<EventKind>, std::set<EventKind>>> pairs;
    for (std::uint32_t r = 0; r < 100; ++r) {
        std::array<std::set<EventKind>, 2> kinds;
        for (const auto& event : test::run_alone(two_places(AnswerModel::common_shock), {12, r})) {
            if (event.kind == EventKind::answered_full || event.kind == EventKind::answered_refused) {
                kinds.at(event.cycle).insert(event.kind);
            }
        }
        pairs.insert({kinds[0], kinds[1]});
    }
    EXPECT_EQ(pairs.size(), 9U) << "yes, no or neither, twice over";
}

TEST(CommonShock, MovesNeitherWhenAnswersComeNorWhatIsGrantedInPart) {
    const auto shared = test::model_of(two_places(AnswerModel::common_shock), {test::agreement_from(0, "none", {})});
    const auto alone = test::model_of(two_places(AnswerModel::independent), {test::agreement_from(0, "none", {})});
    std::size_t same = 0;
    for (std::uint32_t r = 0; r < 60; ++r) {
        using Key = std::tuple<std::uint16_t, std::uint16_t, std::uint16_t>;
        std::map<Key, Event> found;
        for (const auto& e : of_kind(test::log_of(alone, {13, r}, 0, Arm::as_kept), EventKind::answered_part)) {
            found[{e.community, e.cycle, e.place}] = e;
        }
        for (const auto& e : of_kind(test::log_of(shared, {13, r}, 0, Arm::as_kept), EventKind::answered_part)) {
            const auto other = found.find({e.community, e.cycle, e.place});
            if (other == found.end()) continue;
            EXPECT_EQ(e, other->second);
            ++same;
        }
    }
    EXPECT_GT(same, 20U);
}

}  // namespace
}  // namespace aidway
