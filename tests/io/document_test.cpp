// SPDX-License-Identifier: Apache-2.0
#include "io/document.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "io/yaml.hpp"

namespace aidway {
namespace {

const std::string text =
    "permission:\n"    // 1
    "  cycle: 20 d\n"  // 2
    "  answers:\n"     // 3
    "    full: 0.2\n"  // 4
    "    part: 0.1\n"  // 5
    "parties:\n"       // 6
    "  crown: {}\n"    // 7
    "terms:\n"         // 8
    "  - one: 1\n"     // 9
    "  - two: 2\n";    // 10

Document document_with(const std::vector<Mark>& places) {
    std::vector<Diagnostic> faults;
    auto tree = parse_yaml("f", text, faults);
    for (const auto place : places) faults.push_back({"f", place, "", "wrong"});
    faults.push_back({"another", {2, 3}, "", "wrong"});
    return {"f", std::move(tree), faults};
}

TEST(Document, APartWithoutFaultsIsSound) {
    const auto document = document_with({{4, 11}});
    EXPECT_FALSE(document.sound("permission"));
    EXPECT_FALSE(document.sound("permission/answers"));
    EXPECT_FALSE(document.sound("permission/answers/full"));
    EXPECT_TRUE(document.sound("permission/answers/part"));
    EXPECT_TRUE(document.sound("permission/cycle"));
    EXPECT_TRUE(document.sound("parties"));
    EXPECT_FALSE(document.sound("nowhere"));
    EXPECT_FALSE(document.sound("permission/nowhere"));
}

TEST(Document, ItemsOfAListArePartsToo) {
    const auto document = document_with({{9, 10}});
    EXPECT_FALSE(document.sound("terms/0"));
    EXPECT_TRUE(document.sound("terms/1"));
    EXPECT_FALSE(document.sound("terms/2"));
}

TEST(Document, NamesAreKnownUnlessTheirKeyMayBeMisspelt) {
    EXPECT_TRUE(document_with({}).names_known("parties"));
    EXPECT_TRUE(document_with({{7, 10}}).names_known("parties"));
    EXPECT_TRUE(document_with({{4, 11}}).names_known("roads"));
    EXPECT_FALSE(document_with({{6, 1}}).names_known("roads"));
    EXPECT_FALSE(document_with({}).names_known("terms"));
}

TEST(Document, NothingOfABrokenFileCanBeReliedOn) {
    std::vector<Diagnostic> faults;
    auto tree = parse_yaml("f", "a: [\n", faults);
    const Document document("f", std::move(tree), faults);
    EXPECT_FALSE(document.sound("a"));
    EXPECT_FALSE(document.sound(""));
    EXPECT_FALSE(document.names_known("a"));
}

TEST(Document, PlacesAreThoseOfValues) {
    const auto document = document_with({});
    EXPECT_EQ(document.at("permission/cycle"), (Mark{2, 10}));
    EXPECT_EQ(document.at("permission/answers/full/x"), (Mark{4, 11}));
    EXPECT_EQ(document.at("terms/1"), (Mark{10, 5}));
}

}  // namespace
}  // namespace aidway
