// SPDX-License-Identifier: Apache-2.0
// What grounding and pulling back leave of violence, and what is a breach. Seeds are fixed; a correct engine would fail
// a |z| < 4.5 check for about one seed in 100,000 and check.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "support/violent_scenario.hpp"

namespace aidway {
namespace {

using test::agreement_from;
using test::incidents_by;
using test::of_kind;

constexpr double most_z = 4.5;
constexpr int near_road = 0, far_from_road = 1;

/// Gov shells and strikes from the air, opp shells; one place at road a, one 5 km beside it.
test::SmallScenario violent() {
    test::SmallScenario small;
    auto& violence = small.record.violence.emplace();
    violence.by.add("guns", incidents_by("gov", ViolenceKind::shelling, 4));
    violence.by.add("strikes", incidents_by("gov", ViolenceKind::air_strikes, 4));
    violence.by.add("mortars", incidents_by("opp", ViolenceKind::shelling, 4));
    violence.where.add("near", {test::small_place(11.5, 1), 1.0});
    violence.where.add("far", {test::small_place(11.5, 5), 1.0});
    violence.while_demilitarised = Probability(0.3);
    violence.while_grounded = Probability(0.25);
    return small;
}

Term pull_back(std::vector<ViolenceKind> kinds, double kilometres) {
    Term term;
    term.body = Demilitarise{"a", {"gov"}, {{std::move(kinds), Distance::kilometres(kilometres)}}};
    return term;
}

Term grounding() {
    Term term;
    term.body = GroundAircraft{{"gov"}};
    return term;
}

/// What is left, in one arm, of the incidents of a source at a place under one term, from day 1 on, over all those
/// without it; all that are left must be among those. Also tells how many there are without it.
struct Left {
    double share = 0;
    double of = 0;
};
Left left_of(const test::SmallScenario& small, const Term& term, Arm arm, int source, int place) {
    const auto model = test::model_of(small, {agreement_from(0, "none", {}), agreement_from(0, "term", {term})});
    const auto of = [&](std::uint32_t r, std::size_t variant) {
        test::Incidents found;
        for (const auto& i : test::incidents_of(test::log_of(model, {301, r}, variant, arm))) {
            const bool late = std::get<0>(i) >= 2 * 86'400;
            if (late && std::get<1>(i) == source && std::get<2>(i) == place) found.insert(i);
        }
        return found;
    };
    double with = 0, without = 0;
    for (std::uint32_t r = 0; r < 20; ++r) {
        const auto some = of(r, 1), all = of(r, 0);
        EXPECT_TRUE(std::includes(all.begin(), all.end(), some.begin(), some.end()));
        with += static_cast<double>(some.size());
        without += static_cast<double>(all.size());
    }
    return {with / without, without};
}

void expect_share(const Left& left, double share) {
    EXPECT_LT(std::abs(left.share - share) / std::sqrt(share * (1 - share) / left.of), most_z);
}

TEST(PullBack, EndsItsKindsNearTheRoadAsSignedAndNothingElse) {
    const auto small = violent();
    const auto term = pull_back({ViolenceKind::shelling}, 2);
    EXPECT_EQ(left_of(small, term, Arm::as_signed, 0, near_road).share, 0);
    EXPECT_EQ(left_of(small, term, Arm::as_signed, 0, far_from_road).share, 1) << "not further away";
    EXPECT_EQ(left_of(small, term, Arm::as_signed, 1, near_road).share, 1) << "not another kind";
    EXPECT_EQ(left_of(small, term, Arm::as_signed, 2, near_road).share, 1) << "not another party";
}

TEST(PullBack, LeavesItsShareNearTheRoadWhileItIsKept) {
    const auto small = violent();
    const auto term = pull_back({ViolenceKind::shelling}, 2);
    expect_share(left_of(small, term, Arm::as_kept, 0, near_road), 0.3);
    EXPECT_EQ(left_of(small, term, Arm::as_kept, 0, far_from_road).share, 1);
    expect_share(left_of(small, pull_back({ViolenceKind::shelling}, 6), Arm::as_kept, 0, far_from_road), 0.3);
}

TEST(PullBack, HasADistanceForEachKind) {
    auto term = pull_back({ViolenceKind::shelling}, 6);
    std::get<Demilitarise>(term.body).pull_back.push_back({{ViolenceKind::air_strikes}, Distance::kilometres(2)});
    EXPECT_EQ(left_of(violent(), term, Arm::as_signed, 0, far_from_road).share, 0);
    EXPECT_EQ(left_of(violent(), term, Arm::as_signed, 1, far_from_road).share, 1);
    EXPECT_EQ(left_of(violent(), term, Arm::as_signed, 1, near_road).share, 0);
}

TEST(Grounding, EndsAirStrikesOfItsPartyAsSignedAndNothingElse) {
    const auto small = violent();
    EXPECT_EQ(left_of(small, grounding(), Arm::as_signed, 1, near_road).share, 0);
    EXPECT_EQ(left_of(small, grounding(), Arm::as_signed, 0, near_road).share, 1);
    EXPECT_EQ(left_of(small, grounding(), Arm::as_signed, 2, near_road).share, 1);
}

TEST(Grounding, LeavesItsShareWhileItIsKept) {
    expect_share(left_of(violent(), grounding(), Arm::as_kept, 1, far_from_road), 0.25);
}

TEST(Breach, IsAnIncidentThatATermBansWhetherItIsKeptOrNot) {
    auto small = violent();
    small.record.compliance.onset = Hazard(0);  // nobody ever keeps anything
    auto term = pull_back({ViolenceKind::shelling}, 2);
    term.lasting = one_day * 20;
    const auto log = test::run_under(small, agreement_from(10, "t", {term, grounding()}), Arm::as_kept);
    std::size_t breaches = 0, others = 0;
    for (const auto& e : of_kind(log, EventKind::incident)) {
        const double day = static_cast<double>(e.at_s) / 86'400;
        const bool banned = (e.number == 0 && e.place == near_road && day < 30) || e.number == 1;
        EXPECT_EQ(e.attempt, banned && day > 10 ? 1 : 0) << e.number << " at " << e.place << " on day " << day;
        (e.attempt == 1 ? breaches : others) += 1;
    }
    EXPECT_GT(breaches, 100U);
    EXPECT_GT(others, 100U);
}

TEST(Breach, DoesNotHappenAsSigned) {
    Term cessation;
    cessation.body = CeaseHostilities{{"gov", "opp"}, {ViolenceKind::shelling}, false};
    const auto agreement = agreement_from(10, "t", {cessation, grounding()});
    for (const Arm arm : {Arm::as_signed, Arm::as_kept}) {
        std::size_t breaches = 0;
        for (const auto& e : of_kind(test::run_under(violent(), agreement, arm), EventKind::incident)) {
            breaches += e.attempt;
        }
        EXPECT_EQ(breaches == 0, arm == Arm::as_signed);
    }
}

}  // namespace
}  // namespace aidway
