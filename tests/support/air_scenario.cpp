// SPDX-License-Identifier: Apache-2.0
#include "support/air_scenario.hpp"

namespace aidway::test {
namespace {

constexpr std::uint16_t food = 0;

Mass food_of(const Log& log, EventKind kind, bool by_air) {
    return mass_of(where(log, [&](const Event& e) { return e.goods == food && is_by_air(e) == by_air; }), kind);
}

}  // namespace

SmallScenario airy() {
    SmallScenario small;
    small.aid_at_a = Access::closed;
    auto& record = small.record;
    for (std::size_t c = 0; c < record.communities.size(); ++c) record.communities[c].drop_zone = DropZone::high;
    record.airfields.add("field", {"The airfield"});
    AirOperationRecord drops;
    drops.name = "Airdrops";
    drops.sorties_per_day = {2};
    drops.load = Mass::tonnes(10);
    drops.hours = {8 * 3600, 16 * 3600};
    drops.pallets = {20};
    record.air_operations.add("drops", drops);
    AirOperationRecord lift;
    lift.name = "Airlift";
    lift.load = Mass::tonnes(10);
    lift.hours = {10 * 3600, 11 * 3600};
    lift.goods = {"food"};
    record.air_operations.add("lift", lift);
    return small;
}

AirOperationRecord& operation(SmallScenario& small, const std::string& name) {
    return *small.record.air_operations.find(name);
}

Term air_drop(const std::vector<std::string>& to, AirConsent consent) {
    AirDeliveryTerm body;
    body.operation = "drops";
    for (const auto& place : to) body.to.push_back(place);
    body.consent = consent;
    Term term;
    term.body = body;
    return term;
}

Term air_bridge(const std::string& depot) {
    AirDeliveryTerm body;
    body.operation = "lift";
    body.method = AirMethod::bridge;
    body.depot = depot;
    Term term;
    term.body = body;
    return term;
}

Mass food_by_air(const Log& log, EventKind kind) { return food_of(log, kind, true); }
Mass food_by_road(const Log& log, EventKind kind) { return food_of(log, kind, false); }

Mass food_ended(const Log& log, Reason reason) {
    return mass_of(where(log, [](const Event& e) { return e.goods == food; }), EventKind::ended, reason);
}

}  // namespace aidway::test
