// SPDX-License-Identifier: Apache-2.0
#include "io/osm/tag_meanings.hpp"

#include <gmock/gmock.h>

#include "io/osm/limit_value.hpp"
#include "io/text_file.hpp"
#include "support/folders.hpp"

namespace aidway {
namespace {

std::string shipped() { return read_text_file(common_data() / "osm-roads.yaml"); }

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::invalid_argument("no '" + from + "'");
    return text.replace(at, from.size(), to);
}

std::vector<std::string> faults_of(const std::string& text) {
    std::vector<Diagnostic> faults;
    const auto read = read_tag_meanings("tags.yaml", text, faults);
    EXPECT_EQ(read.has_value(), faults.empty());
    std::vector<std::string> all;
    for (const auto& fault : faults) all.push_back(fault.text());
    return all;
}

TEST(TagMeanings, TheShippedFileReadsWithoutAFault) { EXPECT_THAT(faults_of(shipped()), testing::IsEmpty()); }

TEST(TagMeanings, TrafficThatIsNoneIsNamedWithTheNearest) {
    EXPECT_THAT(faults_of(replaced(shipped(), "not_binding: [foot]", "not_binding: [feet]")),
                testing::ElementsAre(testing::HasSubstr("no traffic 'feet'; did you mean 'foot'?")));
    EXPECT_THAT(faults_of(replaced(shipped(), "barred: [foot]", "barred: [hevy]")),
                testing::ElementsAre(testing::HasSubstr("no traffic 'hevy'; did you mean 'heavy'?")));
}

TEST(TagMeanings, ATagThatIsNoneIsRefusedAtItsPlace) {
    EXPECT_THAT(faults_of(replaced(shipped(), "[highway=road]", "[\"highway = road\"]")),
                testing::ElementsAre(testing::HasSubstr("'highway = road' is not a tag")));
}

TEST(LimitValue, IsReadWithItsUnit) {
    EXPECT_EQ(weight_in("7.5"), Mass::kilograms(7500));
    EXPECT_EQ(weight_in("7500 kg"), Mass::kilograms(7500));
    EXPECT_EQ(weight_in(" 3.5 t"), Mass::kilograms(3500));
    EXPECT_EQ(weight_in("10 st"), Mass::nearest_gram(9071.8474));
    EXPECT_EQ(height_in("3.8 m"), Distance::metres(3.8));
    EXPECT_NEAR(height_in("12'")->metres(), 3.6576, 1e-12);
    EXPECT_NEAR(height_in("12'6\"")->metres(), 3.81, 1e-12);
    EXPECT_EQ(speed_in("50"), Speed::kilometres_per_hour(50));
    EXPECT_EQ(speed_in("30 mph"), Speed::kilometres_per_hour(30 * 1.609344));
}

TEST(LimitValue, WhatIsNoLimitIsNone) {
    for (const char* text : {"", "x", "0", "-3", "1e300", "7.5 x", "80;60", "nan", "inf", "1e3"}) {
        EXPECT_FALSE(weight_in(text)) << text;
        EXPECT_FALSE(height_in(text)) << text;
        EXPECT_FALSE(speed_in(text)) << text;
    }
    for (const char* text : {"12'6", "12'13\"", "12\"", "'6\""}) EXPECT_FALSE(height_in(text)) << text;
}

}  // namespace
}  // namespace aidway
