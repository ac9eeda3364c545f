// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/read_agreement.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

/// A fifth of what is handed out is diverted, a twentieth where that is watched.
test::SmallScenario diverting() {
    test::SmallScenario small;
    small.add_second_community();
    small.record.food.diverted = Probability(0.2);
    small.record.food.diverted_monitored = Probability(0.05);
    return small;
}

test::Log under(const test::SmallScenario& small, const std::vector<std::string>& terms,
                const std::vector<Name>& obliges = {}) {
    auto agreement = test::agreement_from(3, "x", {});
    agreement.agreement.terms = test::agreement_of(terms).terms;
    for (auto& term : agreement.agreement.terms) term.obliges = obliges;
    return test::run_under(small, agreement, Arm::as_kept);
}

/// The share diverted of what is handed out in a community between two days.
double diverted(const test::Log& log, std::uint16_t community, double from_day, double until_day) {
    Mass out, lost;
    for (const auto& e : log) {
        if (e.community != community || e.at_s - e.count < test::seconds_of_days(from_day)) continue;
        if (e.at_s > test::seconds_of_days(until_day)) continue;
        if (e.kind == EventKind::handed_out) out += e.mass;
        if (e.kind == EventKind::diverted) lost += e.mass;
    }
    return lost.kilograms() / out.kilograms();
}

TEST(MonitoredDistribution, DivertsLessFromTheTermOn) {
    const auto log = under(diverting(), {"monitor: {by: independent, where: {distribution: true}}"});
    EXPECT_NEAR(diverted(log, 0, 0, 3), 0.2, 1e-9);
    EXPECT_NEAR(diverted(log, 0, 3, 60), 0.05, 1e-9);
    EXPECT_NEAR(diverted(log, 1, 3, 60), 0.05, 1e-9);
}

TEST(MonitoredDistribution, IsOnlyWhereItIsSaid) {
    auto small = diverting();
    small.record.violence.emplace();
    const auto log = under(small, {"monitor: {by: independent, coverage: 0, attribution: 0, "
                                   "where: {communities: [two], distribution: true}}"});
    EXPECT_NEAR(diverted(log, 0, 3, 60), 0.2, 1e-9);
    EXPECT_NEAR(diverted(log, 1, 3, 60), 0.05, 1e-9);
}

TEST(MonitoredDistribution, WaitsUntilAllObligedAdmitIt) {
    auto small = diverting();
    small.record.compliance = {Hazard(0), Hazard(0), Hazard(0)};
    const std::vector<std::string> terms{"monitor: {by: independent, where: {distribution: true}}"};
    EXPECT_NEAR(diverted(under(small, terms, {"gov"}), 0, 3, 60), 0.2, 1e-9);
    EXPECT_NEAR(diverted(under(small, terms), 0, 3, 60), 0.05, 1e-9);
}

TEST(MonitoredDistribution, EndsWithItsTerm) {
    auto agreement = test::agreement_from(3, "x", {});
    agreement.agreement.terms = test::agreement_of({"monitor: {by: independent, where: {distribution: true}}"}).terms;
    agreement.agreement.terms.at(0).lasting = one_day * 7;
    const auto log = test::run_under(diverting(), agreement, Arm::as_signed);
    EXPECT_NEAR(diverted(log, 0, 3, 10), 0.05, 1e-9);
    EXPECT_NEAR(diverted(log, 0, 10, 60), 0.2, 1e-9);
}

TEST(MonitoredDistribution, WithoutItsOwnShareChangesNothing) {
    auto small = diverting();
    small.record.food.diverted_monitored.reset();
    EXPECT_EQ(under(small, {"monitor: {by: independent, where: {distribution: true}}"}), under(small, {}));
}

}  // namespace
}  // namespace aidway
