// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>
#include <string>

#include "core/fields/canonical.hpp"
#include "core/fields/slot.hpp"
#include "core/fields_example.hpp"

namespace aidway {
namespace {

using example::Problem;

Problem small() {
    Problem problem;
    problem.title = "t";
    auto& fleet = problem.fleets.add("wfp");
    fleet.home = "damascus";
    fleet.payload = Mass::tonnes(5);
    fleet.speed = Speed::kilometres_per_hour(15);
    problem.places.add("aleppo").population = Count{275'000};
    problem.terms.resize(2);
    problem.terms[1].what = example::NeedsBased{};
    problem.terms[1].name = Name("undo");
    return problem;
}

std::string refusal(const Problem& problem, const std::string& path, const std::string& value) {
    try {
        (void)replace(problem, path, value);
    } catch (const std::invalid_argument& error) {
        return error.what();
    }
    return "accepted";
}

TEST(Slot, SetsANumberInItsNaturalUnit) {
    const auto base = small();
    const auto slot = find_slot(base, "fleets/wfp/payload");
    auto problem = base;
    slot.set_number(&problem, 7250.4);
    EXPECT_EQ(problem.fleets.at("wfp").payload, Mass::grams(7'250'400));
    EXPECT_EQ(slot.number(&problem), 7250.4);
    EXPECT_EQ(base, small()) << "the record it was found in is untouched";
}

TEST(Slot, KeepsDrawsInsideTheRange) {
    auto problem = small();
    assign(problem, "fleets/wfp/turnaround", 8 * 86'400.0);
    EXPECT_EQ(problem.fleets.at("wfp").turnaround, one_day * 7);
    assign(problem, "places/aleppo/willing", -0.25);
    EXPECT_EQ(problem.places.at("aleppo").willing.value(), 0);
    assign(problem, "places/aleppo/population", 1000.5);
    EXPECT_EQ(problem.places.at("aleppo").population.value, 1001);
}

TEST(Slot, ReachesThroughListsChoicesAndOptionals) {
    const auto problem = small();
    EXPECT_EQ(value_at(problem, "terms/1/needs_based/undo_links"), "true");
    EXPECT_EQ(value_at(replace(problem, "terms/1/needs_based/undo_links", "false"), "terms/1/needs_based/undo_links"),
              "false");
    EXPECT_EQ(value_at(problem, "terms/1/name"), "undo");
    const auto roomy = replace(problem, "fleets/wfp/space", "25 m3");
    EXPECT_EQ(roomy.fleets.at("wfp").space, Volume::cubic_metres(25)) << "an empty optional can be filled";
    EXPECT_EQ(value_at(roomy, "fleets/wfp/space"), "25 m3");
}

TEST(Slot, ReplaceLeavesTheBaseAlone) {
    const auto base = small();
    const auto other = replace(base, "fleets/wfp/speed", "20 km/h");
    EXPECT_EQ(base, small());
    EXPECT_EQ(other.fleets.at("wfp").speed, Speed::kilometres_per_hour(20));
    EXPECT_EQ(replace(other, "fleets/wfp/speed", "15 km/h"), base);
}

TEST(Slot, RefusalsNameThePathAndTheNearestStep) {
    const auto problem = small();
    EXPECT_EQ(refusal(problem, "flets/wfp/payload", "1 t"),
              "no 'flets' in the path 'flets/wfp/payload'; did you mean 'fleets'?");
    EXPECT_EQ(refusal(problem, "fleets/wpf/payload", "1 t"),
              "no 'wpf' in the path 'fleets/wpf/payload'; did you mean 'wfp'?");
    EXPECT_EQ(refusal(problem, "terms/2/cite", "x"), "no '2' in the path 'terms/2/cite': the list has 2 items");
    EXPECT_EQ(refusal(problem, "terms/1/open_road/road", "x"), "no 'open_road' in the path 'terms/1/open_road/road'");
    EXPECT_EQ(refusal(problem, "title/x", "x"), "no 'x' in the path 'title/x'");
    EXPECT_EQ(refusal(problem, "fleets/wfp/payload", "5"),
              "fleets/wfp/payload: '5' is not a mass: write a number with its unit, e.g. '40 t'");
    EXPECT_EQ(refusal(problem, "fleets/wfp/payload", "0 t"),
              "fleets/wfp/payload: '0 t' is out of range: must be more than 0 t");
    EXPECT_EQ(refusal(problem, "fleets/wfp/payload", "1 t"), "accepted");
}

TEST(Slot, RefusesANumberWhereThereIsNone) {
    auto problem = small();
    EXPECT_THROW(assign(problem, "title", 1.0), std::invalid_argument);
    EXPECT_THROW(assign(problem, "fleets/wfp/payload", std::nan("")), std::invalid_argument);
    EXPECT_THROW((void)find_slot(problem, "fleets/wfp/home").number(&problem), std::invalid_argument);
}

TEST(Slot, RefusesARecordOfAnotherShape) {
    const auto slot = find_slot(small(), "terms/1/needs_based/undo_links");
    Problem empty;
    EXPECT_THROW((void)slot.text(&empty), std::invalid_argument);
    empty.terms.resize(2);
    EXPECT_THROW((void)slot.text(&empty), std::invalid_argument) << "the other alternative";
}

TEST(Slot, EveryLeafPathLeadsToAValue) {
    const auto problem = small();
    const auto paths = leaf_paths(type_of<Problem>(), &problem);
    EXPECT_EQ(paths.front(), "title");
    EXPECT_EQ(paths.size(), 17U);
    for (const auto& path : paths) EXPECT_NE(value_at(problem, path), "") << path;
}

}  // namespace
}  // namespace aidway
