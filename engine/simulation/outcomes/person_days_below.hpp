// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "simulation/residents.hpp"

namespace aidway {

/// Base of person-days during which a community ate less than a share of its need, everybody in it alike.
class PersonDaysBelow {
public:
    using Reader = PersonDaysBelow;
    static constexpr EventKinds sees = Residents::sees | kinds(EventKind::eaten);
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);

protected:
    /// Shares of need, in percent; ascending.
    static constexpr std::array<std::int64_t, 4> borders{25, 50, 75, 100};
    void finish_below(std::int64_t percent, std::span<double> cells) const;

private:
    Residents residents_;
    std::vector<std::array<std::int64_t, borders.size()>> person_seconds_;  ///< per community
};

/// Below a quarter: famine rations.
class PersonDaysBelow25 : public PersonDaysBelow {
public:
    static constexpr OutcomeInfo info{.name = "person_days_below_25",
                                      .label = "Person-days below a quarter of need",
                                      .unit = "person-days",
                                      .doc = "person-days on less than 25 % of need, all of a community alike",
                                      .shape = OutcomeShape::community,
                                      .better = Better::lower,
                                      .safe = "only beside displaced person-days and closing stock"};
    void finish(const OutcomeScope&, std::span<double> cells) const { finish_below(25, cells); }
};

/// Below half: what siege rations of 2016 came to.
class PersonDaysBelow50 : public PersonDaysBelow {
public:
    static constexpr OutcomeInfo info{.name = "person_days_below_50",
                                      .label = "Person-days below half of need",
                                      .unit = "person-days",
                                      .doc = "person-days on less than 50 % of need, all of a community alike",
                                      .shape = OutcomeShape::community,
                                      .better = Better::lower,
                                      .safe = "only beside displaced person-days and closing stock"};
    void finish(const OutcomeScope&, std::span<double> cells) const { finish_below(50, cells); }
};

/// Below three quarters: the first step of coping.
class PersonDaysBelow75 : public PersonDaysBelow {
public:
    static constexpr OutcomeInfo info{.name = "person_days_below_75",
                                      .label = "Person-days below three quarters of need",
                                      .unit = "person-days",
                                      .doc = "person-days on less than 75 % of need, all of a community alike",
                                      .shape = OutcomeShape::community,
                                      .better = Better::lower,
                                      .safe = "only beside displaced person-days and closing stock"};
    void finish(const OutcomeScope&, std::span<double> cells) const { finish_below(75, cells); }
};

/// Below all of it: the time that anything is missing.
class PersonDaysBelow100 : public PersonDaysBelow {
public:
    static constexpr OutcomeInfo info{.name = "person_days_below_100",
                                      .label = "Person-days below full need",
                                      .unit = "person-days",
                                      .doc = "person-days on less than 100 % of need, all of a community alike",
                                      .shape = OutcomeShape::community,
                                      .better = Better::lower,
                                      .safe = "only beside displaced person-days and closing stock"};
    void finish(const OutcomeScope&, std::span<double> cells) const { finish_below(100, cells); }
};

}  // namespace aidway
