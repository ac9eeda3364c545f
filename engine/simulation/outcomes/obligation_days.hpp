// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "simulation/outcomes/party_sums.hpp"

namespace aidway {

/// Base of outcomes on how long the obligations of a party were due and kept, in seconds. An obligation is due from the
/// beginning of its term to the end that is written, even where the term lapses before.
class ObligationTimes {
public:
    using Reader = ObligationTimes;
    static constexpr EventKinds sees = kinds(EventKind::obligation_kept, EventKind::obligation_broken);
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);

protected:
    [[nodiscard]] static std::int64_t due_s(const OutcomeScope& scope, std::size_t party);
    [[nodiscard]] std::int64_t kept_s(const OutcomeScope& scope, std::size_t party) const;

private:
    struct Kept {
        std::int64_t since_s = -1;  ///< -1: not kept now
        std::int64_t before_s = 0;  ///< seconds, until then
    };
    std::vector<Kept> kept_;  ///< per obligation
};

/// Days on which obligations were due.
class ObligationDaysDue : public ObligationTimes {
public:
    static constexpr OutcomeInfo info{.name = "obligation_days_due",
                                      .label = "Obligation-days due",
                                      .unit = "days",
                                      .doc = "days, added over obligations, on which a party had to keep them",
                                      .shape = OutcomeShape::party,
                                      .better = Better::none,
                                      .safe = "no: agreements oblige to different things"};
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

/// Days on which they were kept.
class ObligationDaysKept : public ObligationTimes {
public:
    static constexpr OutcomeInfo info{.name = "obligation_days_kept",
                                      .label = "Obligation-days kept",
                                      .unit = "days",
                                      .doc =
                                          "days, added over obligations, on which a party kept them; scenario, not "
                                          "evidence",
                                      .shape = OutcomeShape::party,
                                      .better = Better::none,
                                      .safe = "no: agreements oblige to different things"};
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

/// The share of what was due that was kept.
class ObligationsKept : public ObligationTimes {
public:
    static constexpr OutcomeInfo info{.name = "obligations_kept",
                                      .label = "Obligations kept",
                                      .unit = "share",
                                      .doc =
                                          "obligation-days kept over those due; 1 where nothing is due; scenario, "
                                          "not evidence",
                                      .shape = OutcomeShape::party,
                                      .better = Better::higher,
                                      .safe = "where the same is due"};
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

/// How often a party broke what it had kept.
class ObligationBreaks : public PartySums {
public:
    static constexpr EventKinds sees = kinds(EventKind::obligation_broken);
    static constexpr OutcomeInfo info{.name = "obligation_breaks",
                                      .label = "Obligations broken",
                                      .unit = "breaks",
                                      .doc =
                                          "times that a party broke an obligation that it had kept; scenario, not "
                                          "evidence",
                                      .shape = OutcomeShape::party,
                                      .better = Better::lower,
                                      .safe = "where the same is due"};
    void see(const Event& event, const OutcomeScope& scope);
};

}  // namespace aidway
