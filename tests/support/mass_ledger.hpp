// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "simulation/event.hpp"
#include "simulation/outcome.hpp"
#include "simulation/parameters.hpp"

namespace aidway::test {

/// Keeps the books of one log, tick by tick, from nothing but its events.
class MassLedger {
public:
    /// `effective_s`: when the books are closed and the rest of the cycle is planned anew. `scope`: of the replicate
    /// that is looked at. `enclave_of`: who shares a stock, per community.
    MassLedger(std::int64_t effective_s, const OutcomeScope& scope, std::vector<std::uint16_t> enclave_of);

    /// What breaks conservation first, in words; "" when everything adds up:
    /// per goods loaded = delivered + removed + lost + returned + on the way, by road and air, after every event;
    /// per community, cycle and goods planned = delivered + removed + lost + ended, over all and again from the
    /// agreement's date; per enclave opening + delivered + informal + local + market = eaten + diverted + closing, and
    /// never less than nothing in stock, and of medicine and diesel opening + delivered = used + closing; per community
    /// present + departed + evacuated = people at the start + settled, and the same at the agreement's date.
    [[nodiscard]] std::string fault_in(std::span<const Event> log);

private:
    using Plan = std::tuple<std::uint16_t, std::uint16_t, std::uint16_t>;  ///< community, cycle, goods
    struct PlanBooks {
        Mass first_planned, planned_anew, ended_before, ended_after, on_road;
        bool is_planned = false, is_planned_anew = false;
    };
    void see_convoy(const Event& event);
    void see_plan(const Event& event);
    void see_stock(const Event& event);
    void see_joined(const Event& event);
    [[nodiscard]] std::string fault_of_people(const Event& event);
    [[nodiscard]] std::string fault_of_plan(const Plan& plan, const PlanBooks& books) const;

    std::int64_t effective_s_;
    std::vector<std::uint16_t> enclave_of_;
    std::vector<std::uint16_t> before_;  ///< the enclave that a community was in before it joined another
    std::vector<std::int64_t> people_;   ///< per community
    std::array<Mass, most_goods> on_road_{};
    std::array<Mass, most_goods> left_on_road_{};  ///< ended as on the road
    std::map<Plan, PlanBooks> plans_;
    /// Per goods and enclave; there are not more enclaves than communities.
    std::array<std::vector<Mass>, most_goods> stocks_;
    std::array<std::vector<std::uint8_t>, most_goods> followed_;  ///< beyond delivery
};

}  // namespace aidway::test
