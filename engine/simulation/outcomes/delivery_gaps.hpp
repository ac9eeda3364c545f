// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "simulation/residents.hpp"

namespace aidway {

/// Base of outcomes on the time between useful deliveries. A delivery of food is useful when it and the seven days
/// before it bring at least three days of the entitled's need.
class DeliveryGaps {
public:
    using Reader = DeliveryGaps;
    static constexpr EventKinds sees = Residents::sees | kinds(EventKind::delivered);
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);

protected:
    struct Found {
        std::int64_t first_s = -1;  ///< the first useful delivery; -1 when there is none
        std::int64_t last_s = -1;
        std::int64_t longest_s = 0;  ///< between two
    };
    [[nodiscard]] const Found& found(std::size_t community) const { return found_[community]; }
    /// The gap that ends with the period: all of it where no delivery was useful.
    [[nodiscard]] std::int64_t running_s(std::size_t community, const OutcomeScope& scope) const;

private:
    struct Delivery {
        std::int64_t at_s = 0;
        std::uint16_t community = 0;
        Mass mass;
    };
    Residents residents_;
    std::vector<Delivery> deliveries_;
    std::vector<std::size_t> oldest_;  ///< per community: the first delivery that may still count
    std::vector<Mass> week_;           ///< per community: delivered within seven days
    std::vector<Found> found_;
};

/// Days between useful deliveries, at most. The last gap ends with the period and may be longer than seen; where no
/// delivery was useful, the whole time is the gap. The gap that runs when the agreement begins is `first_wait`.
class LongestGap : public DeliveryGaps {
public:
    static constexpr OutcomeInfo info{.name = "longest_gap",
                                      .label = "Longest gap between deliveries",
                                      .unit = "d",
                                      .doc =
                                          "most days between deliveries that within a week bring 3 days of need; a gap "
                                          "at the end counts as far as it was seen",
                                      .shape = OutcomeShape::community,
                                      .better = Better::lower,
                                      .safe = "beside the first wait"};
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

/// Whether the longest gap is the one that ends with the period: then it is at least so long.
class LongestGapOpen : public DeliveryGaps {
public:
    static constexpr OutcomeInfo info{
        .name = "longest_gap_open",
        .label = "Longest gap not over",
        .unit = "share",
        .doc =
            "1 where the longest gap between deliveries still runs when the period ends, so that it is at least as "
            "long as told; on average the share of replicates",
        .shape = OutcomeShape::community,
        .better = Better::lower,
        .safe = "beside the longest gap"};
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

/// Days from the agreement's date to the first useful delivery; the whole time where there is none.
class FirstWait : public DeliveryGaps {
public:
    static constexpr OutcomeInfo info{
        .name = "first_wait",
        .label = "Wait for the first delivery",
        .unit = "d",
        .doc = "days until deliveries within a week first bring 3 days of need; the whole time where they never do",
        .shape = OutcomeShape::community,
        .better = Better::lower,
        .safe = "yes"};
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

}  // namespace aidway
