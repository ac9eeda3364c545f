// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "simulation/outcomes/community_sums.hpp"
#include "simulation/residents.hpp"

namespace aidway {

/// Base of outcomes on food eaten over food needed by those there, from the agreement's date to the end of the period.
class EatenShares : public CommunitySums {
public:
    using Reader = EatenShares;
    static constexpr EventKinds sees = Residents::sees | kinds(EventKind::eaten);
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);

protected:
    /// 0 where nobody was.
    [[nodiscard]] double share(std::size_t community, const OutcomeScope& scope) const;
    [[nodiscard]] const Residents& residents() const { return residents_; }

private:
    Residents residents_;
};

/// Food eaten over food needed; 0 where nobody was.
class Coverage : public EatenShares {
public:
    static constexpr OutcomeInfo info{.name = "coverage",
                                      .label = "Share of need eaten",
                                      .unit = "share",
                                      .doc = "food eaten over food needed by those there",
                                      .shape = OutcomeShape::community,
                                      .better = Better::higher,
                                      .safe = "only if displaced person-days differ by less than 1 % of need"};
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

}  // namespace aidway
