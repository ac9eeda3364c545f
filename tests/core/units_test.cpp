// SPDX-License-Identifier: Apache-2.0
#include "core/units.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace aidway {
namespace {

double mass(const std::string& text) {
    double natural = -1;
    EXPECT_EQ(parse_quantity(mass_units(), text, natural), "") << text;
    return natural;
}

TEST(Units, KnowTheirFactorsExactly) {
    EXPECT_EQ(mass("40 t"), 40'000);
    EXPECT_EQ(mass("555 g"), 0.555);
    EXPECT_EQ(mass("-1.5 kg"), -1.5);
    EXPECT_EQ(mass("1e3   kg"), 1000);
    double speed = 0;
    EXPECT_EQ(parse_quantity(speed_units(), "15 km/h", speed), "");
    EXPECT_EQ(speed, 15 / 3.6);
}

TEST(Units, PlainNumbersAreFiniteAndWithoutSeparators) {
    double x = 0;
    EXPECT_EQ(parse_plain("275000", x), "");
    EXPECT_EQ(x, 275'000);
    EXPECT_EQ(parse_plain("275,000", x), "write numbers without separators: 275000");
    EXPECT_EQ(parse_plain("nan", x), "the number must be finite");
    EXPECT_EQ(parse_plain("-inf", x), "the number must be finite");
    EXPECT_EQ(parse_plain("1e999", x), "the number must be finite");
    for (const char* text : {"", " 1", "1 ", "0x10", "+1", "one", "1.2.3"}) {
        EXPECT_EQ(parse_plain(text, x), "write a number") << text;
    }
    EXPECT_EQ(x, 275'000) << "a refusal leaves the number alone";
}

TEST(Units, WriteWhatAPersonWould) {
    EXPECT_EQ(format_plain(275'000), "275000");
    EXPECT_EQ(format_plain(0.1), "0.1");
    EXPECT_EQ(format_plain(-0.0), "0");
    EXPECT_EQ(format_plain(1e300), "1e+300");
    EXPECT_EQ(format_quantity(duration_units(), 5400), "90 min");
    EXPECT_EQ(format_quantity(duration_units(), 86'400), "1 d");
    EXPECT_EQ(format_quantity(mass_units(), 5000), "5 t");
    EXPECT_EQ(format_quantity(speed_units(), 15 / 3.6), "15 km/h");
    EXPECT_EQ(format_quantity(mass_rate_units(), 0.555), "555 g/d");
}

TEST(Units, ReadBackToTheSameBits) {
    std::mt19937_64 random(7);
    for (const auto* family : {&mass_units(), &mass_rate_units(), &distance_units(), &speed_units(), &duration_units(),
                               &volume_units(), &density_units(), &hazard_units()}) {
        for (int i = 0; i < 2000; ++i) {
            const double x = std::generate_canonical<double, 53>(random) * (i % 2 == 0 ? 1 : 1e9);
            double back = -1;
            const auto text = format_quantity(*family, x);
            ASSERT_EQ(parse_quantity(*family, text, back), "") << text;
            ASSERT_EQ(back, x) << text;
        }
    }
}

}  // namespace
}  // namespace aidway
