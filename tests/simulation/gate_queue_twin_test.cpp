// SPDX-License-Identifier: Apache-2.0
// The queue of a gate against the queues of the textbooks: trucks that come by chance, served in a fixed time by c
// lanes (M/D/c). Seeds are fixed; a correct engine would fail a |z| < 4.5 check for about one seed in 100,000 and
// check, and there are seven checks here.
#include <gtest/gtest.h>

#include <Eigen/LU>
#include <cmath>
#include <random>

#include "simulation/processes/queueing.hpp"

namespace aidway {
namespace {

constexpr double most_z = 4.5;
constexpr std::int64_t each_s = 100'000;  // long beside the whole seconds to which arrivals are cut
constexpr double busy = 0.8;              // share of the lanes' time that is asked for

struct Waits {
    double mean = 0;  ///< in times of service
    double none = 0;  ///< share of trucks that do not wait
};

/// How long trucks wait that come one by one with exponential times between them.
Waits wait_at(std::int64_t lanes, std::uint64_t seed) {
    constexpr int first = 1'000, trucks = 5'000;  // the empty start is forgotten after some hundred trucks
    std::mt19937_64 bits(seed);
    const double between_s = static_cast<double>(each_s) / (busy * static_cast<double>(lanes));
    const Service service{lanes, each_s, 0, std::int64_t{1} << 60, std::int64_t{1} << 59};
    Station station;
    double now_s = 0;
    Waits waits;
    for (int truck = 0; truck < trucks; ++truck) {
        now_s -= between_s * std::log((static_cast<double>(bits() >> 11U) + 0.5) * 0x1p-53);
        const auto at_s = static_cast<std::int64_t>(now_s);
        const auto served = serve({at_s, 0, 1}, service, station);
        if (truck < first) continue;
        const auto wait_s = served.last_done_s - each_s - at_s;
        waits.mean += static_cast<double>(wait_s) / each_s / (trucks - first);
        waits.none += wait_s == 0 ? 1.0 / (trucks - first) : 0;
    }
    return waits;
}

/// The same in the long run, after Crommelin: a time of service from now, whoever is served now has gone, whoever
/// waits stands `lanes` places further on, and a Poisson number has come.
Waits long_run(int lanes) {
    constexpr Eigen::Index most = 200;  // more are there once in 10^15
    const double come = busy * lanes;
    Eigen::MatrixXd balance = Eigen::MatrixXd::Zero(most, most);
    for (Eigen::Index n = 0; n < most; ++n) {
        double chance = std::exp(-come);
        for (Eigen::Index k = std::max<Eigen::Index>(n - lanes, 0), i = 1; k < most; ++k, ++i) {
            balance(k, n) += chance;
            chance *= come / static_cast<double>(i);
        }
        balance(n, n) -= 1;
    }
    balance.row(most - 1).setOnes();
    const Eigen::VectorXd there = balance.partialPivLu().solve(Eigen::VectorXd::Unit(most, most - 1));
    Waits waits;
    for (Eigen::Index n = 0; n < most; ++n) {
        if (n < lanes) waits.none += there(n);  // arrivals by chance see the long run
        if (n > lanes) waits.mean += there(n) * static_cast<double>(n - lanes) / come;  // Little
    }
    return waits;
}

TEST(GateQueue, OfOneLaneWaitsAsPollaczekAndKhinchineSay) {
    EXPECT_NEAR(long_run(1).mean, busy / (2 * (1 - busy)), 1e-9);
    EXPECT_NEAR(long_run(1).none, 1 - busy, 1e-9);
}

TEST(GateQueue, OfOneTwoAndFourLanesWaitsAsCrommelinSays) {
    constexpr int n = 200;
    for (const int lanes : {1, 2, 4}) {
        double mean = 0, squares = 0, none = 0, none_squares = 0;
        for (std::uint64_t r = 0; r < n; ++r) {
            const auto waits = wait_at(lanes, 1'000 * static_cast<std::uint64_t>(lanes) + r);
            mean += waits.mean / n;
            squares += waits.mean * waits.mean / n;
            none += waits.none / n;
            none_squares += waits.none * waits.none / n;
        }
        const auto expected = long_run(lanes);
        EXPECT_LT(std::abs(mean - expected.mean) / std::sqrt((squares - mean * mean) / n), most_z)
            << lanes << " lanes: " << mean << " against " << expected.mean;
        EXPECT_LT(std::abs(none - expected.none) / std::sqrt((none_squares - none * none) / n), most_z)
            << lanes << " lanes: " << none << " against " << expected.none;
    }
}

TEST(GateQueue, OfAConvoyIsWorkedOffAtThePaceOfItsLanes) {
    // D/D/c: of trucks that come together, number k (from 0) waits for k / lanes whole times of service.
    constexpr std::int64_t minutes_6 = 360;
    for (const std::int64_t lanes : {1, 2, 3, 7}) {
        for (const std::int64_t trucks : {1, 5, 45}) {
            Station station;
            const auto served =
                serve({0, 0, trucks}, {lanes, minutes_6, 0, std::int64_t{1} << 40, std::int64_t{1} << 40}, station);
            EXPECT_EQ(served.last_done_s, ((trucks - 1) / lanes + 1) * minutes_6);
            // Within a limit on waiting of w come the trucks of the first w / service + 1 rounds.
            Station again;
            const auto patient =
                serve({0, 0, trucks}, {lanes, minutes_6, 0, std::int64_t{1} << 40, 5 * minutes_6 / 2}, again);
            EXPECT_EQ(patient.trucks, std::min(trucks, 3 * lanes));
        }
    }
}

}  // namespace
}  // namespace aidway
