// SPDX-License-Identifier: Apache-2.0
// A cessation in one of two theatres: what it leaves of violence, what is a breach, which climate it lifts. Seeds are
// fixed; a correct engine would fail a |z| < 4.5 check for about one seed in 100,000 and check.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "support/violent_scenario.hpp"

namespace aidway {
namespace {

using test::agreement_from;
using test::of_kind;

constexpr std::size_t east = 0, west = 1;

/// Gov shells in two theatres; two communities lie in regions of their names.
test::SmallScenario in_two_theatres() {
    test::SmallScenario small;
    small.add_second_community();
    small.record.communities.find("one")->region = "east";
    small.record.communities.find("two")->region = "west";
    auto& violence = small.record.violence.emplace();
    for (const auto* theatre : {"east", "west"}) {
        auto guns = test::incidents_by("gov", ViolenceKind::shelling, 4);
        guns.theatre = Name(theatre);
        violence.by.add(theatre, guns);
        violence.where.add(theatre, {test::small_place(-300), 1.0, Name(theatre)});
    }
    return small;
}

Term truce(std::optional<Name> theatre) {
    Term term;
    term.body = CeaseHostilities{{"gov"}, {}, false, std::move(theatre)};
    return term;
}

/// Per theatre, of 20 replicates: incidents, and breaches among them, from day 2 on.
struct Seen {
    std::array<double, 2> incidents{}, breaches{};
};

Seen seen_under(const std::vector<Term>& terms, Arm arm) {
    const auto model = test::model_of(in_two_theatres(), {agreement_from(0, "x", terms)});
    Seen seen;
    for (std::uint32_t r = 0; r < 20; ++r) {
        for (const auto& e : of_kind(test::log_of(model, {77, r}, 0, arm), EventKind::incident)) {
            if (e.at_s < test::seconds_of_days(2)) continue;
            ++seen.incidents.at(e.place);
            seen.breaches.at(e.place) += e.attempt;
        }
    }
    return seen;
}

TEST(CessationInATheatre, EndsViolenceThereAsSignedAndNowhereElse) {
    const auto without = seen_under({}, Arm::as_signed), with = seen_under({truce("west")}, Arm::as_signed);
    EXPECT_EQ(with.incidents[west], 0);
    EXPECT_EQ(with.incidents[east], without.incidents[east]) << "the same acts, elsewhere";
    EXPECT_GT(without.incidents[west], 1'000);
}

TEST(CessationInATheatre, LeavesItsShareThereAsKept) {
    const auto without = seen_under({}, Arm::as_kept), with = seen_under({truce("west")}, Arm::as_kept);
    EXPECT_EQ(with.incidents[east], without.incidents[east]);
    const double n = without.incidents[west];
    EXPECT_LT(std::abs(with.incidents[west] - n / 2) / std::sqrt(n / 4), 4.5) << "half are left while it is kept";
}

TEST(CessationInATheatre, IsBrokenThereAlone) {
    const auto seen = seen_under({truce("west")}, Arm::as_kept);
    EXPECT_EQ(seen.breaches[west], seen.incidents[west]);
    EXPECT_EQ(seen.breaches[east], 0);
    EXPECT_GT(seen.incidents[east], 0);
}

TEST(CessationInATheatre, InEachOfThemIsOneEverywhere) {
    const auto each = seen_under({truce("east"), truce("west")}, Arm::as_signed);
    const auto all = seen_under({truce({})}, Arm::as_signed);
    EXPECT_EQ(each.incidents, all.incidents);
    EXPECT_EQ(each.incidents[east] + each.incidents[west], 0);
}

/// How many of 200 runs have each region's climate of gov no longer closed on day 10.
std::array<int, 2> lifted_under(const std::vector<Term>& terms, const std::string& second_theatre) {
    auto small = in_two_theatres();
    auto& guns = *small.record.violence->by.find("west");
    guns.theatre = Name(second_theatre);
    small.record.violence->where.find("west")->theatre = Name(second_theatre);
    auto& climate = small.record.climate.emplace();
    climate.starts_closed = Probability(1);
    climate.closed_to_restricted = Hazard(0.02);
    climate.cessation_lifts = 10;
    const auto model = test::model_of(small, {agreement_from(0, "x", terms)});
    std::array<int, 2> open{};
    for (std::uint32_t r = 0; r < 200; ++r) {
        std::array<bool, 2> now{};
        for (const auto& e : of_kind(test::log_of(model, {78, r}, 0, Arm::as_signed), EventKind::climate_changed)) {
            if (e.place == 0 && e.at_s <= test::seconds_of_days(10)) {
                now.at(e.number) = e.count != static_cast<int>(ClimateState::closed);
            }
        }
        for (const auto region : {east, west}) open.at(region) += now.at(region) ? 1 : 0;
    }
    return open;
}

TEST(CessationInATheatre, LiftsTheClimateOfTheRegionOfItsNameAlone) {
    const auto none = lifted_under({}, "west"), there = lifted_under({truce("west")}, "west");
    const auto all = lifted_under({truce({})}, "west");
    EXPECT_EQ(there[east], none[east]);
    EXPECT_EQ(there[west], all[west]);
    EXPECT_GT(there[west], none[west] + 50);
    EXPECT_EQ(lifted_under({truce("south")}, "south"), none) << "no region bears its name";
}

}  // namespace
}  // namespace aidway
