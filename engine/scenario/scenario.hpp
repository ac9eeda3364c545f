// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/control_timeline.hpp"
#include "access/gate.hpp"
#include "access/passage_table.hpp"
#include "core/fields/reading.hpp"
#include "network/road_network.hpp"
#include "scenario/calendar.hpp"
#include "scenario/overlay.hpp"
#include "scenario/scenario_record.hpp"

namespace aidway {

/// Everything a scenario is made of; built by the reader.
struct ScenarioParts {
    std::string folder;
    ScenarioRecord record;
    std::vector<Provenance> provenance;
    std::vector<Uncertain> uncertain;
    std::shared_ptr<const RoadNetwork> network;
    std::vector<Gate> gates;  ///< ascending by name
    PassageTable baseline;    ///< as it was, without any agreement
    Calendar calendar;
    std::shared_ptr<const ControlTimeline> control{};  ///< null where the scenario says nothing about control
    std::vector<LaidOverlay> overlays{};               ///< one per overlay of the record
};

/// One humanitarian problem, complete and consistent. Immutable, so it may be shared among threads.
/// Ids index the tables of the record (parties, goods, communities, depots) and `gates`.
class Scenario {
public:
    /// `parts` must have passed the reader's checks; std::invalid_argument names the first reference that dangles.
    explicit Scenario(ScenarioParts parts);

    [[nodiscard]] const std::string& folder() const { return parts_.folder; }
    [[nodiscard]] const ScenarioRecord& record() const { return parts_.record; }
    [[nodiscard]] const std::vector<Provenance>& provenance() const { return parts_.provenance; }
    [[nodiscard]] const std::vector<Uncertain>& uncertain() const { return parts_.uncertain; }
    [[nodiscard]] const std::shared_ptr<const RoadNetwork>& network() const { return parts_.network; }
    [[nodiscard]] const std::vector<Gate>& gates() const { return parts_.gates; }
    /// As it was without any agreement, under the overlays that always lie on it; what a gate's record says it lets
    /// through in a day is in its grants.
    [[nodiscard]] const PassageTable& baseline() const { return baseline_; }
    [[nodiscard]] const Calendar& calendar() const { return parts_.calendar; }
    /// Who held what ground when; null where the scenario does not say.
    [[nodiscard]] const std::shared_ptr<const ControlTimeline>& control() const { return parts_.control; }
    /// Where and when the overlays of the record lie, in the same order.
    [[nodiscard]] const std::vector<LaidOverlay>& overlays() const { return parts_.overlays; }
    /// The record's entry of a gate.
    [[nodiscard]] const GateRecord& gate_record(GateId gate) const;

    [[nodiscard]] std::optional<GateId> find_gate(std::string_view name) const;
    [[nodiscard]] std::optional<PartyId> find_party(std::string_view name) const;
    [[nodiscard]] std::optional<CommunityId> find_community(std::string_view name) const;
    [[nodiscard]] std::optional<DepotId> find_depot(std::string_view name) const;
    [[nodiscard]] std::optional<GoodsId> find_goods(std::string_view name) const;
    [[nodiscard]] const std::string& party_name(PartyId party) const;

    /// 32 hexadecimal digits over every value, law, gate status, arc and area of control: what `compare` checks before
    /// it compares.
    [[nodiscard]] const std::string& digest() const { return digest_; }

    /// The same scenario with one value replaced (text as in the file); what was a law there becomes certain.
    /// std::invalid_argument with the nearest valid step when the path leads nowhere or the value is refused; also
    /// for what the network, the calendar and the layers were built from.
    [[nodiscard]] Scenario replace(std::string_view path, std::string_view value) const;

private:
    ScenarioParts parts_;
    PassageTable baseline_;
    std::string digest_;
};

}  // namespace aidway
