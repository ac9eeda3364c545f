// SPDX-License-Identifier: Apache-2.0
#include "core/named.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace aidway {
namespace {

Named<int> parties() {
    Named<int> all;
    all.add(Name("opp", {4, 1}), 7);
    all.add(Name("gov", {3, 1}), 5);
    return all;
}

TEST(Named, KeepsTheOrderOfTheFileAndThePlaces) {
    const auto all = parties();
    EXPECT_EQ(all.names(), (std::vector<std::string>{"opp", "gov"}));
    EXPECT_EQ(all.name(1).at, (Mark{3, 1}));
    EXPECT_EQ(all.index_of("gov"), 1U);
    EXPECT_EQ(all[1], 5);
}

TEST(Named, FindsByText) {
    const auto all = parties();
    ASSERT_NE(all.find("opp"), nullptr);
    EXPECT_EQ(*all.find("opp"), 7);
    EXPECT_EQ(all.find("op"), nullptr);
    EXPECT_EQ(all.index_of("op"), std::nullopt);
    EXPECT_THROW((void)all.at("op"), std::invalid_argument);
}

TEST(Named, RefusesANameThatIsTaken) {
    auto all = parties();
    EXPECT_THROW(all.add("gov"), std::invalid_argument);
    EXPECT_EQ(all.size(), 2U);
    all.add("kurds") = 1;
    EXPECT_EQ(all.at("kurds"), 1);
}

TEST(Named, EqualityLooksAtNamesValuesAndOrder) {
    EXPECT_EQ(parties(), parties());
    auto other = parties();
    *other.find("gov") = 6;
    EXPECT_NE(other, parties());
}

}  // namespace
}  // namespace aidway
