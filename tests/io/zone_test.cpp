// SPDX-License-Identifier: Apache-2.0
#include "io/zone.hpp"

#include <gtest/gtest.h>

#include <string>

namespace aidway {
namespace {

std::int64_t utc_s(const std::string& local, const std::string& timezone) {
    const auto instant = to_instant(*parse_local_time(local), timezone);
    return instant ? instant->time_since_epoch().count() : -1;
}

TEST(Zone, UtcIsItself) {
    EXPECT_EQ(utc_s("1970-01-02", "UTC"), 86'400);
    EXPECT_EQ(utc_s("2016-09-12T19:00", "UTC"), 1'473'706'800);
}

TEST(Zone, SubtractsWhatTheZoneIsAhead) {
    EXPECT_EQ(utc_s("2016-09-12T19:00", "UTC") - utc_s("2016-09-12T19:00", "Asia/Damascus"), 3 * 3600);
    EXPECT_EQ(utc_s("2016-12-12T19:00", "UTC") - utc_s("2016-12-12T19:00", "Asia/Damascus"), 2 * 3600);
    EXPECT_EQ(utc_s("2016-12-12T19:00", "America/New_York") - utc_s("2016-12-12T19:00", "UTC"), 5 * 3600);
}

// Damascus set its clocks from 00:00 to 01:00 on 25 March 2016.
TEST(Zone, ATimeThatIsSkippedIsTheMomentOfTheChange) {
    const auto change = utc_s("2016-03-25T01:00", "Asia/Damascus");
    EXPECT_EQ(utc_s("2016-03-25T00:00", "Asia/Damascus"), change);
    EXPECT_EQ(utc_s("2016-03-25T00:59", "Asia/Damascus"), change);
    EXPECT_EQ(utc_s("2016-03-24T23:59", "Asia/Damascus"), change - 60);
}

// It set them back from 00:00 of 28 October 2016 to 23:00 of the 27th, so 23:30 came twice.
TEST(Zone, ATimeThatComesTwiceIsTheFirst) {
    EXPECT_EQ(utc_s("2016-10-27T23:30", "Asia/Damascus") - utc_s("2016-10-27T22:30", "Asia/Damascus"), 3600);
    EXPECT_EQ(utc_s("2016-10-28T00:30", "Asia/Damascus") - utc_s("2016-10-27T23:30", "Asia/Damascus"), 2 * 3600);
}

TEST(Zone, RefusesAnUnknownZoneWithTheNearestName) {
    EXPECT_FALSE(to_instant(LocalTime{}, "Asia/Damaskus"));
    EXPECT_EQ(timezone_fault("Asia/Damaskus"),
              "no time zone 'Asia/Damaskus'; expected an IANA name such as 'Asia/Damascus'; did you mean "
              "'Asia/Damascus'?");
    EXPECT_EQ(timezone_fault("Asia/Damascus"), "");
}

}  // namespace
}  // namespace aidway
