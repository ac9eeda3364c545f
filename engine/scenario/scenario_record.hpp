// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "core/fields/describe.hpp"
#include "scenario/air.hpp"
#include "scenario/allocation.hpp"
#include "scenario/climate.hpp"
#include "scenario/control_record.hpp"
#include "scenario/gate_layer_record.hpp"
#include "scenario/gate_status_record.hpp"
#include "scenario/goods.hpp"
#include "scenario/monitors.hpp"
#include "scenario/overlay_record.hpp"
#include "scenario/places.hpp"
#include "scenario/procedure.hpp"
#include "scenario/source.hpp"
#include "scenario/trade.hpp"
#include "scenario/transport.hpp"
#include "scenario/violence.hpp"

namespace aidway {

/// The time that is simulated; the end is exclusive.
struct PeriodRecord {
    LocalTime from;
    LocalTime to;
    std::string timezone;  ///< IANA name
    bool operator==(const PeriodRecord&) const = default;
};
const Type& describe(Tag<PeriodRecord>);

/// scenario.yaml, as it is written; names are resolved by `Scenario`.
struct ScenarioRecord {
    // All defaulted where they are defined: a hundred files would else each compile what becomes of every member.
    ScenarioRecord();
    ScenarioRecord(const ScenarioRecord& other);
    ScenarioRecord(ScenarioRecord&& other) noexcept;
    ScenarioRecord& operator=(const ScenarioRecord& other);
    ScenarioRecord& operator=(ScenarioRecord&& other) noexcept;
    ~ScenarioRecord();
    bool operator==(const ScenarioRecord& other) const;

    std::int64_t aidway = 1;  ///< version of the file format
    std::string name;
    std::string title;
    std::string question;
    PeriodRecord period;
    NetworkRecord network;
    Named<VehicleRecord> vehicles;
    std::optional<ControlRecord> control;
    Named<PartyRecord> parties;
    Named<RoadRecord> roads;
    Named<GateRecord> gates;
    Named<GateLayerRecord> gate_layers;
    GateStatusRecord gate_status;
    Named<OverlayRecord> overlays;
    Named<GoodsRecord> goods;
    FoodRecord food;
    Named<CommunityRecord> communities;
    Named<EnclaveRecord> enclaves;
    Named<DepotRecord> depots;
    Named<FleetRecord> fleets;
    MovementRecord movement;
    AllocationRecord allocation;
    Named<AirfieldRecord> airfields;
    Named<AirOperationRecord> air_operations;
    PermissionRecord permission;
    ComplianceRecord compliance;
    TurnBackRecord turn_back;
    RenewalRecord renewal;
    FrontRecord fronts;
    std::optional<ClimateRecord> climate;
    std::optional<ViolenceRecord> violence;
    Named<MonitorRecord> monitors;
    std::optional<DeterrenceRecord> deterrence;
    Named<OutsideRecord> outside;
    std::optional<TradeRecord> trade;
    std::optional<PriceRecord> price;
    std::optional<DeparturesRecord> departures;
    Named<EvacuationRecord> evacuations;
    std::optional<MedicineRecord> medicine;
    std::optional<BreadRecord> bread;
    Named<SourceRecord> sources;
};
const Type& describe(Tag<ScenarioRecord>);

}  // namespace aidway
