// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/outcomes/party_sums.hpp"

namespace aidway {

/// Reports, of all monitors, that blame a party for what another did or nobody.
class BlamedFalsely : public PartySums {
public:
    static constexpr EventKinds sees = kinds(EventKind::reported);
    static constexpr OutcomeInfo info{
        .name = "blamed_falsely",
        .label = "Reports that blame falsely",
        .unit = "reports",
        .doc = "reports of all monitors that blame a party for what it did not do; scenario, not evidence",
        .shape = OutcomeShape::party,
        .better = Better::lower,
        .safe = "no: it depends on who watches",
        .needs = OutcomeNeeds::violence};
    void see(const Event& event, const OutcomeScope& scope);
};

}  // namespace aidway
