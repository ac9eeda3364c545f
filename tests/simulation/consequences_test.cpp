// SPDX-License-Identifier: Apache-2.0
// Seeds are fixed; a correct engine would fail a |z| < 4.5 check for about one seed in 100,000 and check.
#include "simulation/processes/consequences.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "support/read_agreement.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::of_kind;

constexpr double most_z = 4.5;
constexpr std::int64_t day = 86'400;
const std::string gov_stops = "cease_hostilities: {parties: [gov]}";
const std::string sees_all = "monitor: {by: independent, coverage: 1, attribution: 1}";

test::SmallScenario violent(double rate = 4) {
    test::SmallScenario small;
    IncidentSourceRecord strikes;
    strikes.party = "gov";
    strikes.kind = ViolenceKind::air_strikes;
    strikes.rate = Hazard(rate);
    strikes.while_kept = Probability(1);
    auto& violence = small.record.violence.emplace();
    violence.by.add("strikes", strikes);
    violence.where.add("far", {test::small_place(-300), 1.0});
    return small;
}

DeterrenceRecord deterring() {
    DeterrenceRecord record;
    record.severity = Probability(0.8);
    record.undeterred = Probability(0.25);
    record.response = 5;
    record.backfire = 1;
    return record;
}

DatedAgreement agreement(const std::vector<std::string>& terms) {
    auto made = test::agreement_from(0, "x", {});
    made.agreement.terms = test::agreement_of(terms).terms;
    return made;
}

test::Log run(const test::SmallScenario& small, const std::vector<std::string>& terms, std::uint32_t replicate = 0) {
    return test::run_under(small, agreement(terms), Arm::as_kept, {95, replicate});
}

test::Log without_ledgers(const test::Log& log) {
    return test::where(log, [](const Event& e) {
        return e.kind != EventKind::reported &&
               (e.kind < EventKind::consequence_triggered || e.kind > EventKind::consequence_ended);
    });
}

TEST(Consequences, FireAtTheNthReportOfTheWindowAndNotAgainForOne) {
    const auto log = run(
        violent(), {gov_stops, sees_all, "consequence: {after: 8 reports in 3 d, effect: sanctions, lasting: 1 d}"});
    std::vector<std::int64_t> reports, expected, fired;
    std::int64_t blocked_until = 0;
    for (const auto& e : of_kind(log, EventKind::reported)) {
        reports.push_back(e.at_s);
        const auto in_window =
            std::count_if(reports.begin(), reports.end(), [&](std::int64_t at) { return at > e.at_s - 3 * day; });
        if (e.at_s < blocked_until || in_window < 8) continue;
        expected.push_back(e.at_s);
        blocked_until = e.at_s + 3 * day;
    }
    for (const auto& e : of_kind(log, EventKind::consequence_triggered)) fired.push_back(e.at_s);
    EXPECT_EQ(fired, expected);
    EXPECT_GT(fired.size(), 10U);
}

TEST(Consequences, AreAppliedAfterTheirLagForTheirTime) {
    const auto log = run(
        violent(),
        {gov_stops, sees_all, "consequence: {after: 8 reports in 3 d, effect: sanctions, lag: 36 h, lasting: 5 d}"});
    const auto triggered = of_kind(log, EventKind::consequence_triggered);
    const auto applied = of_kind(log, EventKind::consequence_applied);
    const auto ended = of_kind(log, EventKind::consequence_ended);
    ASSERT_GT(ended.size(), 5U);
    for (std::size_t i = 0; i < ended.size(); ++i) {
        EXPECT_EQ(applied[i].at_s, triggered[i].at_s + 36 * 3600);
        EXPECT_EQ(applied[i].count, 5 * day);
        EXPECT_EQ(ended[i].at_s, applied[i].at_s + 5 * day);
        EXPECT_EQ(ended[i].number, 0) << "the party";
    }
}

TEST(Consequences, AreAppliedByTheirCertainty) {
    double triggered = 0, announced = 0, applied = 0;
    const auto model = test::model_of(
        violent(8),
        {agreement({gov_stops, sees_all,
                    "consequence: {after: 3 reports in 1 d, effect: sanctions, lasting: 1 h, certainty: 0.35}"})});
    for (std::uint32_t r = 0; r < 40; ++r) {
        const auto log = test::log_of(model, {96, r}, 0, Arm::as_kept);
        for (const auto& e : of_kind(log, EventKind::consequence_triggered)) {
            triggered += 1;
            announced += static_cast<double>(e.count);
        }
        applied += static_cast<double>(of_kind(log, EventKind::consequence_applied).size());
    }
    EXPECT_GT(triggered, 1'500);
    EXPECT_EQ(announced, applied) << "without a lag";
    EXPECT_LT(std::abs(applied - 0.35 * triggered) / std::sqrt(triggered * 0.35 * 0.65), most_z);
}

TEST(Consequences, AgainstOnePartySpareTheOther) {
    const std::string blames_opp = "monitor: {by: gov, coverage: 1, attribution: 0, bias: {gov: {opp: 1}}}";
    const std::string both_stop = "cease_hostilities: {parties: [gov, opp]}";
    const auto applied = [&](const std::string& against) {
        return of_kind(
            run(violent(), {both_stop, blames_opp,
                            "consequence: {after: 3 reports in 1 d, effect: sanctions, lasting: 1 d" + against + "}"}),
            EventKind::consequence_applied);
    };
    EXPECT_TRUE(applied(", against: gov").empty());
    ASSERT_FALSE(applied("").empty());
    EXPECT_EQ(applied("").front().number, 1);
}

TEST(Consequences, CountOneLedgerAtATime) {
    const std::string half = "monitor: {by: independent, coverage: 1, attribution: 1}";
    const std::string again = "monitor: {by: opp, coverage: 1, attribution: 1}";
    const auto first = [&](const std::vector<std::string>& terms) {
        const auto fired = of_kind(run(violent(), terms), EventKind::consequence_triggered);
        return fired.empty() ? -1 : fired.front().at_s;
    };
    const std::string rule = "consequence: {after: 8 reports in 3 d, effect: sanctions, lasting: 1 d}";
    EXPECT_EQ(first({gov_stops, half, again, rule}), first({gov_stops, half, rule}))
        << "two ledgers are not one of twice the reports";
    EXPECT_EQ(
        first({gov_stops, half,
               "consequence: {after: 8 reports in 3 d, by: monitor/independent, effect: sanctions, lasting: 1 d}"}),
        first({gov_stops, half, rule}));
}

TEST(Consequences, GroundAircraft) {
    // What grounding does to acts is the business of violence; here the state that it reads.
    const auto model = test::model_of(
        violent(), {agreement({gov_stops, sees_all,
                               "consequence: {after: 8 reports in 3 d, effect: ground_aircraft, lasting: 5 d}"})});
    EXPECT_EQ(model.variants()[0].rules.consequences[0].effect, ConsequenceEffect::ground_aircraft);
    EXPECT_FALSE(of_kind(test::log_of(model, {95, 0}, 0, Arm::as_kept), EventKind::consequence_applied).empty());
}

/// Acts in 60 days over some replicates.
double acts(const test::SmallScenario& small, const std::vector<std::string>& terms) {
    const auto model = test::model_of(small, {agreement(terms)});
    Runner runner(model);
    double sum = 0;
    for (std::uint32_t r = 0; r < 20; ++r)
        sum += static_cast<double>(of_kind(runner.run({97, r}, 0, Arm::as_kept), EventKind::incident).size());
    return sum;
}

const std::string never_fires =
    "consequence: {after: 900000 reports in 7 d, effect: sanctions, lasting: 7 d, published: true}";

TEST(Restraint, IsNoneBitForBitInItsLimits) {
    const std::string blind = "monitor: {by: independent, coverage: 0, attribution: 1}";
    const std::string cannot_tell = "monitor: {by: independent, coverage: 1, attribution: 0.5, misattributed: 0.5}";
    auto small = violent();
    small.record.compliance = {Hazard(0.3), Hazard(0.1), Hazard(0.3)};
    const auto same = [&](const DeterrenceRecord& deterrence, const std::string& monitor) {
        auto deterred = small;
        deterred.record.deterrence = deterrence;
        return without_ledgers(run(deterred, {gov_stops, monitor, never_fires})) ==
               without_ledgers(run(small, {gov_stops, monitor, never_fires}));
    };
    auto none = deterring();
    none.response = 0;
    EXPECT_TRUE(same(none, sees_all)) << "nobody answers";
    none = deterring();
    none.severity = Probability(0);
    EXPECT_TRUE(same(none, sees_all)) << "nothing grave";
    EXPECT_TRUE(same(deterring(), blind));
    EXPECT_TRUE(same(deterring(), cannot_tell)) << "blame does not depend on who acts";
    none = deterring();
    none.responds = 0;
    EXPECT_TRUE(same(none, sees_all));
    EXPECT_FALSE(same(deterring(), sees_all));
}

TEST(Restraint, ThinsActsByTheFormula) {
    auto small = violent(20);
    const double free = acts(small, {gov_stops, sees_all, never_fires});
    small.record.deterrence = deterring();
    // E = s c cov (A - A') with c = 1 / (1 + 1): published, never applied; no delay and no lag.
    const double left = 0.25 + 0.75 * std::exp(-5 * 0.8 * 0.5);
    const double found = acts(small, {gov_stops, sees_all, never_fires});
    EXPECT_LT(std::abs(found / free - left) / std::sqrt(left * (1 - left) / free), most_z);
    small.record.deterrence->response = 1e9;
    EXPECT_LT(std::abs(acts(small, {gov_stops, sees_all, never_fires}) / free - 0.25) / std::sqrt(0.25 * 0.75 / free),
              most_z);
}

TEST(Restraint, IsWeakerWhereTermsAreNotPublicAndPublishTermsMakesThemSo) {
    auto small = violent();
    small.record.deterrence = deterring();
    const std::string silent = "consequence: {after: 900000 reports in 7 d, effect: sanctions, lasting: 7 d}";
    const auto published = acts(small, {gov_stops, sees_all, never_fires});
    EXPECT_LT(published, acts(small, {gov_stops, sees_all, silent}));
    EXPECT_EQ(published, acts(small, {gov_stops, sees_all, silent, "publish_terms: {}"}));
}

TEST(Restraint, ReachesOnlyThoseWhomTheConsequenceCanMeet) {
    auto small = violent();
    const double free = acts(small, {gov_stops, sees_all, never_fires});
    small.record.deterrence = deterring();
    const std::string against =
        "consequence: {after: 900000 reports in 7 d, effect: sanctions, lasting: 7 d, against: ";
    EXPECT_EQ(acts(small, {gov_stops, sees_all, against + "opp}"}), free);
    EXPECT_LT(acts(small, {gov_stops, sees_all, against + "gov}"}), free);
    EXPECT_EQ(acts(small, {"cease_hostilities: {parties: [opp]}", sees_all, never_fires}), free) << "nothing binds gov";
}

TEST(Restraint, FadesAsThreatsFail) {
    auto small = violent(20);
    small.record.deterrence = deterring();
    small.record.deterrence->response = 3;
    const std::string in_vain =
        "consequence: {after: 5 reports in 7 d, effect: sanctions, lasting: 7 d, published: true, certainty: 0}";
    const double expected_start = 0.25 + 0.75 * std::exp(-3 * 0.8 * 0.5);
    double late = 0;
    const auto model = test::model_of(small, {agreement({gov_stops, sees_all, in_vain})});
    for (std::uint32_t r = 0; r < 40; ++r) {
        for (const auto& e : of_kind(test::log_of(model, {98, r}, 0, Arm::as_kept), EventKind::incident)) {
            if (e.at_s >= 53 * day) ++late;
        }
    }
    // After the eighth failure in the eighth week, c = 1 / (1 + 1 + 8); the ninth comes within the first reports.
    const double left = 0.25 + 0.75 * std::exp(-3 * 0.8 / 10.0);
    EXPECT_GT(left, expected_start);
    EXPECT_NEAR(late / 40 / 7, 20 * left, 20 * left * 0.06);
}

TEST(Backfire, MakesPassageBreakMoreOftenWhileAConsequenceLasts) {
    auto small = violent(20);
    small.record.compliance = {Hazard(5), Hazard(0.1), Hazard(5)};
    small.record.deterrence = deterring();
    small.record.deterrence->response = 0;
    const auto breaks = [&](double backfire, const std::string& consequence) {
        small.record.deterrence->backfire = backfire;
        auto terms = agreement({gov_stops, "open_road: {road: a, for: [aid]}", sees_all, consequence});
        const auto model = test::model_of(small, {terms});
        double road = 0, cessation = 0;
        for (std::uint32_t r = 0; r < 200; ++r) {
            for (const auto& e : of_kind(test::log_of(model, {99, r}, 0, Arm::as_kept), EventKind::obligation_broken)) {
                const auto& term = model.variants()[0].rules.obligations[e.place].term;
                (term == "open_road/a" ? road : cessation) += 1;
            }
        }
        return std::pair(road, cessation);
    };
    const std::string always = "consequence: {after: 5 reports in 1 d, effect: sanctions, lasting: 60 d}";
    const auto calm = breaks(1, always);
    EXPECT_EQ(breaks(3, never_fires), breaks(1, never_fires)) << "nothing backfires that is not applied";
    const auto angry = breaks(3, always);
    EXPECT_EQ(angry.second, calm.second) << "only obligations of passage";
    EXPECT_GT(angry.first, 2.2 * calm.first);
    EXPECT_LT(angry.first, 3.2 * calm.first);
}

}  // namespace
}  // namespace aidway
