// SPDX-License-Identifier: Apache-2.0
#include "io/cell_shares.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <numeric>
#include <random>

namespace aidway {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

CellRing box(double left, double top, double right, double bottom) {
    return {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
}

double sum(const std::vector<double>& shares) { return std::accumulate(shares.begin(), shares.end(), 0.0); }

TEST(CellShares, OfASquareAreItsOverlapsWithTheCells) {
    EXPECT_THAT(cell_shares({box(0.5, 0.25, 2, 2)}, {0, 0, 3, 2}), ElementsAre(0.375, 0.75, 0, 0.5, 1, 0));
    EXPECT_THAT(cell_shares({box(0.25, 0.25, 0.5, 0.75)}, {0, 0, 1, 1}), ElementsAre(0.125));
}

TEST(CellShares, DoNotDependOnTheWayRoundNorOnTheFirstPoint) {
    CellRing ring = box(0.5, 0.25, 2, 2);
    const auto shares = cell_shares({ring}, {0, 0, 3, 2});
    std::reverse(ring.begin(), ring.end());
    EXPECT_EQ(cell_shares({ring}, {0, 0, 3, 2}), shares);
    std::rotate(ring.begin(), ring.begin() + 1, ring.end());
    EXPECT_EQ(cell_shares({ring}, {0, 0, 3, 2}), shares);
}

TEST(CellShares, OfATriangleAreHalvesOnItsEdge) {
    EXPECT_THAT(cell_shares({{{0, 0}, {2, 2}, {0, 2}}}, {0, 0, 2, 2}), ElementsAre(0.5, 0, 1, 0.5));
    EXPECT_THAT(cell_shares({{{0, 0}, {2, 0}, {2, 2}}}, {0, 0, 2, 2}), ElementsAre(0.5, 1, 0, 0.5));
}

TEST(CellShares, AHoleTakesAway) {
    CellRing hole = box(1.5, 0.5, 2.5, 1);
    std::reverse(hole.begin(), hole.end());
    EXPECT_THAT(cell_shares({box(0, 0, 3, 1), hole}, {0, 0, 3, 1}), ElementsAre(1, 0.75, 0.75));
}

TEST(CellShares, AWindowSeesWhatTheWholeDoes) {
    const CellRing ring{{-3.3, -2.1}, {9.7, 1.2}, {7.1, 8.8}, {2.2, 5.1}, {-1.5, 9.4}};
    const auto whole = cell_shares({ring}, {-4, -3, 15, 13});
    for (const CellWindow window : {CellWindow{0, 0, 5, 5}, CellWindow{3, 2, 1, 7}, CellWindow{-4, 4, 15, 1}}) {
        const auto part = cell_shares({ring}, window);
        for (int row = 0; row < window.rows; ++row) {
            for (int column = 0; column < window.columns; ++column) {
                const int at = (row + window.top + 3) * 15 + column + window.left + 4;
                EXPECT_NEAR(part[static_cast<std::size_t>(row * window.columns + column)],
                            whole[static_cast<std::size_t>(at)], 1e-12);
            }
        }
    }
}

TEST(CellShares, OfAnyPolygonSumToItsArea) {
    std::mt19937 random(5);
    std::uniform_real_distribution<double> radius(2, 9);
    for (int turn = 0; turn < 200; ++turn) {  // stars round a middle never cross themselves
        CellRing ring;
        double area = 0;
        for (int i = 0; i < 17; ++i) {
            const double r = radius(random), a = 2 * std::numbers::pi * i / 17;
            ring.emplace_back(10 + r * std::cos(a), 10 + r * std::sin(a));
        }
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const auto& [x0, y0] = ring[i];
            const auto& [x1, y1] = ring[(i + 1) % ring.size()];
            area += (x0 * y1 - x1 * y0) / 2;
        }
        const auto shares = cell_shares({ring}, {0, 0, 20, 20});
        EXPECT_THAT(sum(shares), DoubleNear(area, 1e-9));
        EXPECT_THAT(shares, testing::Each(testing::AllOf(testing::Ge(0), testing::Le(1))));
    }
}

TEST(CellShares, OfPartsThatMeetSumToThoseOfTheWhole) {
    const CellRing whole{{0.3, 0.2}, {6.9, 1.1}, {5.2, 7.7}, {0.8, 6.1}};
    const CellRing one{{0.3, 0.2}, {6.9, 1.1}, {0.8, 6.1}}, other{{6.9, 1.1}, {5.2, 7.7}, {0.8, 6.1}};
    const CellWindow window{0, 0, 8, 8};
    const auto all = cell_shares({whole}, window), a = cell_shares({one}, window), b = cell_shares({other}, window);
    for (std::size_t i = 0; i < all.size(); ++i) EXPECT_NEAR(a[i] + b[i], all[i], 1e-12);
}

TEST(CellShares, OutsideTheWindowIsNothing) {
    EXPECT_THAT(cell_shares({box(5, 5, 6, 6)}, {0, 0, 2, 2}), testing::Each(0));
    EXPECT_THAT(cell_shares({box(-5, -5, -1, -1)}, {0, 0, 2, 2}), testing::Each(0));
}

}  // namespace
}  // namespace aidway
