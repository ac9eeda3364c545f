// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "core/uneven_shares.hpp"
#include "simulation/outcomes/price.hpp"

namespace aidway {

/// Base of person-days on less than a share of need where food is shared unevenly within a community: the integral of
/// P x Pr(min(1, lambda z) < share) dt, the deviation of log z being base + by_price x log(price of the week), never
/// below 0. What a community eats on average is told apart to a thousandth of its need within a week: stretches that
/// differ by less count with their mean.
class UnequalPersonDays : public PriceIndex {
public:
    using Reader = UnequalPersonDays;
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);
    /// How each stretch was shared; only then is the price of its week known.
    void end(const OutcomeScope& scope);

protected:
    /// Shares of need that people are counted below.
    static constexpr std::array<double, KnownShares::count> counted_below{25 / 100.0, 50 / 100.0, 75 / 100.0,
                                                                          100 / 100.0};
    /// `share`: its place in `counted_below`.
    void finish_below(std::size_t share, std::span<double> cells) const;

private:
    /// Time in which people of one community and week ate about as much.
    struct Stretch {
        std::size_t cell = 0;
        std::uint16_t community = 0;
        double first_mean = 0;  ///< what was eaten over what was needed, at its beginning
        Mass eaten;
        std::int64_t person_seconds = 0;
    };
    [[nodiscard]] double deviation(std::size_t cell, const OutcomeScope& scope) const;

    std::vector<Stretch> stretches_;
    KnownShares known_{counted_below};
    std::vector<std::array<double, KnownShares::count>> below_;  ///< of each: the people below each share, as a share
    std::vector<std::size_t> last_;  ///< per community: its last stretch, one more than its position; 0 for none
};

/// Below a quarter: famine rations, food shared unevenly.
class PersonDaysBelow25Unequal : public UnequalPersonDays {
public:
    static constexpr OutcomeInfo info{.name = "person_days_below_25_unequal",
                                      .label = "Person-days below a quarter of need, shared unevenly",
                                      .unit = "person-days",
                                      .doc = "person-days on less than 25 % of need, food shared as `inequality` says",
                                      .shape = OutcomeShape::community,
                                      .better = Better::lower,
                                      .safe = "only beside displaced person-days and closing stock",
                                      .needs = OutcomeNeeds::inequality};
    void finish(const OutcomeScope&, std::span<double> cells) const { finish_below(0, cells); }
};

/// Below half: what siege rations of 2016 came to, food shared unevenly.
class PersonDaysBelow50Unequal : public UnequalPersonDays {
public:
    static constexpr OutcomeInfo info{.name = "person_days_below_50_unequal",
                                      .label = "Person-days below half of need, shared unevenly",
                                      .unit = "person-days",
                                      .doc = "person-days on less than 50 % of need, food shared as `inequality` says",
                                      .shape = OutcomeShape::community,
                                      .better = Better::lower,
                                      .safe = "only beside displaced person-days and closing stock",
                                      .needs = OutcomeNeeds::inequality};
    void finish(const OutcomeScope&, std::span<double> cells) const { finish_below(1, cells); }
};

/// Below three quarters: the first step of coping, food shared unevenly.
class PersonDaysBelow75Unequal : public UnequalPersonDays {
public:
    static constexpr OutcomeInfo info{.name = "person_days_below_75_unequal",
                                      .label = "Person-days below three quarters of need, shared unevenly",
                                      .unit = "person-days",
                                      .doc = "person-days on less than 75 % of need, food shared as `inequality` says",
                                      .shape = OutcomeShape::community,
                                      .better = Better::lower,
                                      .safe = "only beside displaced person-days and closing stock",
                                      .needs = OutcomeNeeds::inequality};
    void finish(const OutcomeScope&, std::span<double> cells) const { finish_below(2, cells); }
};

/// Below all of it: the time that anything is missing, food shared unevenly.
class PersonDaysBelow100Unequal : public UnequalPersonDays {
public:
    static constexpr OutcomeInfo info{.name = "person_days_below_100_unequal",
                                      .label = "Person-days below full need, shared unevenly",
                                      .unit = "person-days",
                                      .doc = "person-days on less than 100 % of need, food shared as `inequality` says",
                                      .shape = OutcomeShape::community,
                                      .better = Better::lower,
                                      .safe = "only beside displaced person-days and closing stock",
                                      .needs = OutcomeNeeds::inequality};
    void finish(const OutcomeScope&, std::span<double> cells) const { finish_below(3, cells); }
};

}  // namespace aidway
