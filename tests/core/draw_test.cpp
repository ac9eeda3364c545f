// SPDX-License-Identifier: Apache-2.0
#include "core/draw.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace aidway {
namespace {

constexpr ReplicateKey key{0x1122334455667788, 0x99aabbcc};
constexpr StreamId stream{0xdd};
constexpr EntityKey entity{0x00123456789abcde};
constexpr std::uint32_t slot = 0xf00dcafe;

TEST(Draw, PutsEachFieldWhereTheLayoutSays) {
    EXPECT_EQ(Draw(key, stream, entity, slot).words(),
              philox4x32_10({0x99aabbcc, 0xdd123456, 0x789abcde, 0xf00dcafe}, {0x55667788, 0x11223344}));
}

TEST(Draw, ChangesOnlyTheStatedWordWithEachField) {
    const PhiloxKey seed{0x55667788, 0x11223344};
    EXPECT_EQ(Draw({0x1122334455667789, 0x99aabbcc}, stream, entity, slot).words(),
              philox4x32_10({0x99aabbcc, 0xdd123456, 0x789abcde, slot}, {0x55667789, 0x11223344}));
    EXPECT_EQ(Draw({key.seed, 0}, stream, entity, slot).words(),
              philox4x32_10({0, 0xdd123456, 0x789abcde, slot}, seed));
    EXPECT_EQ(Draw(key, {0x01}, entity, slot).words(), philox4x32_10({0x99aabbcc, 0x01123456, 0x789abcde, slot}, seed));
    EXPECT_EQ(Draw(key, stream, {0x00ffffff789abcde}, slot).words(),
              philox4x32_10({0x99aabbcc, 0xddffffff, 0x789abcde, slot}, seed));
    EXPECT_EQ(Draw(key, stream, {0x0012345600000000}, slot).words(),
              philox4x32_10({0x99aabbcc, 0xdd123456, 0, slot}, seed));
    EXPECT_EQ(Draw(key, stream, entity, 0).words(), philox4x32_10({0x99aabbcc, 0xdd123456, 0x789abcde, 0}, seed));
}

TEST(Draw, KeepsAnOverlongEntityOutOfTheStream) {
    EXPECT_EQ(Draw(key, stream, {entity.low56 | 0xff00000000000000U}, slot).words(),
              Draw(key, stream, entity, slot).words());
}

TEST(Draw, UniformLiesStrictlyInsideAndIsTheWordItself) {
    const Draw draw(key, stream, entity, slot);
    for (int i = 0; i < 4; ++i) {
        const double u = draw.uniform(i);
        EXPECT_GT(u, 0.0);
        EXPECT_LT(u, 1.0);
        EXPECT_EQ(u * 0x1p32 - 0.5, static_cast<double>(draw.words()[static_cast<std::size_t>(i)]));
    }
}

TEST(Draw, ChanceIsNeverAtZeroAndAlwaysAtOne) {
    for (std::uint32_t n = 0; n < 10'000; ++n) {
        const Draw draw(key, stream, entity, n);
        EXPECT_FALSE(draw.chance(0, 0.0));
        EXPECT_TRUE(draw.chance(0, 1.0));
    }
}

/// Chi-square of `count` draws over 256 cells; the 255 degrees of freedom exceed 377.1 with chance 1e-6.
template <class Cell>
double chi_square(std::uint32_t count, Cell cell) {
    std::vector<double> seen(256, 0.0);
    for (std::uint32_t n = 0; n < count; ++n) seen[cell(n)] += 1.0;
    const double expected = count / 256.0;
    double sum = 0;
    for (const double s : seen) sum += (s - expected) * (s - expected) / expected;
    return sum;
}
constexpr double one_in_a_million = 377.1;

// Fixed seed; were the seed drawn, each of these would fail once in a million.
TEST(Draw, NeighbouringReplicatesSlotsAndEntitiesAreIndependent) {
    const auto pair = [](const Draw& a, const Draw& b) { return (a.words()[0] >> 28U) * 16 + (b.words()[0] >> 28U); };
    const auto at = [](std::uint32_t replicate, std::uint64_t who, std::uint32_t what) {
        return Draw({2016, replicate}, {3}, {who}, what);
    };
    EXPECT_LT(chi_square(100'000, [&](auto n) { return pair(at(n, 7, 1), at(n + 1, 7, 1)); }), one_in_a_million);
    EXPECT_LT(chi_square(100'000, [&](auto n) { return pair(at(5, 7, n), at(5, 7, n + 1)); }), one_in_a_million);
    EXPECT_LT(chi_square(100'000, [&](auto n) { return pair(at(5, n, 1), at(5, n + 1, 1)); }), one_in_a_million);
}

TEST(Draw, WordsOfOneBlockAreIndependent) {
    for (std::size_t i = 1; i < 4; ++i) {
        EXPECT_LT(chi_square(100'000,
                             [i](auto n) {
                                 const auto words = Draw({2016, n}, {1}, {42}, 0).words();
                                 return (words[0] >> 28U) * 16 + (words[i] >> 28U);
                             }),
                  one_in_a_million);
    }
}

// The hash is part of every result: it may not change with a library or a compiler. Value by Python's `xxhash` package:
// xxhash.xxh3_64_intdigest(b"gate\x1fcastello\x1f") & (2**56 - 1).
TEST(EntityKey, IsTheHashOfTheSeparatedParts) { EXPECT_EQ(entity_key({"gate", "castello"}).low56, 0x8875887899b3a8U); }

TEST(EntityKey, DependsOnTheOrderAndOnWhereThePartsEnd) {
    const std::set<EntityKey> keys{entity_key({"ab", "c"}), entity_key({"a", "bc"}), entity_key({"abc"}),
                                   entity_key({"c", "ab"}), entity_key({"abc", ""}), entity_key({"", "abc"})};
    EXPECT_EQ(keys.size(), 6U);
}

TEST(EntityKey, DiffersForAHundredThousandNames) {
    std::set<EntityKey> keys;
    for (int i = 0; i < 100'000; ++i) keys.insert(entity_key({"community", std::to_string(i)}));
    EXPECT_EQ(keys.size(), 100'000U);
    for (const EntityKey k : keys) ASSERT_LT(k.low56, std::uint64_t{1} << 56U);
}

TEST(Refine, GivesEveryPairOfNumbersItsOwnKey) {
    const std::vector<EntityKey> bases{{0}, {1}, {2}, entity_key({"depot", "aleppo"})};
    std::set<EntityKey> keys(bases.begin(), bases.end());
    for (const EntityKey base : bases) {
        for (std::uint32_t a = 0; a < 200; ++a) {
            for (std::uint32_t b = 0; b < 100; ++b) keys.insert(refine(base, a, b));
        }
    }
    EXPECT_EQ(keys.size(), bases.size() * (1 + 200 * 100));
    for (const EntityKey k : keys) ASSERT_LT(k.low56, std::uint64_t{1} << 56U);
}

TEST(Refine, TellsTheFirstNumberFromTheSecondAndOneStepFromTwo) {
    EXPECT_NE(refine(entity, 1, 2), refine(entity, 2, 1));
    EXPECT_NE(refine(refine(entity, 1), 2), refine(entity, 1, 2));
    EXPECT_NE(refine(refine(entity, 1), 2), refine(refine(entity, 2), 1));
    EXPECT_EQ(refine(entity, 1), refine(entity, 1, 0));
}

}  // namespace
}  // namespace aidway
