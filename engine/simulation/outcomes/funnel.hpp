// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "simulation/residents.hpp"

namespace aidway {

/// How far requests for the road came: requested, answered, lettered, departed, arrived, delivered; how many, for how
/// many people, and for how many rations of food.
///
/// A request counts when it is submitted, or its plan begins, from the agreement's date on. It is *answered* when a
/// decider grants it in full or part and none refuses it, *lettered* when it is cleared, and so on; what came to a
/// later stage without an earlier one, as aid on an opened road does, counts as through that too. People are those
/// requested for, then those granted, then those announced with convoys, and never more than requested; rations are
/// those asked for, then what those people need of them, then those loaded, at the destination, and offloaded.
/// `pending` are requests with neither clearance, refusal nor a deadline gone by when the period ends: they are part of
/// `requested` too. What is asked for and brought by air asks for the same people and goods once more, and is left out.
class Funnel {
public:
    static constexpr OutcomeInfo info{.name = "funnel",
                                      .label = "How far requests came",
                                      .unit = "requests, people, rations",
                                      .doc = "requests, people and rations of food that came so far",
                                      .shape = OutcomeShape::community_stage,
                                      .better = Better::none,
                                      .safe = "compare the last stage with the need"};
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);
    /// Cells: community-major, then stage, then measure.
    void finish(const OutcomeScope& scope, std::span<double> cells) const;

private:
    struct Request {
        std::uint16_t cycle = 0;
        std::uint16_t attempt = 0;
        bool counts = false;  ///< submitted or planned in the time that outcomes count
        bool granted = false, refused = false, overdue = false, cleared = false;
        bool left = false, there = false, offloaded = false;
        std::int64_t people = 0;
        std::int64_t granted_people = 0;
        std::int64_t announced_left = 0, announced_there = 0, announced_offloaded = 0;
        Mass planned, asked, loaded, came, delivered;
    };
    using Cells = std::array<std::array<double, stage_measures>, stages>;
    [[nodiscard]] Request& request_of(const Event& event);
    void see_answer(Request& request, const Event& event) const;
    void see_convoy(Request& request, const Event& event, const OutcomeScope& scope) const;
    [[nodiscard]] static Cells cells_of(const Request& request, const OutcomeScope& scope);
    Residents residents_;
    std::vector<std::vector<Request>> requests_;  ///< per community
};

}  // namespace aidway
