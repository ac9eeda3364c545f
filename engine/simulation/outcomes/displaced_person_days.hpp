// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "simulation/residents.hpp"

namespace aidway {

/// Base of outcomes on the days that people entitled at the agreement's date were not there. They stand beside every
/// figure of unmet need and coverage: an emptied town needs nothing.
class AbsentPersonDays {
public:
    using Reader = AbsentPersonDays;
    static constexpr EventKinds sees = Residents::sees;
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);

protected:
    [[nodiscard]] const Residents& residents() const { return residents_; }

private:
    Residents residents_;
};

/// Of all who are gone: where nobody came, the integral of P0 - P dt.
class DisplacedPersonDays : public AbsentPersonDays {
public:
    static constexpr OutcomeInfo info{.name = "displaced_person_days",
                                      .label = "Person-days displaced",
                                      .unit = "person-days",
                                      .doc = "days that people who were there at the agreement's date were gone",
                                      .shape = OutcomeShape::community,
                                      .better = Better::lower,
                                      .safe = "yes"};
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

/// Of those who left on their own account.
class DisplacedOwnWill : public AbsentPersonDays {
public:
    static constexpr OutcomeInfo info{
        .name = "displaced_own_will",
        .label = "Person-days displaced by own will",
        .unit = "person-days",
        .doc = "the part of displaced person-days of people who left on their own account",
        .shape = OutcomeShape::community,
        .better = Better::lower,
        .safe = "yes"};
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

/// Of those who were moved by force.
class DisplacedForced : public AbsentPersonDays {
public:
    static constexpr OutcomeInfo info{.name = "displaced_forced",
                                      .label = "Person-days displaced by force",
                                      .unit = "person-days",
                                      .doc = "the part of displaced person-days of people who were moved by force",
                                      .shape = OutcomeShape::community,
                                      .better = Better::lower,
                                      .safe = "yes"};
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

}  // namespace aidway
