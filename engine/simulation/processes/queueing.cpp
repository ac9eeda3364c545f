// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/queueing.hpp"

#include <algorithm>

namespace aidway {
namespace {

/// Truck i of n comes spread * i / (n - 1) after the first, in whole seconds: stepped along, as a division for each
/// truck would be most of the work.
class EvenSteps {
public:
    explicit EvenSteps(const ArrivingTrucks& arrivals)
        : at_s_(arrivals.first_s),
          gaps_(std::max<std::int64_t>(arrivals.trucks - 1, 1)),
          whole_s_(arrivals.spread_s / gaps_),
          part_(arrivals.spread_s % gaps_) {}
    [[nodiscard]] std::int64_t at_s() const { return at_s_; }
    void step() {
        at_s_ += whole_s_;
        behind_ += part_;
        if (behind_ < gaps_) return;
        behind_ -= gaps_;
        ++at_s_;
    }

private:
    std::int64_t at_s_;
    std::int64_t gaps_;
    std::int64_t whole_s_;
    std::int64_t part_;        ///< of a second, in `gaps_`
    std::int64_t behind_ = 0;  ///< likewise
};

/// The lane that is free before all others, the first of those alike.
std::size_t free_first(const Station& station, std::int64_t lanes) {
    std::size_t first = 0;
    std::int64_t earliest_s = station.free_at_s[0];
    for (std::size_t lane = 1; lane < static_cast<std::size_t>(lanes); ++lane) {
        const bool earlier = station.free_at_s[lane] < earliest_s;
        first = earlier ? lane : first;
        earliest_s = earlier ? station.free_at_s[lane] : earliest_s;
    }
    return first;
}

}  // namespace

Served serve(const ArrivingTrucks& arrivals, const Service& service, Station& station) {
    Served served;
    EvenSteps steps(arrivals);
    for (; served.trucks < arrivals.trucks; ++served.trucks, steps.step()) {
        auto& free_s = station.free_at_s[free_first(station, service.lanes)];
        const std::int64_t arrives_s = steps.at_s();
        const std::int64_t begins_s = std::max(std::max(arrives_s, service.opens_s), free_s);
        const std::int64_t ends_s = begins_s + service.each_s;
        if (begins_s - arrives_s > service.wait_limit_s)
            served.why_not_all = Reason::waited_too_long;
        else if (ends_s > service.latest_end_s)
            served.why_not_all = Reason::no_time;
        if (served.why_not_all != Reason::none) break;
        free_s = ends_s;
        if (served.trucks == 0) served.first_done_s = ends_s;
        served.last_done_s = std::max(served.last_done_s, ends_s);
    }
    return served;
}

}  // namespace aidway
