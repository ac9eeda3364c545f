// SPDX-License-Identifier: Apache-2.0
#include "access/access_fields.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/fields/leaf.hpp"
#include "core/tree.hpp"

namespace aidway {
namespace {

const LeafType& hours_type() { return static_cast<const LeafType&>(type_of<Hours>()); }

std::string fault_of(const std::string& text) {
    Hours hours;
    return hours_type().parse(Node::scalar(text), &hours);
}

Hours read_hours(const std::string& text) {
    Hours hours{1, 2};
    EXPECT_EQ(hours_type().parse(Node::scalar(text), &hours), "");
    return hours;
}

TEST(HoursText, SaysSecondsOfTheDay) {
    EXPECT_EQ(read_hours("06:00-18:00"), (Hours{6 * 3600, 18 * 3600}));
    EXPECT_EQ(read_hours("00:01-23:59"), (Hours{60, 86'340}));
    EXPECT_EQ(read_hours("20:00-24:00"), (Hours{20 * 3600, 86'400}));
}

TEST(HoursText, AllDayHasTwoSpellingsAndOneMeaning) {
    EXPECT_TRUE(read_hours("all day").all_day());
    EXPECT_EQ(read_hours("00:00-24:00"), read_hours("all day"));
}

TEST(HoursText, IsWrittenAsItIsRead) {
    for (const auto* text : {"06:00-18:00", "00:01-23:59", "20:00-24:00", "all day"}) {
        const auto hours = read_hours(text);
        auto written = hours_type().format(&hours);
        std::erase(written, '"');
        EXPECT_EQ(written, text);
    }
}

TEST(HoursText, RefusesWhatIsNoStretchOfOneDay) {
    for (const auto* text : {"18:00-06:00", "06:00-06:00", "06:00-24:01", "06:60-18:00", "6:00-18:00", "06.00-18.00",
                             "06:00 - 18:00", "06:00-18:0x", "-1:00-18:00", "always", ""}) {
        EXPECT_EQ(fault_of(text),
                  "'" + std::string(text) + "' is not daily opening hours within one day, e.g. '06:00-18:00'");
    }
    EXPECT_EQ(fault_of("06:00-06:01"), "");
}

TEST(HoursText, LeavesTheValueAloneWhenItRefuses) {
    Hours hours{1, 2};
    EXPECT_NE(hours_type().parse(Node::scalar("18:00-06:00"), &hours), "");
    EXPECT_EQ(hours, (Hours{1, 2}));
}

TEST(AccessWords, AreThoseOfTheFiles) {
    const auto words = [](const Type& type) { return static_cast<const WordType&>(type).words(); };
    EXPECT_EQ(words(type_of<Access>()), (std::vector<std::string>{"closed", "by_clearance", "open"}));
    EXPECT_EQ(words(type_of<Traffic>()), (std::vector<std::string>{"aid", "goods", "civilians"}));
}

}  // namespace
}  // namespace aidway
