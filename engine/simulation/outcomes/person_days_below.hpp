// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "simulation/residents.hpp"

namespace aidway {

/// Person-days during which a community ate less than a share of its need, everybody in it alike.
class PersonDaysBelow {
public:
    void begin(const OutcomeScope& scope);
    void finish(const OutcomeScope& scope, std::span<double> cells) const;

protected:
    /// `percent` of need; compared in whole numbers, so the border is exact to a gram a day.
    void count(const Event& event, const OutcomeScope& scope, std::int64_t percent);

private:
    Residents residents_;
    std::vector<std::int64_t> person_seconds_;
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
    void see(const Event& event, const OutcomeScope& scope) { count(event, scope, 25); }
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
    void see(const Event& event, const OutcomeScope& scope) { count(event, scope, 50); }
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
    void see(const Event& event, const OutcomeScope& scope) { count(event, scope, 75); }
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
    void see(const Event& event, const OutcomeScope& scope) { count(event, scope, 100); }
};

}  // namespace aidway
