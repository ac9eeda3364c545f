// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "io/scenario_folder.hpp"
#include "simulation/model.hpp"
#include "simulation/runner.hpp"
#include "support/folder_copy.hpp"
#include "support/folders.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::FolderCopy;
using test::Log;
using test::replace;

constexpr const char* scenario = "scenario.yaml";
constexpr const char* one_road = "agreements/one-road.yaml";
const std::string aid_terms = "    cite: treaty of the ferry, article 2\n";

/// Logs of a replicate under one-road with overlays, one of them laid by the agreement (unless nothing is named).
Log run(const std::string& overlays, const std::string& applied, std::uint32_t replicate = 0) {
    const FolderCopy copy(test_data() / "tiny");
    if (!overlays.empty()) copy.apply(replace(scenario, "gates:\n", "overlays:\n" + overlays + "gates:\n"));
    if (!applied.empty()) {
        copy.apply(replace(one_road, aid_terms, aid_terms + "  - apply_overlay: {overlay: " + applied + "}\n"));
    }
    const auto folder = read_scenario_folder(copy.path());
    const auto found = std::find_if(folder.agreements.begin(), folder.agreements.end(),
                                    [](const auto& dated) { return dated.agreement.name == "one-road"; });
    const Model model(folder.scenario, {*found}, {});
    return test::log_of(model, {2016, replicate}, 0, Arm::as_signed);
}

auto convoy(const Event& event) {
    return std::tuple(event.cycle, event.attempt, event.fleet, event.community, event.number);
}

/// Seconds from departure to arrival of the convoy that was fastest; 0 where none arrived.
std::int64_t shortest_drive(const Log& log) {
    std::int64_t shortest = 0;
    for (const auto& departed : test::of_kind(log, EventKind::convoy_departed)) {
        for (const auto& arrived : test::of_kind(log, EventKind::convoy_arrived)) {
            if (convoy(arrived) != convoy(departed)) continue;
            const std::int64_t took_s = arrived.at_s - departed.at_s;
            if (shortest == 0 || took_s < shortest) shortest = took_s;
        }
    }
    return shortest;
}

TEST(OverlayInASimulation, ThatNobodyLaysChangesNoDelivery) {
    const std::string waits =
        "  slide: {name: Slide, when: by_agreement, close: {road: river}}\n"
        "  mud: {name: Mud, when: by_agreement, slow: {road: river, factor: 0.2}}\n";
    for (std::uint32_t replicate = 0; replicate < 20; ++replicate) {
        const Log plain = run("", "", replicate);
        const Log with = run(waits, "", replicate);
        ASSERT_EQ(test::mass_of(with, EventKind::delivered), test::mass_of(plain, EventKind::delivered));
    }
    EXPECT_GT(test::mass_of(run("", ""), EventKind::delivered), Mass{}) << "the test sees deliveries";
}

TEST(OverlayInASimulation, ThatClosesTheGateOfAnAgreementEndsWhatItBrought) {
    const std::string shut =
        "  shut: {name: Shut, when: by_agreement, close: {gate: harbour}}\n"
        "  cut: {name: Cut, when: by_agreement, close: {gate: pass}}\n";
    std::size_t before = 0, after = 0;
    for (std::uint32_t replicate = 0; replicate < 20; ++replicate) {
        before += test::of_kind(run(shut, "", replicate), EventKind::gate_passed).size();
        after += test::of_kind(run(shut, "shut", replicate), EventKind::gate_passed).size();
    }
    EXPECT_LT(after, before);
}

TEST(OverlayInASimulation, ThatSlowsARoadMakesConvoysDriveLonger) {
    const std::string mud =
        "  mud: {name: Mud, when: by_agreement, slow: {road: river, factor: 0.5}}\n"
        "  also: {name: Also, when: by_agreement, slow: {road: hill, factor: 0.5}}\n";
    std::int64_t before = 0, after = 0;
    for (std::uint32_t replicate = 0; replicate < 10 && (before == 0 || after == 0); ++replicate) {
        const auto log = run(mud, "", replicate);
        if (shortest_drive(log) == 0) continue;
        before = shortest_drive(log);
        after = shortest_drive(run(mud, "mud", replicate));
    }
    ASSERT_GT(before, 0);
    EXPECT_GT(after, before);
}

}  // namespace
}  // namespace aidway
