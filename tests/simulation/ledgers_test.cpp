// SPDX-License-Identifier: Apache-2.0
#include "simulation/ledgers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "core/draw.hpp"

namespace aidway {
namespace {

constexpr std::int64_t day = 86'400;
constexpr std::uint16_t a = 0, b = 1, nobody = LedgerLine::nobody;

/// One ledger that one consequence counts.
struct OneLedger {
    OneLedger() { ledgers.reset(2, 1, 1); }
    bool write(std::int64_t at_s, std::uint16_t blamed, const LedgerTest& test) {
        ledgers.write(0, {at_s, blamed});
        return blamed != nobody && ledgers.suffices(0, 0, blamed, at_s, test);
    }
    Ledgers ledgers;
};

TEST(Ledgers, CountTheReportsOfAWindowThatIsOpenAtItsBeginning) {
    const LedgerTest test{3, 7 * day, 0};
    OneLedger within;
    EXPECT_FALSE(within.write(0, a, test));
    EXPECT_FALSE(within.write(day, a, test));
    EXPECT_TRUE(within.write(7 * day - 1, a, test));
    OneLedger beyond;
    EXPECT_FALSE(beyond.write(0, a, test));
    EXPECT_FALSE(beyond.write(day, a, test));
    EXPECT_FALSE(beyond.write(7 * day, a, test));
    EXPECT_TRUE(beyond.write(8 * day - 1, a, test));
}

TEST(Ledgers, AskForAShareOfWhatWasAttributedAndNobodyIsNoParty) {
    const LedgerTest half{2, 7 * day, 0.5};
    OneLedger ledger;
    EXPECT_FALSE(ledger.write(0, b, half));
    EXPECT_TRUE(ledger.write(1, b, half));
    EXPECT_FALSE(ledger.write(2, a, half)) << "one report is not two";
    EXPECT_TRUE(ledger.write(3, a, half)) << "two of four";
    EXPECT_FALSE(ledger.write(4, nobody, half));
    EXPECT_TRUE(ledger.write(5, a, half)) << "three of five: those that blame nobody do not count";
    EXPECT_FALSE(ledger.write(6, b, {3, 7 * day, 0.51})) << "three of six";
}

TEST(Ledgers, LeaveOutWhatCameBeforeTheConsequenceHeld) {
    OneLedger ledger;
    const LedgerTest test{2, 7 * day, 0};
    ledger.ledgers.write(0, {0, a});
    ledger.ledgers.skip(0, 0);
    EXPECT_FALSE(ledger.write(1, a, test));
    EXPECT_TRUE(ledger.write(2, a, test));
}

TEST(Ledgers, AreEmptyInTheNextReplicate) {
    OneLedger ledger;
    const LedgerTest test{2, 7 * day, 0};
    EXPECT_FALSE(ledger.write(0, a, test));
    ledger.ledgers.reset(2, 1, 1);
    EXPECT_TRUE(ledger.ledgers.lines(0).empty());
    EXPECT_FALSE(ledger.write(1, a, test));
}

/// Sixty reports in 72 hours of acts all by a; of one in ten `wrong` is blamed. When b is first punished, in days.
std::optional<double> days_until_punished(std::uint32_t replicate, std::uint16_t wrong, double share) {
    std::vector<LedgerLine> lines;
    for (std::uint32_t i = 0; i < 60; ++i) {
        const Draw draw({5, replicate}, {1}, {7}, i);
        lines.push_back({static_cast<std::int64_t>(draw.uniform(0) * 3 * day), draw.chance(1, 0.1) ? wrong : a});
    }
    std::stable_sort(lines.begin(), lines.end(), [](const auto& x, const auto& y) { return x.at_s < y.at_s; });
    OneLedger ledger;
    for (const auto& line : lines) {
        if (ledger.write(line.at_s, line.blamed, {3, 7 * day, share}) && line.blamed == b) {
            return static_cast<double>(line.at_s) / day;
        }
    }
    return std::nullopt;
}

// The fifth smell test of the model. 20,000 replicates: a share of 94.7 % has a standard error of 0.16 %, one of 1.5 %
// of 0.09 %; a correct engine fails |z| < 4.5 for about one seed in 100,000.
TEST(Ledgers, WithoutAShareRulePunishWhoIsBlamedByMistake) {
    constexpr std::uint32_t n = 20'000;
    double punished = 0, days = 0, squares = 0, by_half = 0;
    for (std::uint32_t r = 0; r < n; ++r) {
        if (const auto when = days_until_punished(r, b, 0)) {
            punished += 1;
            days += *when;
            squares += *when * *when;
        }
        if (days_until_punished(r, b, 0.5)) by_half += 1;
        EXPECT_FALSE(days_until_punished(r, nobody, 0)) << "errors that blame nobody punish nobody";
    }
    // Three or more of Bin(60, 0.1); the third of n uniform moments comes after 9 / (n + 1) days.
    double p = std::pow(0.9, 60), least = 0, mean = 0;
    for (int k = 0; k <= 60; ++k) {
        if (k >= 3) least += p;
        if (k >= 3) mean += p * 9.0 / (k + 1);
        p *= (60.0 - k) / (k + 1) / 9.0;
    }
    EXPECT_NEAR(least, 0.947, 0.0005);
    EXPECT_NEAR(mean / least, 1.35, 0.01);
    EXPECT_LT(std::abs(punished / n - least) / std::sqrt(least * (1 - least) / n), 4.5);
    const double deviation = std::sqrt(squares / punished - days / punished * days / punished);
    EXPECT_LT(std::abs(days / punished - mean / least) / (deviation / std::sqrt(punished)), 4.5);
    EXPECT_NEAR(by_half / n, 0.015, 0.004);
}

}  // namespace
}  // namespace aidway
