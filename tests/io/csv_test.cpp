// SPDX-License-Identifier: Apache-2.0
#include "io/csv.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace aidway {
namespace {

std::string faults_of(const std::string& text) {
    std::vector<Diagnostic> faults;
    (void)parse_csv("t.csv", text, faults);
    std::string all;
    for (const auto& fault : faults) all += (all.empty() ? "" : "\n") + fault.text();
    return all;
}

Table parsed(const std::string& text) {
    std::vector<Diagnostic> faults;
    auto table = parse_csv("t.csv", text, faults);
    EXPECT_TRUE(faults.empty()) << faults.front().text();
    return table;
}

TEST(Csv, EachTrapHasItsMessageAndPlace) {
    const std::vector<std::pair<std::string, std::string>> golden{
        {"", "t.csv:1:1: the file is empty: a header row is needed"},
        {"\xEF\xBB\xBFgate,from\n", "t.csv:1:1: a byte-order mark: save the file without it"},
        {"gate,from\nx,\xE9\n", "t.csv:2:3: a byte that is not UTF-8: save the file as UTF-8"},
        {std::string("gate\n\0\n", 7), "t.csv:2:1: a zero byte: this is not a text file"},
        {"gate,from,gate\n", "t.csv:1:11: column 'gate' is given twice; first as column 1"},
        {"gate,,to\n", "t.csv:1:6: a column without a name"},
        {"gate,from\na\n", "t.csv:2:1: this row has 1 cell, the header 2 cells"},
        {"gate,from\na,b,c\n", "t.csv:2:1: this row has 3 cells, the header 2 cells"},
        {"gate,from\n\na,b\n", "t.csv:2:1: an empty line inside the table"},
        {"gate,from\na,\"b\nc,d\n", "t.csv:2:3: this quote is never closed"},
        {"gate,from\na,b\"c\n", "t.csv:2:4: a quote inside a cell: put the whole cell in quotes and double this one"},
        {"gate,from\na,\"b\"c\n", "t.csv:2:6: text after a closing quote: a quote inside a cell is written twice"},
        {std::string((16U << 20U) + 1, 'x'), "t.csv:1:1: larger than 16 MiB"},
    };
    for (const auto& [text, expected] : golden) EXPECT_EQ(faults_of(text), expected) << text.substr(0, 60);
}

TEST(Csv, ReadsQuotesLineEndsAndEmptyCells) {
    const auto table = parsed("gate,note,to\r\na,\"x, \"\"y\"\"\r\nz\",\r\n\"b\",,c");
    ASSERT_EQ(table.size(), 2U);
    EXPECT_EQ(table.at(0, 1).text, "x, \"y\"\r\nz");
    EXPECT_EQ(table.at(0, 1).at, (Mark{2, 3}));
    EXPECT_EQ(table.at(0, 2).text, "");
    EXPECT_EQ(table.at(1, 0).at, (Mark{4, 1})) << "the quoted cell before took two lines";
    EXPECT_EQ(table.at(1, 2).text, "c");
    EXPECT_EQ(table.at(1, 2).at, (Mark{4, 6}));
}

TEST(Csv, PassesOverEmptyLinesAtTheEnd) {
    EXPECT_EQ(parsed("gate,from\na,b\n\n\n").size(), 1U);
    EXPECT_EQ(parsed("gate,from\n").size(), 0U);
    EXPECT_EQ(parsed("gate,from").size(), 0U);
}

TEST(Csv, AMissingColumnIsNamedWithTheNearest) {
    const auto table = parsed("gate,from\na,b\n");
    std::vector<Diagnostic> faults;
    EXPECT_EQ(table.column("from", faults), 1U);
    EXPECT_TRUE(faults.empty());
    EXPECT_EQ(table.column("gates", faults), std::nullopt);
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].text(), "t.csv:1:1: missing column 'gates'; did you mean 'gate'?");
}

TEST(Csv, ARowIsAMappingFromColumns) {
    const auto table = parsed("gate,note,to\na,,c\n");
    const auto row = table.row(0);
    ASSERT_EQ(row.pairs.size(), 2U) << "an empty cell says nothing";
    EXPECT_EQ(row.find("to")->text, "c");
    EXPECT_EQ(row.find("to")->at, (Mark{2, 4}));
    EXPECT_EQ(row.pairs[1].at, (Mark{1, 11}));
    EXPECT_EQ(table.fault(table.at(0, 2), "no such party").text(), "t.csv:2:4: no such party");
}

TEST(Csv, SoundRowsSurviveBrokenOnes) {
    std::vector<Diagnostic> faults;
    const auto table = parse_csv("t.csv", "gate,from\na\nb,c\nd,e,f\n", faults);
    EXPECT_EQ(faults.size(), 2U);
    ASSERT_EQ(table.size(), 1U);
    EXPECT_EQ(table.at(0, 0).text, "b");
}

}  // namespace
}  // namespace aidway
