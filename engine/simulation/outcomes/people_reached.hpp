// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "simulation/residents.hpp"

namespace aidway {

/// Different people reached: nobody counts them, so there are bounds. A convoy reaches n people, those announced or as
/// many as its food feeds for a week, whichever is less; a drop from the air, for which nobody is announced, the
/// latter. At least the best single convoy's n, if all brought for the same people; at most the sum, if all brought for
/// different ones; never more than the entitled.
class PeopleReached {
public:
    using Reader = PeopleReached;
    static constexpr EventKinds sees = Residents::sees | kinds(EventKind::convoy_offloaded, EventKind::delivered);
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);

protected:
    [[nodiscard]] std::int64_t least(std::size_t community) const;
    [[nodiscard]] std::int64_t most(std::size_t community) const;

private:
    struct Counts {
        std::int64_t best = 0;
        std::int64_t sum = 0;
    };
    Residents residents_;
    std::vector<Counts> counts_;
    Event offloaded_;  ///< the convoy whose goods are being delivered
};

/// The lower bound: the headline.
class PeopleReachedLow : public PeopleReached {
public:
    static constexpr OutcomeInfo info{
        .name = "people_reached_low",
        .label = "People reached, at least",
        .unit = "people",
        .doc = "different people who got food for a week, if every convoy served the same ones",
        .shape = OutcomeShape::community,
        .better = Better::higher,
        .safe = "bounds: beside the upper one"};
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

/// The upper bound.
class PeopleReachedHigh : public PeopleReached {
public:
    static constexpr OutcomeInfo info{
        .name = "people_reached_high",
        .label = "People reached, at most",
        .unit = "people",
        .doc = "different people who got food for a week, if every convoy served different ones",
        .shape = OutcomeShape::community,
        .better = Better::higher,
        .safe = "bounds: beside the lower one"};
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

}  // namespace aidway
