// SPDX-License-Identifier: Apache-2.0
#include "core/sobol.hpp"

#include <gtest/gtest.h>

#include <boost/random/sobol.hpp>
#include <cmath>
#include <set>
#include <vector>

namespace aidway {
namespace {

const EntityKey key = entity_key({"uncertain", "communities/east/population"});

TEST(Sobol, PointsAreThoseOfBoostInEveryDimension) {
    boost::random::sobol_engine<std::uint32_t, 32> oracle(sobol_dimensions);
    std::vector<SobolDimension> ours;
    for (std::uint32_t d = 0; d < sobol_dimensions; ++d) ours.emplace_back(d);
    // Boost goes in the order of Gray's code and leaves out the origin.
    for (std::uint32_t n = 1; n <= 2'000; ++n) {
        for (std::uint32_t d = 0; d < sobol_dimensions; ++d) {
            ASSERT_EQ(ours[d].at(n ^ n >> 1U), oracle()) << "point " << n << " dimension " << d;
        }
    }
}

TEST(Sobol, TheFirstPointIsTheOriginAndTheSecondTheMiddle) {
    for (std::uint32_t d = 0; d < sobol_dimensions; ++d) {
        EXPECT_EQ(SobolDimension(d).at(0), 0U);
        EXPECT_EQ(SobolDimension(d).at(1), 0x80000000U);
    }
}

TEST(Sobol, TheLastDimensionIsTheLast) {
    EXPECT_NO_THROW(SobolDimension{sobol_dimensions - 1});
    EXPECT_THROW(SobolDimension{sobol_dimensions}, std::invalid_argument);
}

TEST(Sobol, EachOfTwoToTheMEqualIntervalsHoldsOnePointScrambledOrNot) {
    for (const unsigned m : {1U, 4U, 7U, 10U}) {
        for (const std::uint32_t d : {0U, 1U, 17U, 63U, 255U}) {
            const SobolDimension dimension(d);
            std::set<std::uint32_t> plain;
            std::set<std::uint32_t> mixed;
            for (std::uint32_t n = 0; n < 1U << m; ++n) {
                plain.insert(dimension.at(n) >> (32 - m));
                mixed.insert(scrambled(dimension.at(n), key) >> (32 - m));
            }
            EXPECT_EQ(plain.size(), 1U << m) << d;
            EXPECT_EQ(mixed.size(), 1U << m) << d;
        }
    }
}

TEST(Sobol, LaterStretchesOfTwoToTheMPointsAreEvenToo) {
    const SobolDimension dimension(5);
    std::set<std::uint32_t> seen;
    for (std::uint32_t n = 3 * 64; n < 4 * 64; ++n) seen.insert(scrambled(dimension.at(n), key) >> 26U);
    EXPECT_EQ(seen.size(), 64U);
}

TEST(Sobol, ScramblingIsOneToOneAndDependsOnTheKey) {
    std::set<std::uint32_t> seen;
    for (std::uint32_t x = 0; x < 10'000; ++x) seen.insert(scrambled(x, key));
    EXPECT_EQ(seen.size(), 10'000U);
    EXPECT_NE(scrambled(0, key), scrambled(0, entity_key({"another"})));
    EXPECT_EQ(scrambled(12'345, key), scrambled(12'345, key));
}

TEST(Sobol, ScramblingKeepsTheLengthOfTheCommonBeginning) {
    // Nested: two numbers that part at a bit part at that very bit afterwards.
    for (unsigned bit = 0; bit < 32; ++bit) {
        const std::uint32_t a = 0x5a5a1234U;
        const std::uint32_t b = a ^ 1U << bit;
        EXPECT_EQ(std::bit_width(scrambled(a, key) ^ scrambled(b, key)), static_cast<int>(bit) + 1);
    }
}

TEST(Sobol, ACoordinateOverManyKeysIsUniform) {
    // 4,096 keys in 16 equal intervals: chi-square with 15 degrees is above 44 in one of 10,000 trials; fixed keys.
    std::vector<double> counts(16, 0);
    for (std::uint32_t k = 0; k < 4'096; ++k) counts[scrambled(0, refine(key, k)) >> 28U] += 1;
    double chi_square = 0;
    for (const double n : counts) chi_square += (n - 256) * (n - 256) / 256;
    EXPECT_LT(chi_square, 44);
}

double root_mean_square(const std::vector<double>& errors) {
    double sum = 0;
    for (const double e : errors) sum += e * e;
    return std::sqrt(sum / static_cast<double>(errors.size()));
}

TEST(Sobol, TheMeanOfASmoothFunctionIsFarNearerThanByPlainDraws) {
    // The product over five dimensions of 1 + (x - 1/2): its mean is 1.
    std::vector<SobolDimension> dimensions;
    for (std::uint32_t d = 0; d < 5; ++d) dimensions.emplace_back(d);
    std::vector<double> even;
    std::vector<double> plain;
    constexpr std::uint32_t points = 256;
    for (std::uint32_t trial = 0; trial < 50; ++trial) {
        double even_sum = 0;
        double plain_sum = 0;
        for (std::uint32_t n = 0; n < points; ++n) {
            double even_product = 1;
            double plain_product = 1;
            for (std::uint32_t d = 0; d < 5; ++d) {
                even_product *= 0.5 + inside_unit(scrambled(dimensions[d].at(n), refine(key, trial, d)));
                plain_product *= 0.5 + Draw({trial, n}, {200}, refine(key, d), 0).uniform(0);
            }
            even_sum += even_product;
            plain_sum += plain_product;
        }
        even.push_back(even_sum / points - 1);
        plain.push_back(plain_sum / points - 1);
    }
    EXPECT_LT(root_mean_square(even), root_mean_square(plain) / 10);
}

TEST(Sobol, NumbersLieStrictlyInsideTheUnitInterval) {
    EXPECT_GT(inside_unit(0), 0.0);
    EXPECT_LT(inside_unit(0xffffffffU), 1.0);
}

}  // namespace
}  // namespace aidway
