// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/fields/describe.hpp"
#include "scenario/air.hpp"

namespace aidway {

/// A side that holds ground, decides, or obliges itself.
struct PartyRecord {
    std::string name;
    bool operator==(const PartyRecord&) const = default;
};
const Type& describe(Tag<PartyRecord>);

/// A place where people live and aid is offloaded.
struct CommunityRecord {
    std::string name;
    LonLat at;
    Count population;
    Count bays{4};                                ///< trucks offloaded at a time
    Duration offload = std::chrono::minutes{20};  ///< per truck and bay
    std::string region = "all";                   ///< deciders have one climate per region
    bool aid = true;                              ///< whether convoys are planned for it
    std::optional<std::string> pcode{};           ///< its place code in the humanitarian administrative layers
    DropZone drop_zone = DropZone::none;          ///< whether aid can be dropped there from the air
    Named<Name> enclave_when_held_by{};           ///< by party: which enclave it joins when that one takes it
    bool operator==(const CommunityRecord&) const = default;
};
const Type& describe(Tag<CommunityRecord>);

/// How many bakeries bake from a date on.
struct BakeriesRecord {
    LocalTime from;
    Count count;
    bool operator==(const BakeriesRecord&) const = default;
};
const Type& describe(Tag<BakeriesRecord>);

/// Communities that share stock and market.
struct EnclaveRecord {
    std::vector<Name> members;
    std::optional<Count> siege_tier;      ///< 1 tight, 2 leaky, 3 porous
    Duration opening_stock{0};            ///< days of full need at the start of the period
    Probability opening_in_store;         ///< share of it with agencies and councils; the rest is in homes
    std::optional<Probability> informal;  ///< informal inflow as a share of need; else by siege tier
    Probability local;                    ///< local production as a share of need
    std::vector<Name> outside;            ///< places its traders come from and its people leave to
    Probability trade_at_start;           ///< level of its market when the period begins, as a share of the target
    std::vector<Name> siege_line;         ///< gates of the line round it: what lifting the siege opens
    std::optional<Probability> willing;   ///< share of its people who would leave, in place of that of `departures`
    std::optional<Name> leave_to;  ///< community that takes in those who leave; else they are followed no further
    Duration opening_medicine{0};  ///< days of full need of medicine at the start of the period
    std::vector<BakeriesRecord> bakeries;  ///< by date; without any, bread is no bottleneck
    Mass opening_diesel;                   ///< for them, at the start of the period
    bool operator==(const EnclaveRecord&) const = default;
};
const Type& describe(Tag<EnclaveRecord>);

/// What a depot has of one class of goods, and what comes in.
struct DepotStockRecord {
    Mass at_start;
    Mass per_week;                       ///< comes in at once, week by week
    Duration first_after = one_day * 7;  ///< from the start of the period until the first of it comes
    bool operator==(const DepotStockRecord&) const = default;
};
const Type& describe(Tag<DepotStockRecord>);

/// Where convoys load.
struct DepotRecord {
    std::string name;
    LonLat at;
    Named<DepotStockRecord> stock{};  ///< by class of goods; of one that is not named there is always enough
    std::optional<Chance<Duration>>
        cross_loading{};  ///< from a clearance to the first morning on which trucks may leave
    bool operator==(const DepotRecord&) const = default;
};
const Type& describe(Tag<DepotRecord>);

}  // namespace aidway
