// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/outcomes/coverage.hpp"

namespace aidway {

/// How unevenly communities are fed, by the share of need eaten, each weighing as many as are entitled there: half the
/// mean difference between two of the entitled, over the mean. 0 where all eat the same share, even if it is nothing.
class GiniOfCoverage : public EatenShares {
public:
    static constexpr OutcomeInfo info{.name = "gini",
                                      .label = "Inequality between communities",
                                      .unit = "share",
                                      .doc =
                                          "Gini index of the share of need eaten, communities weighted by those "
                                          "entitled; 0 where all eat the same share, even nothing",
                                      .shape = OutcomeShape::scenario,
                                      .better = Better::lower,
                                      .safe = "never alone: all may be equally hungry"};
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

/// The least share of need that any community ate; of those in which 1,000 people and more are entitled, and where no
/// community is so large, of all. Communities in which nobody was are passed over.
class WorstOff : public EatenShares {
public:
    static constexpr std::int64_t least_people = 1'000;
    static constexpr OutcomeInfo info{.name = "worst_off",
                                      .label = "Share of need eaten where it was least",
                                      .unit = "share",
                                      .doc = "least share of need eaten by any community of 1,000 people or more",
                                      .shape = OutcomeShape::scenario,
                                      .better = Better::higher,
                                      .safe = "yes"};
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

}  // namespace aidway
