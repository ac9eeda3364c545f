// SPDX-License-Identifier: Apache-2.0
// Seeds are fixed; a correct engine would fail a |z| < 4.5 check for about one seed in 100,000 and check.
#include "simulation/processes/monitors.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <tuple>

#include "support/read_agreement.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::of_kind;

constexpr double most_z = 4.5;
constexpr std::uint16_t gov = 0, opp = 1, nobody = Event::no_index;
const std::string everybody_stops = "cease_hostilities: {parties: [gov, opp]}";

double z_of(double found, double chance, double n) {
    return std::abs(found - n * chance) / std::sqrt(n * chance * (1 - chance));
}

/// Ten acts a day by gov, far from everything, that a kept promise makes no fewer.
test::SmallScenario violent() {
    test::SmallScenario small;
    IncidentSourceRecord strikes;
    strikes.party = "gov";
    strikes.kind = ViolenceKind::air_strikes;
    strikes.rate = Hazard(10);
    strikes.while_kept = Probability(1);
    auto& violence = small.record.violence.emplace();
    violence.by.add("strikes", strikes);
    violence.where.add("far", {test::small_place(-300), 1.0});
    return small;
}

DatedAgreement agreement(const std::vector<std::string>& terms, double day = 0) {
    auto made = test::agreement_from(day, "x", {});
    made.agreement.terms = test::agreement_of(terms).terms;
    return made;
}

/// All logs of some replicates, one after another.
test::Log logs(const test::SmallScenario& small, const std::vector<std::string>& terms, std::uint32_t replicates,
               Arm arm = Arm::as_kept) {
    const auto model = test::model_of(small, {agreement(terms)});
    test::Log all;
    Runner runner(model);
    for (std::uint32_t r = 0; r < replicates; ++r) {
        const auto log = runner.run({91, r}, 0, arm);
        all.insert(all.end(), log.begin(), log.end());
    }
    return all;
}

double count(const test::Log& log, EventKind kind) { return static_cast<double>(of_kind(log, kind).size()); }

TEST(Monitors, SeeEachBreachWithTheirCoverage) {
    const auto log =
        logs(violent(), {everybody_stops, "monitor: {by: independent, coverage: 0.3, attribution: 1}"}, 20);
    const auto breaches = count(log, EventKind::incident);
    EXPECT_GT(breaches, 10'000);
    EXPECT_LT(z_of(count(log, EventKind::reported), 0.3, breaches), most_z);
}

TEST(Monitors, ReportOnlyWhatTheAgreementBans) {
    const std::string sees_all = "monitor: {by: independent, coverage: 1, attribution: 1}";
    const auto reports = [&](const std::string& cessation) {
        return count(logs(violent(), {cessation, sees_all}, 1), EventKind::reported);
    };
    EXPECT_EQ(reports("cease_hostilities: {parties: [gov], kinds: [shelling]}"), 0);
    EXPECT_EQ(reports("cease_hostilities: {parties: [opp]}"), 0);
    EXPECT_GT(reports("cease_hostilities: {parties: [gov], kinds: [air_strikes]}"), 400);
}

TEST(Monitors, BlameByTheirRow) {
    const auto log = logs(violent(),
                          {everybody_stops,
                           "monitor: {by: independent, coverage: 1, attribution: 0.7, "
                           "misattributed: 0.2}"},
                          20);
    std::array<double, 3> blamed{};
    for (const auto& e : of_kind(log, EventKind::reported)) {
        EXPECT_EQ(e.attempt, gov);
        ++blamed.at(e.number == nobody ? 2 : e.number);
    }
    const double all = blamed[0] + blamed[1] + blamed[2];
    EXPECT_EQ(all, count(log, EventKind::incident));
    EXPECT_LT(z_of(blamed[gov], 0.7, all), most_z);
    EXPECT_LT(z_of(blamed[opp], 0.2, all), most_z);
    EXPECT_LT(z_of(blamed[2], 0.1, all), most_z);
}

TEST(Monitors, OfAPartyMayBeBiased) {
    const auto log = logs(
        violent(), {everybody_stops, "monitor: {by: gov, coverage: 1, attribution: 0.9, bias: {gov: {opp: 1}}}"}, 2);
    const auto reports = of_kind(log, EventKind::reported);
    EXPECT_GT(reports.size(), 1'000U);
    for (const auto& e : reports) EXPECT_EQ(e.number, opp);
}

TEST(Monitors, ReportAfterTheirDelay) {
    const auto log =
        logs(violent(), {everybody_stops, "monitor: {by: independent, coverage: 1, attribution: 1, delay: 2 d}"}, 1);
    std::vector<std::int64_t> acts, reports;
    for (const auto& e : of_kind(log, EventKind::incident)) {
        if (e.at_s + 2 * 86'400 < test::seconds_of_days(60)) acts.push_back(e.at_s + 2 * 86'400);
    }
    for (const auto& e : of_kind(log, EventKind::reported)) reports.push_back(e.at_s);
    EXPECT_EQ(reports, acts);
}

TEST(Monitors, SayWhichReportOfAnActIsTheFirst) {
    const auto log = logs(violent(),
                          {everybody_stops, "monitor: {by: gov, coverage: 0.5, attribution: 0, bias: {gov: {opp: 1}}}",
                           "monitor: {by: independent, coverage: 1, attribution: 1, delay: 1 h}"},
                          1);
    double first = 0, right = 0;
    for (const auto& e : of_kind(log, EventKind::reported)) {
        first += (e.count & 1) != 0 ? 1 : 0;
        right += (e.count & 2) != 0 ? 1 : 0;
        EXPECT_EQ((e.count & 2) != 0, e.number == gov) << "one monitor alone is ever right";
    }
    EXPECT_NEAR(first, count(log, EventKind::incident), 2) << "but for those reported after the end";
    EXPECT_NEAR(right, count(log, EventKind::incident), 2);
}

TEST(Monitors, ReportWhatNeverHappenedAsPoissonCounts) {
    auto small = violent();
    small.record.violence->by.find("strikes")->rate = Hazard(0);
    const std::vector<std::string> terms{
        everybody_stops, "monitor: {by: independent, coverage: 1, attribution: 1, false_reports: 0.2 /d}"};
    constexpr int n = 400;
    constexpr double expected = 0.2 * 60;
    const auto model = test::model_of(small, {agreement(terms)});
    Runner runner(model);
    std::array<double, 2> sum{}, squares{};
    for (std::uint32_t r = 0; r < n; ++r) {
        std::array<double, 2> reports{};
        for (const auto& e : of_kind(runner.run({92, r}, 0, Arm::as_kept), EventKind::reported)) {
            EXPECT_EQ(e.attempt, nobody);
            EXPECT_EQ(e.count, 0);
            ++reports.at(e.number);
        }
        for (std::size_t p = 0; p < 2; ++p) {
            sum.at(p) += reports.at(p);
            squares.at(p) += (reports.at(p) - expected) * (reports.at(p) - expected);
        }
    }
    for (std::size_t p = 0; p < 2; ++p) {
        EXPECT_LT(std::abs(sum.at(p) / n - expected) / std::sqrt(expected / n), most_z);
        const double z = (squares.at(p) / n - expected) / std::sqrt((2 * expected * expected + expected) / n);
        EXPECT_LT(std::abs(z), most_z);
    }
    EXPECT_EQ(count(logs(small, terms, 10, Arm::as_signed), EventKind::reported), 0);
}

TEST(Monitors, InventNothingOfAPartyThatNothingBinds) {
    auto small = violent();
    small.record.violence->by.find("strikes")->rate = Hazard(0);
    const auto log = logs(small,
                          {"cease_hostilities: {parties: [gov]}",
                           "monitor: {by: independent, coverage: 1, attribution: 1, false_reports: 1 /d}"},
                          1);
    const auto reports = of_kind(log, EventKind::reported);
    EXPECT_GT(reports.size(), 20U);
    for (const auto& e : reports) EXPECT_EQ(e.number, gov);
}

TEST(Monitors, SeeNothingOfAPartyThatDoesNotAdmitThem) {
    auto small = violent();
    small.record.compliance = {Hazard(0.1), Hazard(0.2), Hazard(0.2)};
    auto terms = agreement({everybody_stops, "monitor: {by: independent, coverage: 1, attribution: 1}"});
    terms.agreement.terms.at(1).obliges = {"gov"};
    const auto model = test::model_of(small, {terms});
    const auto log = test::log_of(model, {93, 0}, 0, Arm::as_kept);
    bool admitted = false;
    std::size_t hidden = 0, open = 0;
    for (const auto& e : log) {
        const bool of_monitor = (e.kind == EventKind::obligation_kept || e.kind == EventKind::obligation_broken) &&
                                model.variants()[0].rules.obligations[e.place].term == "monitor/independent";
        if (of_monitor) admitted = e.kind == EventKind::obligation_kept;
        if (e.kind == EventKind::incident) ++(admitted ? open : hidden);
        if (e.kind == EventKind::reported) {
            EXPECT_TRUE(admitted);
        }
    }
    EXPECT_GT(hidden, 50U);
    EXPECT_EQ(count(log, EventKind::reported), static_cast<double>(open));
}

MonitorRecord standing() {
    MonitorRecord monitor;
    monitor.name = "The observers";
    monitor.coverage = Probability(0.5);
    Named<Probability> row;
    row.add("gov", Probability(0.8));
    monitor.attribution.add("gov", row);
    monitor.admitted_by = {"gov"};
    return monitor;
}

TEST(Monitors, OfTheScenarioReportWithoutATermAndWithOneLoseSightByABreakOnly) {
    auto small = violent();
    small.record.monitors.add("observers", standing());
    small.record.compliance = {Hazard(0.02), Hazard(0), Hazard(0)};
    const auto alone = of_kind(logs(small, {everybody_stops}, 5), EventKind::reported);
    const auto named = of_kind(logs(small, {everybody_stops, "monitor: {by: observers}"}, 5), EventKind::reported);
    EXPECT_GT(alone.size(), 1'000U);
    EXPECT_EQ(alone, named) << "until it was admitted, it sees what it saw before";
    small.record.compliance = {Hazard(50), Hazard(50), Hazard(0)};
    const auto broken = of_kind(logs(small, {everybody_stops, "monitor: {by: observers}"}, 5), EventKind::reported);
    EXPECT_LT(broken.size(), alone.size() / 5);
}

TEST(Monitors, SeeByKindPartyAndPlace) {
    const auto share = [](const auto& change) {
        auto small = violent();
        auto monitor = standing();
        monitor.coverage = Probability(1);
        change(monitor);
        small.record.monitors.add("observers", monitor);
        const auto log = logs(small, {everybody_stops}, 5);
        return std::tuple(count(log, EventKind::reported), count(log, EventKind::incident));
    };
    const auto check = [](const auto& counts, double chance) {
        EXPECT_LT(z_of(std::get<0>(counts), chance, std::get<1>(counts)), most_z);
    };
    check(share([](MonitorRecord& m) { m.by_kind.emplace().air_strikes = Probability(0.4); }), 0.4);
    check(share([](MonitorRecord& m) { m.by_party.add("gov", Probability(0.6)); }), 0.6);
    check(share([](MonitorRecord& m) { m.by_place.add("far", Probability(0.7)); }), 0.7);
    const auto other = share([](MonitorRecord& m) { m.by_kind.emplace().shelling = Probability(0.1); });
    EXPECT_EQ(std::get<0>(other), std::get<1>(other));
}

TEST(Monitors, OfARoadSeeWhatHappensNearItsGates) {
    const std::string at_a =
        "monitor: {by: independent, coverage: 1, attribution: 1, where: {roads: [a], within: 2 km}}";
    auto near = violent();
    near.record.violence->where.find("far")->at = test::small_place(11.5, 1.9);
    EXPECT_GT(count(logs(near, {everybody_stops, at_a}, 1), EventKind::reported), 400);
    near.record.violence->where.find("far")->at = test::small_place(11.5, 2.1);
    EXPECT_EQ(count(logs(near, {everybody_stops, at_a}, 1), EventKind::reported), 0);
}

TEST(Monitors, ReportsOfOneMomentDoNotDependOnTheOrderOfTerms) {
    const std::string one = "monitor: {by: independent, coverage: 0.6, attribution: 0.8}";
    const std::string two = "monitor: {by: opp, coverage: 0.6, attribution: 0.5, misattributed: 0.5}";
    const auto told = [](const test::Log& log, std::uint16_t first) {
        std::vector<std::tuple<std::int64_t, int, int, std::int64_t>> reports;
        for (const auto& e : of_kind(log, EventKind::reported)) {
            reports.emplace_back(e.at_s, e.place == first ? 1 : 2, e.number, e.count);
        }
        return reports;
    };
    EXPECT_EQ(told(logs(violent(), {everybody_stops, one, two}, 3), 0),
              told(logs(violent(), {everybody_stops, two, one}, 3), 1));
}

bool is_of_ledgers(const Event& e) {
    return e.kind == EventKind::reported ||
           (e.kind >= EventKind::consequence_triggered && e.kind <= EventKind::consequence_ended);
}

TEST(Monitors, AndConsequencesThatDeterNobodyShiftNoOtherDraw) {
    auto small = violent();
    small.make_chancy();
    const auto without = logs(small, {everybody_stops, "open_road: {road: a, for: [aid]}"}, 10);
    const auto with = logs(small,
                           {everybody_stops, "open_road: {road: a, for: [aid]}",
                            "monitor: {by: independent, coverage: 0.6, attribution: 0.8, false_reports: 0.1 /d}",
                            "consequence: {after: 5 reports in 2 d, effect: sanctions, lasting: 5 d}"},
                           10);
    EXPECT_GT(count(with, EventKind::consequence_applied), 10);
    EXPECT_EQ(test::where(with, [](const Event& e) { return !is_of_ledgers(e); }), without);
}

TEST(Monitors, AnotherMonitorShiftsNoReportOfTheFirst) {
    const std::string one = "monitor: {by: independent, coverage: 0.6, attribution: 0.8, false_reports: 0.1 /d}";
    const auto of_first = [](const test::Log& log) {
        std::vector<std::tuple<std::int64_t, int>> reports;
        for (const auto& e : of_kind(log, EventKind::reported)) {
            if (e.place == 0) reports.emplace_back(e.at_s, e.number);
        }
        return reports;
    };
    EXPECT_EQ(of_first(logs(violent(), {everybody_stops, one}, 5)),
              of_first(logs(violent(), {everybody_stops, one, "monitor: {by: opp, coverage: 1, attribution: 1}"}, 5)));
}

TEST(Monitors, WithBetterEyesKeepWhatTheySaw) {
    const auto seen = [](const std::string& coverage) {
        std::set<std::int64_t> moments;
        for (const auto& e : of_kind(
                 logs(violent(),
                      {everybody_stops, "monitor: {by: independent, attribution: 1, coverage: " + coverage + "}"}, 1),
                 EventKind::reported))
            moments.insert(e.at_s);
        return moments;
    };
    const auto few = seen("0.3"), many = seen("0.6");
    EXPECT_TRUE(std::includes(many.begin(), many.end(), few.begin(), few.end()));
    EXPECT_GT(many.size(), few.size());
}

TEST(Monitors, AsSignedHaveNoBreachToReport) {
    const auto log = logs(
        violent(), {everybody_stops, "monitor: {by: independent, coverage: 1, attribution: 1, false_reports: 1 /d}"},
        10, Arm::as_signed);
    EXPECT_EQ(count(log, EventKind::reported), 0);
}

TEST(Monitors, SayNothingBeforeTheAgreement) {
    const auto model = test::model_of(
        violent(),
        {agreement({everybody_stops, "monitor: {by: independent, coverage: 1, attribution: 1, false_reports: 5 /d}"},
                   20)});
    const auto reports = of_kind(test::log_of(model, {94, 0}, 0, Arm::as_kept), EventKind::reported);
    ASSERT_GT(reports.size(), 100U);
    EXPECT_GE(reports.front().at_s, test::seconds_of_days(20));
}

}  // namespace
}  // namespace aidway
