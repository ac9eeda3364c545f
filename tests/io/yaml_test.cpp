// SPDX-License-Identifier: Apache-2.0
#include "io/yaml.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace aidway {
namespace {

std::string faults_of(const std::string& text) {
    std::vector<Diagnostic> faults;
    (void)parse_yaml("f", text, faults);
    std::string all;
    for (const auto& fault : faults) all += (all.empty() ? "" : "\n") + fault.text();
    return all;
}

Node parsed(const std::string& text) {
    std::vector<Diagnostic> faults;
    auto tree = parse_yaml("f", text, faults);
    EXPECT_TRUE(faults.empty()) << faults.front().text();
    return tree;
}

struct Case {
    std::string text;
    std::string expected;
};

// clang-format off
const std::vector<Case> golden{
    {"", "f:1:1: the file is empty"},
    {"# nothing\n", "f:1:1: the file is empty"},
    {"~\n", "f:1:1: the file is empty"},
    {"a: 1\nb: 2\na: 3\n", "f:3:1: 'a' is given twice; first in line 1"},
    {"\"a\": 1\na: 3\n", "f:2:1: 'a' is given twice; first in line 1"},
    {"a: &x 1\n", "f:1:4: anchors (&name) are not accepted: write the value out where it is needed"},
    {"a: &x 1\nb: *x\n", "f:1:4: anchors (&name) are not accepted: write the value out where it is needed\n"
                         "f:2:4: aliases (*name) are not accepted: write the value out"},
    {"a: *x\n", "f:1:4: this is not YAML: the referenced anchor is not defined"},
    {"a: !!str 1\n", "f:1:4: tags (tag:yaml.org,2002:str) are not accepted"},
    {"a: !mine 1\n", "f:1:4: tags (!mine) are not accepted"},
    {"a: ![1]\n", "f:1:4: tags (!) are not accepted"},
    {"a: !{b: 1}\n", "f:1:4: tags (!) are not accepted"},
    {"a: 1\n<<: {b: 2}\n", "f:2:1: merge keys (<<) are not accepted: write the keys out"},
    {"? [a, b]\n: 1\n", "f:1:3: a key must be a plain word"},
    {"a: 1\n: 2\n", "f:2:1: a key must be a plain word"},
    {"a: 1\n---\nb: 2\n", "f:2:1: one document per file: a second one starts here"},
    {"a: 1\n...\n---\n", "f:3:1: one document per file: a second one starts here"},
    {"%YAML 1.2\n---\na: 1\n", "f:1:1: directives (%...) are not accepted"},
    {"# x\n%MINE\n---\na: 1\n", "f:2:1: directives (%...) are not accepted"},
    {"a: 1\n%b: 2\n", "f:2:1: directives (%...) are not accepted"},
    {"a: 1\nb\n", "f:2:1: expected ':' after 'b'"},
    {"a:\n  b: 1\n  c", "f:3:3: expected ':' after 'c'"},
    {"# a\rb: 1\nc: 2\n", "f:1:4: a carriage return without a line feed: save the file with plain line ends"},
    {"a: 1\r\nb: 2\r", "f:2:5: a carriage return without a line feed: save the file with plain line ends"},
    {"# a\xE2\x80\xA8""b: 1\nc: 2\n", "f:1:4: a line break (U+2028) that not every reader takes for one: write a plain one"},
    {"a: 1\xE2\x80\xA9", "f:1:5: a line break (U+2029) that not every reader takes for one: write a plain one"},
    {"a: 1\xC2\x85""b: 2\n", "f:1:5: a line break (U+0085) that not every reader takes for one: write a plain one"},
    {"a: 1\xEF\xBB\xBF\n", "f:1:5: a byte-order mark within the text"},
    {"a: x\x07\n", "f:1:5: a control character"},
    {"a: 1\nb: x\x7F\n", "f:2:5: a control character"},
    {"a: x\xC2\x80\n", "f:1:5: a control character"},
    {"a: x\xEF\xBF\xBE\n", "f:1:5: a character (U+FFFE) that no text has"},
    {"a:\n\tb: 1\n", "f:2:1: a tab indents this line: use spaces"},
    {"a:\n  \tb: 1\n", "f:2:3: a tab indents this line: use spaces"},
    {"\xEF\xBB\xBF""a: 1\n", "f:1:1: a byte-order mark: save the file without it"},
    {"a: b\xFF\n", "f:1:5: a byte that is not UTF-8: save the file as UTF-8"},
    {"a: 1\nb: \xC3\n", "f:2:4: a byte that is not UTF-8: save the file as UTF-8"},
    {std::string("a: 1\nb\0: 2\n", 11), "f:2:2: a zero byte: this is not a text file"},
    {"a: \"x\\0y\"\n", "f:1:4: a zero byte in a text"},
    {"a: \"x\nb: 1\n", "f:1:4: this quote is never closed"},
    {"a: 'it''s\n", "f:1:4: this quote is never closed"},
    {"a: \"x\nb: \"y\"\nc: 1\n", "f:1:4: this quote is closed in line 2 only: close it where its text ends"},
    {"a: \"x\n  y\"\nb: 1\nc: 2\nd: [\n", "f:6:1: a list '[' is not closed before here, or a comma is missing"},
    {"a: \"\\q\"\n", "f:1:7: this is not YAML: unknown escape character: q"},
    {"a: [1, 2\nb: 3\n", "f:2:2: a list '[' is not closed before here, or a comma is missing"},
    {"a: {b: 1\n", "f:2:1: a mapping '{' is not closed before here, or a comma is missing"},
    {"a: 1\n}\n", "f:2:1: a closing bracket that does not fit any open one"},
    {"a: 1\n b: 2\n", "f:2:3: a ':' is out of place here: check the indentation, or put the text in quotes"},
    {"a: b: c\n", "f:1:5: a ':' is out of place here: check the indentation, or put the text in quotes"},
    {"a: @x\n", "f:1:4: a value cannot begin with this character: put it in quotes"},
    {"a: " + std::string(70, '[') + std::string(70, ']'), "f:1:67: nested deeper than 64 levels"},
    {std::string((1U << 20U) + 1, ' '), "f:1:1: larger than 1 MiB: put tables into a layer"},
};
// clang-format on

TEST(Yaml, EachTrapHasItsMessageAndPlace) {
    for (const auto& [text, expected] : golden) EXPECT_EQ(faults_of(text), expected) << text.substr(0, 100);
}

TEST(Yaml, TooManyValuesEndTheReportWithAPlace) {
    std::string text = "a: [";
    for (int i = 0; i < 200'000; ++i) text += "1,";
    EXPECT_EQ(faults_of(text + "1]\n"), "f:1:399999: more than 200,000 values: put tables into a layer");
}

TEST(Yaml, TooManyFaultsEndTheReport) {
    std::string text;
    for (int i = 0; i < 300; ++i) text += "a: 1\n";
    std::vector<Diagnostic> faults;
    (void)parse_yaml("f", text, faults);
    ASSERT_EQ(faults.size(), 201U);
    EXPECT_EQ(faults.back().text(), "f:201:1: more than 200 faults: the rest is not read");
}

TEST(Yaml, MarksEveryKeyAndValue) {
    const auto tree = parsed("a:\n  b: [1, {c: 2}]\nd: \"x y\"\n");
    ASSERT_EQ(tree.pairs.size(), 2U);
    EXPECT_EQ(tree.pairs[0].at, (Mark{1, 1}));
    const auto& b = tree.pairs[0].value.pairs.at(0);
    EXPECT_EQ(b.at, (Mark{2, 3}));
    EXPECT_EQ(b.value.at, (Mark{2, 6}));
    EXPECT_EQ(b.value.items.at(1).pairs.at(0).value.at, (Mark{2, 14}));
    EXPECT_TRUE(tree.pairs[1].value.quoted);
    EXPECT_EQ(tree.pairs[1].value.text, "x y");
    EXPECT_FALSE(b.value.items.at(0).quoted);
}

TEST(Yaml, AnEmptyValueStandsAfterItsKeyAndAnEmptyItemAfterItsDash) {
    const auto tree = parsed("a:\n\n# x\nb:\n  -\n  - 1\n  -\n\n\"c\":\n");
    EXPECT_EQ(tree.pairs.at(0).value.kind, Node::Kind::null);
    EXPECT_EQ(tree.pairs.at(0).value.at, (Mark{1, 3}));
    EXPECT_EQ(tree.pairs.at(1).value.items.at(0).at, (Mark{5, 4}));
    EXPECT_EQ(tree.pairs.at(1).value.items.at(2).at, (Mark{7, 4}));
    EXPECT_EQ(tree.pairs.at(2).value.at, (Mark{9, 5}));
}

TEST(Yaml, CarriageReturnsChangeNothing) {
    const auto tree = parsed("a: 1\r\nb:\r\n  c: x\r\n");
    EXPECT_EQ(tree.find("a")->text, "1");
    EXPECT_EQ(tree.find("b")->pairs.at(0).at, (Mark{3, 3}));
    EXPECT_EQ(tree.find("b")->find("c")->text, "x");
}

TEST(Yaml, KeepsTextBeyondAscii) {
    const auto tree = parsed("حلب: شرق\nb: é\n");
    EXPECT_EQ(tree.find("حلب")->text, "شرق");
    EXPECT_EQ(tree.find("b")->at, (Mark{2, 4}));
}

TEST(Yaml, TwinsOfTheTrapsAreAccepted) {
    for (const std::string text :
         {"---\na: 1\n...\n", "a: 'it''s'\n", "a: \"x \\\" y\"\n", "a: \"\\\\\"\n", "a: \"*x\"\n",
          "a: x # %no directive\n", "a:\tx\n", "# %\na: 1\n", "a: |\n  x\n  y\n", "\"<\": 1\n", "a: 50 %\n",
          "a : 1\nb:\n", "a: {b, c}\n", "a: x\xC2\xA0y\xE2\x80\x8F\r\n", "a: \"\\u2028\"\n"}) {
        EXPECT_EQ(faults_of(text), "") << text;
    }
    EXPECT_EQ(faults_of("a: " + std::string(63, '[') + std::string(63, ']')), "");
}

TEST(Yaml, TheFirstDocumentAndTheFirstOfTwoKeysStay) {
    std::vector<Diagnostic> faults;
    EXPECT_EQ(parse_yaml("f", "a: 1\n---\nb: 2\n", faults).find("a")->text, "1");
    EXPECT_EQ(parse_yaml("f", "a: 1\na: 2\n", faults).find("a")->text, "1");
    EXPECT_EQ(faults.size(), 2U);
    EXPECT_TRUE(parse_yaml("f", "a: [", faults).refused);
    EXPECT_TRUE(parse_yaml("f", "a: *x", faults).refused);
}

}  // namespace
}  // namespace aidway
