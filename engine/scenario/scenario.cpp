// SPDX-License-Identifier: Apache-2.0
#include "scenario/scenario.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "core/digest.hpp"
#include "core/fields/canonical.hpp"
#include "core/fields/slot.hpp"
#include "core/tree.hpp"
#include "scenario/branching.hpp"

namespace aidway {
namespace {

template <class Id, class T>
std::optional<Id> find_in(const Named<T>& table, std::string_view name) {
    const auto i = table.index_of(name);
    return i ? std::optional(Id{static_cast<std::uint32_t>(*i)}) : std::nullopt;
}

void add_time(Digest& digest, Instant from, Instant until) {
    digest.add(static_cast<std::int64_t>(from.time_since_epoch().count()));
    digest.add(static_cast<std::int64_t>(until.time_since_epoch().count()));
}

void add_grants(Digest& digest, const PassageTable& table) {
    for (std::uint32_t g = 0; g < table.gates(); ++g) {
        for (int t = 0; t < traffic_classes; ++t) {
            for (const auto& grant : table.grants({g}, static_cast<Traffic>(t))) {
                add_time(digest, grant.from, grant.until);
                digest.add(static_cast<std::int64_t>(grant.access));
                digest.add(std::int64_t{grant.hours.from_s});
                digest.add(std::int64_t{grant.hours.until_s});
                digest.add(grant.trucks_per_day.value_or(-1));
                digest.add(grant.goods_per_day ? grant.goods_per_day->grams_per_day() : -1);
            }
        }
        for (const auto& holding : table.holdings({g})) {
            add_time(digest, holding.from, holding.until);
            for (const PartyId party : holding.parties) digest.add(std::int64_t{party.value});
        }
    }
}

void add_areas(Digest& digest, const ControlTimeline& control) {
    for (const auto& area : control.areas()) {
        add_time(digest, area.from, area.until);
        if (area.ground == Ground::held) digest.add(std::int64_t{area.party.value});
        if (area.ground != Ground::held || area.priority != 0) {
            digest.add("ground").add(static_cast<std::int64_t>(area.ground)).add(area.priority);
            for (const PartyId claimant : area.claimants) digest.add(std::int64_t{claimant.value});
        }
        for (const auto& ring : area.rings) {
            digest.add(static_cast<std::int64_t>(ring.size()));
            for (const LonLat point : ring) digest.add(point.lon_deg).add(point.lat_deg);
        }
    }
}

std::string digest_of(const ScenarioParts& parts) {
    Digest digest;
    digest.add(write_canonical(parts.record));
    for (const auto& uncertain : parts.uncertain) {
        digest.add(uncertain.path);
        digest.add(name_of(uncertain.law.kind));
        for (const double number : uncertain.law.numbers) digest.add(number);
    }
    const auto& network = parts.network->digest();
    digest.add(std::string_view(reinterpret_cast<const char*>(network.data()), network.size()));
    add_grants(digest, parts.baseline);
    if (parts.control) add_areas(digest, *parts.control);
    return digest.hex();
}

/// What the network, the calendar and the layers were built from cannot change without reading the folder again.
constexpr std::array<std::string_view, 9> structure{"aidway",      "name",        "period",   "network", "control",
                                                    "gate_layers", "gate_status", "overlays", "sources"};

}  // namespace

Scenario::Scenario(ScenarioParts parts) : parts_(std::move(parts)) {
    const auto& violence = parts_.record.violence;
    if (violence && violence->answers && !dies_out(branching_of(parts_.record, parts_.uncertain))) {
        throw std::invalid_argument("violence that answers violence would never end");
    }
    for (const auto& gate : parts_.gates) {
        if (!parts_.record.gates.contains(gate.name)) throw std::invalid_argument("no record of gate " + gate.name);
    }
    if (parts_.baseline.gates() != parts_.gates.size()) throw std::invalid_argument("baseline of another network");
    digest_ = digest_of(parts_);
    if (parts_.overlays.size() != parts_.record.overlays.size()) throw std::invalid_argument("overlays not laid");
    baseline_ = parts_.baseline;
    const Laying always{parts_.calendar.from, parts_.calendar.until, {}, baseline_origin};
    for (std::size_t i = 0; i < parts_.overlays.size(); ++i) {
        const auto& overlay = parts_.record.overlays[i];
        if (overlay.when == OverlayWhen::always) lay(overlay, i, parts_.overlays[i], always, baseline_);
    }
    for (std::uint32_t g = 0; g < parts_.gates.size(); ++g) {
        const auto& gate = gate_record({g});
        const auto trucks = gate.trucks_per_day ? std::optional(gate.trucks_per_day->value) : std::nullopt;
        baseline_.cap({g}, trucks, gate.goods_per_day);
        baseline_.charge({g}, gate.fees);
    }
}

const GateRecord& Scenario::gate_record(GateId gate) const {
    return parts_.record.gates.at(parts_.gates.at(gate.index()).name);
}

std::optional<GateId> Scenario::find_gate(std::string_view name) const {
    const auto& gates = parts_.gates;
    const auto found = std::lower_bound(gates.begin(), gates.end(), name,
                                        [](const Gate& gate, std::string_view n) { return gate.name < n; });
    if (found == gates.end() || found->name != name) return std::nullopt;
    return GateId{static_cast<std::uint32_t>(found - gates.begin())};
}

std::optional<PartyId> Scenario::find_party(std::string_view name) const {
    return find_in<PartyId>(parts_.record.parties, name);
}
std::optional<CommunityId> Scenario::find_community(std::string_view name) const {
    return find_in<CommunityId>(parts_.record.communities, name);
}
std::optional<DepotId> Scenario::find_depot(std::string_view name) const {
    return find_in<DepotId>(parts_.record.depots, name);
}
std::optional<GoodsId> Scenario::find_goods(std::string_view name) const {
    return find_in<GoodsId>(parts_.record.goods, name);
}
const std::string& Scenario::party_name(PartyId party) const { return parts_.record.parties[party.index()].name; }

Scenario Scenario::replace(std::string_view path, std::string_view value) const {
    const auto top = path.substr(0, path.find('/'));
    // Gates on the front were made with the values of `fronts`; how its history goes on was not.
    const bool placed = top == "gates" && (path.ends_with("/at") || path.ends_with("/within"));
    const bool profile = top == "vehicles" && path.ends_with("/profile");
    const bool made_of = placed || profile || (top == "fronts" && path != "fronts/resumes");
    if (made_of || std::find(structure.begin(), structure.end(), top) != structure.end()) {
        throw std::invalid_argument("'" + std::string(top) +
                                    "' shapes the scenario itself; change it in scenario.yaml");
    }
    ScenarioParts changed = parts_;
    assign(changed.record, path, value);
    std::erase_if(changed.uncertain, [&](const Uncertain& u) { return u.path == path; });
    for (auto& stated : changed.provenance) {
        if (stated.path != path) continue;
        stated.text = value;
        stated.sources.clear();
        stated.confidence = Confidence::assumed;
        stated.note = "replaced by the user";
    }
    return Scenario(std::move(changed));
}

}  // namespace aidway
