// SPDX-License-Identifier: Apache-2.0
#include "access/front_gates.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

namespace aidway {
namespace {

/// One end of a stretch of known ground.
struct Border {
    std::uint32_t gap;  ///< what lies beyond: a junction, unknown ground, or nothing at all
    PartyId party;
    ArcId arc;
    LonLat at;
};

/// The front on one arc at one time.
struct Crossing {
    std::set<PartyId> parties;
    LonLat at;
};

/// Gaps between stretches of known ground, joined where they meet; the first ones are the nodes.
class Gaps {
public:
    explicit Gaps(std::size_t nodes) : around_(nodes) { std::iota(around_.begin(), around_.end(), 0U); }
    std::uint32_t add() {
        around_.push_back(static_cast<std::uint32_t>(around_.size()));
        return around_.back();
    }
    std::uint32_t find(std::uint32_t gap) {
        while (around_[gap] != gap) gap = around_[gap] = around_[around_[gap]];
        return gap;
    }
    void join(std::uint32_t a, std::uint32_t b) { around_[find(a)] = find(b); }

private:
    std::vector<std::uint32_t> around_;
};

/// One road: a way of each of its arcs that lie in no gate.
struct Road {
    std::vector<ArcId> arcs;  ///< ascending
    std::vector<std::vector<LonLat>> shapes;
};

Road road_of(const RoadNetwork& network, std::uint32_t name, const std::vector<bool>& gated) {
    Road road;
    for (std::uint32_t arc = 0; arc < network.arc_count(); ++arc) {
        const bool other_way = network.reverse()[arc] < ArcId{arc};
        if (network.label_of({arc}).road != name || gated[arc] || other_way) continue;
        road.arcs.push_back({arc});
        road.shapes.push_back(network.shape({arc}));
    }
    return road;
}

/// Which arcs lie in a gate, either way.
std::vector<bool> lie_in_gates(const RoadNetwork& network, const std::vector<Gate>& gates) {
    std::vector<bool> gated(network.arc_count(), false);
    for (std::uint32_t arc = 0; arc < network.arc_count(); ++arc) gated[arc] = network.label_of({arc}).gate != 0;
    for (const Gate& gate : gates) {
        for (const ArcId arc : gate.arcs) {
            gated[arc.index()] = true;
            if (const ArcId back = network.reverse()[arc.index()]; back != no_arc) gated[back.index()] = true;
        }
    }
    return gated;
}

/// The fewest arcs that part the parties round one gap: all those of every party but one.
std::vector<ArcId> parting(const std::vector<Border>& borders, const std::set<PartyId>& parties) {
    std::optional<std::vector<ArcId>> best;
    for (const PartyId spared : parties) {
        std::set<ArcId> arcs;
        for (const Border& border : borders) {
            if (border.party != spared) arcs.insert(border.arc);
        }
        std::vector<ArcId> these(arcs.begin(), arcs.end());
        if (!best || std::pair(these.size(), these) < std::pair(best->size(), *best)) best = std::move(these);
    }
    return std::move(*best);
}

/// Where the front lies on the road, given who holds each of its arcs.
std::map<ArcId, Crossing> crossings(const RoadNetwork& network, const Road& road,
                                    const std::vector<std::vector<ControlTimeline::Stretch>>& held) {
    Gaps gaps(network.node_count());
    std::vector<Border> borders;
    for (std::size_t i = 0; i < road.arcs.size(); ++i) {
        const ArcId arc = road.arcs[i];
        std::uint32_t gap = network.tail()[arc.index()].value;
        for (std::size_t j = 0; j < held[i].size(); ++j) {
            const auto& [party, begin] = held[i][j];
            if (!party) continue;
            borders.push_back({gap, *party, arc, begin});
            gap = gaps.add();
            borders.push_back(
                {gap, *party, arc, j + 1 < held[i].size() ? held[i][j + 1].begin : road.shapes[i].back()});
        }
        gaps.join(gap, network.head()[arc.index()].value);
    }
    std::map<std::uint32_t, std::vector<Border>> around;
    for (const Border& border : borders) around[gaps.find(border.gap)].push_back(border);
    std::map<ArcId, Crossing> found;
    for (const auto& [gap, sides] : around) {
        std::set<PartyId> parties;
        for (const Border& side : sides) parties.insert(side.party);
        if (parties.size() < 2) continue;
        for (const ArcId arc : parting(sides, parties)) {
            const auto first = std::find_if(sides.begin(), sides.end(), [&](const Border& b) { return b.arc == arc; });
            const auto place = found.try_emplace(arc, Crossing{{}, first->at}).first;
            place->second.parties.insert(parties.begin(), parties.end());
        }
    }
    return found;
}

std::vector<PartyId> owners(const std::vector<ControlTimeline::Stretch>& held) {
    std::set<PartyId> parties;
    for (const auto& stretch : held) {
        if (stretch.party) parties.insert(*stretch.party);
    }
    return {parties.begin(), parties.end()};
}

void add_spell(std::vector<FrontSpell>& spells, FrontSpell spell) {
    if (!spells.empty() && spells.back().front == spell.front && spells.back().parties == spell.parties) {
        spells.back().until = spell.until;
    } else {
        spells.push_back(std::move(spell));
    }
}

/// Every arc of the road over time; those on which the front never lies are left out.
std::vector<FrontGate> gates_on(const RoadNetwork& network, const Road& road, const ControlTimeline& control,
                                const std::vector<Instant>& moments) {
    std::vector<std::vector<FrontSpell>> spells(road.arcs.size());
    std::vector<std::optional<LonLat>> first(road.arcs.size());
    for (std::size_t m = 0; m + 1 < moments.size(); ++m) {
        std::vector<std::vector<ControlTimeline::Stretch>> held;
        for (const auto& shape : road.shapes) held.push_back(control.along(shape, moments[m]));
        const auto found = crossings(network, road, held);
        for (std::size_t i = 0; i < road.arcs.size(); ++i) {
            const auto crossing = found.find(road.arcs[i]);
            if (crossing == found.end()) {
                add_spell(spells[i], {moments[m], moments[m + 1], false, owners(held[i])});
                continue;
            }
            const auto& parties = crossing->second.parties;
            add_spell(spells[i], {moments[m], moments[m + 1], true, {parties.begin(), parties.end()}});
            if (!first[i]) first[i] = crossing->second.at;
        }
    }
    std::vector<FrontGate> gates;
    for (std::size_t i = 0; i < road.arcs.size(); ++i) {
        if (!first[i]) continue;
        const ArcId arc = road.arcs[i];
        std::vector<ArcId> both{arc};
        if (const ArcId back = network.reverse()[arc.index()]; back != no_arc) both.push_back(back);
        gates.push_back({{"", {}, std::move(both)}, "", *first[i], std::move(spells[i])});
    }
    return gates;
}

}  // namespace

std::vector<FrontGate> front_gates(const RoadNetwork& network, const std::vector<std::string>& roads,
                                   const ControlTimeline& control, Instant from, Instant until,
                                   const std::vector<Gate>& known) {
    const auto gated = lie_in_gates(network, known);
    std::vector<Instant> moments{from};
    for (const Instant change : control.changes(from, until)) moments.push_back(change);
    moments.push_back(until);
    std::vector<FrontGate> all;
    const auto& names = network.words().roads;
    for (std::uint32_t name = 1; name < names.size(); ++name) {
        if (std::find(roads.begin(), roads.end(), names[name]) == roads.end()) continue;
        auto gates = gates_on(network, road_of(network, name, gated), control, moments);
        for (std::size_t k = 0; k < gates.size(); ++k) {
            gates[k].road = names[name];
            gates[k].gate.name = names[name] + "-front-" + std::to_string(k + 1);
            gates[k].gate.key = entity_key({gates[k].gate.name});
            all.push_back(std::move(gates[k]));
        }
    }
    std::sort(all.begin(), all.end(), [](const FrontGate& a, const FrontGate& b) { return a.gate.name < b.gate.name; });
    return all;
}

void grant_front(PassageTable& table, GateId gate, const FrontGate& front,
                 const std::array<Access, traffic_classes>& across) {
    for (const FrontSpell& spell : front.spells) {
        for (std::size_t t = 0; t < traffic_classes; ++t) {
            const Access access = spell.front ? across[t] : Access::open;
            table.grant(gate, static_cast<Traffic>(t), {spell.from, spell.until, access, {}, {}, baseline_origin});
        }
        if (!spell.parties.empty()) table.hold(gate, {spell.from, spell.until, spell.parties});
    }
}

}  // namespace aidway
