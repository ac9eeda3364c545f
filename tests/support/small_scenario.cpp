// SPDX-License-Identifier: Apache-2.0
#include "support/small_scenario.hpp"

#include <cmath>
#include <numbers>

#include "access/gates.hpp"

namespace aidway::test {
namespace {

/// A place north and east of community one, in kilometres.
LonLat place(double north_km, double east_km = 0) {
    constexpr double kilometre = 180.0 / (6'371.0088 * std::numbers::pi);
    return {east_km * kilometre, north_km * kilometre};
}

std::shared_ptr<const RoadNetwork> roads(bool has_detour) {
    std::vector<LineFeature> lines{
        {0, {place(36), place(12)}, "", "", {""}},     {1, {place(12), place(11)}, "a", "a", {""}},
        {2, {place(11), place(0)}, "", "", {""}},      {3, {place(-54), place(-12)}, "", "", {""}},
        {4, {place(-12), place(-11)}, "b", "b", {""}}, {5, {place(-11), place(0)}, "", "", {""}},
        {6, {place(0), place(0, 6)}, "", "", {""}},
    };
    if (has_detour) {
        lines.push_back({7, {place(12), place(12, 6)}, "", "", {""}});
        lines.push_back({8, {place(12, 6), place(11, 6)}, "c", "c", {""}});
        lines.push_back({9, {place(11, 6), place(0, 6)}, "", "", {""}});
    }
    return std::make_shared<const RoadNetwork>(lines);
}

FleetRecord fleet_at(const std::string& depot) {
    FleetRecord fleet;
    fleet.depot = depot;
    fleet.vehicle = "truck";
    fleet.trucks = {20};
    fleet.payload = Mass::tonnes(10);
    fleet.space = Volume::cubic_metres(25);
    fleet.convoy_trucks = {10};
    fleet.convoys_per_week = {3};
    return fleet;
}

GoodsRecord goods(const std::string& name, std::int64_t grams_per_day, double density) {
    GoodsRecord record;
    record.name = name;
    record.density = Density::kilograms_per_cubic_metre(density);
    record.per_person_day = MassRate::grams_per_day(grams_per_day);
    return record;
}

CommunityRecord community(const std::string& name, LonLat at, std::int64_t population) {
    CommunityRecord record;
    record.name = name;
    record.at = at;
    record.population = {population};
    return record;
}

EnclaveRecord enclave(const std::string& member) {
    EnclaveRecord record;
    record.members = {member};
    record.opening_stock = one_day * 30;
    record.opening_in_store = Probability(0.3);
    record.informal = Probability(0.1);
    return record;
}

void add_places(ScenarioRecord& record) {
    record.vehicles.add("truck", {Speed(10), 1.0, 1.0});
    record.parties.add("gov", {"Government"});
    record.parties.add("opp", {"Opposition"});
    for (const std::string name : {"a", "b"}) {
        record.roads.add(name, {"Road " + name, {name}});
        record.gates.add(name, {"Gate " + name, true, {1}, std::chrono::minutes{6}});
    }
    record.communities.add("one", community("One", place(0), 10'000));
    record.enclaves.add("one", enclave("one"));
    record.depots.add("north", {"North depot", place(36)});
    record.depots.add("south", {"South depot", place(-54)});
    record.fleets.add("north", fleet_at("north"));
    record.fleets.add("south", fleet_at("south"));
}

PermissionRecord certain_permission() {
    PermissionRecord permission;
    permission.deciders = {"gov"};
    permission.answers.full = Probability(1);
    permission.lag = Chance<Duration>::certain(86'400);
    permission.letter.daily_chance = Probability(1);
    return permission;
}

}  // namespace

SmallScenario::SmallScenario() {
    record.name = "small";
    record.title = "Two roads";
    record.period = {*parse_local_time("2016-07-07"), *parse_local_time("2016-09-05"), "UTC"};
    add_places(record);
    record.goods.add("food", goods("Food", 555, 200));
    record.goods.add("medicine", goods("Medicine", 1, 175));
    record.food.goods = "food";
    record.food.need = MassRate::grams_per_day(555);
    record.food.coping = {{one_day * 60, Probability(1)},
                          {one_day * 30, Probability(0.75)},
                          {one_day * 10, Probability(0.5)},
                          {Duration{0}, Probability(0.35)}};
    record.permission = certain_permission();
    record.compliance = {Hazard(50), Hazard(0), Hazard(50)};
}

void SmallScenario::add_second_community() {
    record.communities.add("two", community("Two", place(0, 6), 5'000));
    record.enclaves.add("two", enclave("two"));
}

void SmallScenario::add_outside() {
    record.outside.add("north", {"The north", place(36)});
    record.outside.add("south", {"The south", place(-54)});
    for (std::size_t e = 0; e < record.enclaves.size(); ++e) record.enclaves[e].outside = {"north", "south"};
}

void SmallScenario::add_trade() {
    TradeRecord trade;
    trade.refill_to = Duration{0};
    trade.climb = Probability(0.28);
    trade.decay = Probability(0.1);
    record.trade = trade;
}

void SmallScenario::add_departures() { record.departures = {Probability(0.5), Hazard(1.0 / 14)}; }

void SmallScenario::hold_ground(std::uint32_t party, double from_day) {
    ControlArea area;
    area.party = PartyId{party};
    area.from = small_start() + Duration{seconds_of_days(from_day)};
    area.rings = {{{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}};
    areas.push_back(std::move(area));
    record.control = ControlRecord{"control.geojson", {}, {}, {}};
}

void SmallScenario::without_south_fleet() {
    const FleetRecord north = record.fleets.at("north");
    record.fleets.clear();
    record.fleets.add("north", north);
}

void SmallScenario::make_chancy() {
    auto& permission = record.permission;
    permission.answers = {Probability(0.3), Probability(0.4), Probability(0.2)};
    permission.lag = {Law{LawKind::lognormal, {4 * 86'400.0, 0.6}}};
    permission.letter.daily_chance = Probability(0.3);
    permission.security_withheld = Probability(0.2);
    record.compliance = {Hazard(0.3), Hazard(0.15), Hazard(0.4)};
    record.turn_back = {Probability(0.05), Probability(0.5)};
    record.goods.find("food")->removed.chance = Probability(0.3);
    record.goods.find("medicine")->removed.chance = Probability(0.5);
    record.goods.find("medicine")->struck_out = Probability(0.3);
    record.food.diverted = Probability(0.07);
}

void SmallScenario::add_uncertain(const std::string& path, Law law) {
    uncertain.push_back({path, std::move(law), "", "scenario.yaml", {}});
}

std::shared_ptr<const Scenario> SmallScenario::build() const {
    ScenarioParts parts;
    parts.record = record;
    parts.uncertain = uncertain;
    parts.network = roads(has_detour);
    if (has_detour) parts.record.gates.add("c", {"Gate c", true, {1}, std::chrono::minutes{6}});
    parts.gates = gates_of(*parts.network);
    parts.calendar = {small_start(), small_start() + one_day * days, "UTC"};
    // An overlay is told and noticed; where it lies is of no concern here.
    parts.overlays.resize(record.overlays.size(), {parts.calendar.from, parts.calendar.until, {}, {}});
    parts.baseline = PassageTable(parts.gates.size());
    for (std::uint32_t g = 0; g < parts.gates.size(); ++g) {
        const bool closes = g == 0 && a_closes_on_day;
        const auto until = closes ? small_start() + Duration{seconds_of_days(*a_closes_on_day)} : parts.calendar.until;
        parts.baseline.grant({g}, Traffic::aid, {parts.calendar.from, until, g == 1 ? aid_at_b : aid_at_a, {}, {}, {}});
        if (hold_gates) parts.baseline.hold({g}, {parts.calendar.from, parts.calendar.until, {PartyId{g & 1U}}});
    }
    for (const auto& open : open_for) {
        Passage passage;
        passage.from = small_start() + Duration{seconds_of_days(open.from_day)};
        passage.until = small_start() + Duration{seconds_of_days(open.until_day)};
        passage.access = open.access;
        passage.goods_per_day = open.goods_per_day;
        parts.baseline.grant({open.gate}, open.traffic, passage);
    }
    if (!areas.empty()) parts.control = std::make_shared<const ControlTimeline>(areas);
    return std::make_shared<const Scenario>(std::move(parts));
}

LonLat small_place(double north_km, double east_km) { return place(north_km, east_km); }

Instant small_start() { return std::chrono::sys_days{std::chrono::year{2016} / 7 / 7}; }

std::int64_t seconds_of_days(double days) { return std::llround(days * 86'400.0); }

DatedAgreement agreement_from(double day, const std::string& name, std::vector<Term> terms) {
    Agreement agreement;
    agreement.name = name;
    agreement.title = name;
    agreement.effective_from = LocalTime{16'989 + static_cast<std::int32_t>(day), 0, {}};
    agreement.terms = std::move(terms);
    return {agreement, small_start() + Duration{seconds_of_days(day)}};
}

Term open_road(const std::string& road) {
    Term term;
    term.obliges = {"gov", "opp"};
    term.body = OpenRoad{road, {Traffic::aid}, {6 * 3600, 18 * 3600}, {}};
    return term;
}

Term permission_by(Procedure procedure) {
    Term term;
    PermissionTerm body;
    body.procedure = procedure;
    term.body = body;
    return term;
}

}  // namespace aidway::test
