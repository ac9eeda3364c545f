// SPDX-License-Identifier: Apache-2.0
#include "core/diagnostic.hpp"

#include <gtest/gtest.h>

namespace aidway {
namespace {

TEST(Diagnostic, TextNamesThePlace) {
    EXPECT_EQ((Diagnostic{"scenario.yaml", {3, 7}, "", "unknown key"}).text(), "scenario.yaml:3:7: unknown key");
    EXPECT_EQ((Diagnostic{"roads.gpkg", {}, "feature 12", "crosses itself"}).text(),
              "roads.gpkg: feature 12: crosses itself");
    EXPECT_EQ((Diagnostic{"roads.gpkg", {}, "", "no such layer"}).text(), "roads.gpkg: no such layer");
}

TEST(ScenarioError, OrdersItsFaultsByFileAndPlaceWithoutRepeats) {
    const Diagnostic early{"a.yaml", {2, 9}, "", "x"};
    const Diagnostic late{"a.yaml", {10, 1}, "", "x"};
    const Diagnostic other{"b.yaml", {1, 1}, "", "x"};
    const ScenarioError error({other, late, early, late});
    EXPECT_EQ(error.diagnostics(), (std::vector{early, late, other}));
    EXPECT_STREQ(error.what(), "a.yaml:2:9: x\na.yaml:10:1: x\nb.yaml:1:1: x");
}

TEST(Suggestion, NamesTheNearestWithinAThirdOfTheLengthPlusOne) {
    EXPECT_EQ(suggestion("payload", {"home", "payload"}), "; did you mean 'payload'?");
    EXPECT_EQ(suggestion("paylod", {"home", "payload"}), "; did you mean 'payload'?");
    EXPECT_EQ(suggestion("pyld", {"payload"}), "") << "three edits are more than 4 / 3 + 1";
    EXPECT_EQ(suggestion("pyloa", {"payload"}), "; did you mean 'payload'?") << "two are within 5 / 3 + 1";
    EXPECT_EQ(suggestion("xyz", {}), "");
}

TEST(Suggestion, TiesGoToTheEarlierName) {
    EXPECT_EQ(suggestion("cat", {"bat", "hat"}), "; did you mean 'bat'?");
    EXPECT_EQ(suggestion("cat", {"hat", "bat"}), "; did you mean 'hat'?");
}

}  // namespace
}  // namespace aidway
