// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/outcomes/community_sums.hpp"

namespace aidway {

/// People announced with the convoys that offloaded: what is counted in public, not what is eaten.
class PeopleAnnounced : public CommunitySums {
public:
    static constexpr EventKinds sees = kinds(EventKind::convoy_offloaded);
    static constexpr OutcomeInfo info{
        .name = "people_announced",
        .label = "People announced as reached",
        .unit = "people",
        .doc = "people announced with convoys that offloaded; the same person counts each time",
        .shape = OutcomeShape::community,
        .better = Better::none,
        .safe = "no: announced people are not rations"};
    void see(const Event& event, const OutcomeScope& scope);
};

}  // namespace aidway
