// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/queueing.hpp"

#include <algorithm>

namespace aidway {

Served serve(const Arrivals& arrivals, const Service& service, Station& station) {
    Served served;
    const auto lanes_end = station.free_at_s.begin() + service.lanes;
    for (; served.trucks < arrivals.trucks; ++served.trucks) {
        const auto lane = std::min_element(station.free_at_s.begin(), lanes_end);
        const std::int64_t arrives_s = arrivals.at(served.trucks);
        const std::int64_t begins_s = std::max({arrives_s, service.opens_s, *lane});
        const std::int64_t ends_s = begins_s + service.each_s;
        if (begins_s - arrives_s > service.wait_limit_s)
            served.why_not_all = Reason::waited_too_long;
        else if (ends_s > service.latest_end_s)
            served.why_not_all = Reason::no_time;
        if (served.why_not_all != Reason::none) break;
        *lane = ends_s;
        if (served.trucks == 0) served.first_done_s = ends_s;
        served.last_done_s = std::max(served.last_done_s, ends_s);
    }
    return served;
}

}  // namespace aidway
