// SPDX-License-Identifier: Apache-2.0
#include "core/name.hpp"

#include <gtest/gtest.h>

#include <string>

namespace aidway {
namespace {

TEST(Name, ComparesByItsTextOnly) {
    EXPECT_EQ(Name("gov", {1, 2}), Name("gov", {9, 9}));
    EXPECT_LT(Name("gov", {9, 9}), Name("opp", {1, 2}));
}

TEST(LocalTime, CountsDaysAndSeconds) {
    const auto time = parse_local_time("2016-09-12T19:00");
    ASSERT_TRUE(time);
    EXPECT_EQ(time->day, 17'056);
    EXPECT_EQ(time->second, 19 * 3600);
    EXPECT_EQ(parse_local_time("1970-01-01")->day, 0);
    EXPECT_EQ(parse_local_time("1969-12-31")->day, -1);
    EXPECT_LT(*parse_local_time("2016-09-12"), *time);
}

TEST(LocalTime, ReadsBackAsWritten) {
    for (const std::string text :
         {"2016-02-29", "2016-09-12T19:00", "2016-09-12T00:00:01", "1900-01-01", "2199-12-31"}) {
        const auto time = parse_local_time(text);
        ASSERT_TRUE(time) << text;
        EXPECT_EQ(format(*time), text);
    }
    EXPECT_EQ(format(*parse_local_time("2016-09-12T00:00")), "2016-09-12");
}

TEST(LocalTime, RefusesWhatIsNoTime) {
    for (const char* text : {"", "2015-02-29", "2016-13-01", "2016-00-01", "2016-1-1", "12-09-2016", "2016-09-12 19:00",
                             "2016-09-12T", "2016-09-12T24:00", "2016-09-12T19:60", "2016-09-12T19",
                             "2016-09-12T19:00Z", "2016-09-12T19:00:60", "1899-12-31", "2200-01-01"}) {
        EXPECT_FALSE(parse_local_time(text)) << text;
    }
}

}  // namespace
}  // namespace aidway
