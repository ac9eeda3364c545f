// SPDX-License-Identifier: Apache-2.0
#include "scenario/places.hpp"

namespace aidway {

const Type& describe(Tag<PartyRecord>) {
    static const auto type = record<PartyRecord>("party", "A side that holds ground, decides, or obliges itself.",
                                                 {required("name", &PartyRecord::name, "name as people say it")});
    return type;
}

const Type& describe(Tag<CommunityRecord>) {
    static const auto type = record<CommunityRecord>(
        "community", "A place where people live and aid is offloaded.",
        {required("name", &CommunityRecord::name, "name as people say it"),
         required("at", &CommunityRecord::at, "place; the nearest junction of the network serves it"),
         required("population", &CommunityRecord::population, "residents at the start of the period",
                  between(1, 10'000'000)),
         optional("bays", &CommunityRecord::bays, "trucks offloaded at a time", between(1, 16)),
         optional("offload", &CommunityRecord::offload, "time to offload one truck in one bay", at_least(0)),
         optional("region", &CommunityRecord::region, "deciders have one climate of access per region"),
         optional("aid", &CommunityRecord::aid,
                  "whether convoys are planned for it; without, it lives by stock, trade and what comes informally"),
         optional("drop_zone", &CommunityRecord::drop_zone,
                  "whether aid can be dropped there: none, low (from low altitude alone) or high (from any)"),
         optional("enclave_when_held_by", &CommunityRecord::enclave_when_held_by,
                  "by party: the enclave that its people are counted in once that party has taken the place, by "
                  "`control`; where it says nothing of a party, they stay in the one they are in"),
         optional("pcode", &CommunityRecord::pcode,
                  "its place code in humanitarian administrative layers (COD-AB), so that tables can be joined")});
    return type;
}

const Type& describe(Tag<BakeriesRecord>) {
    static const auto type =
        record<BakeriesRecord>("bakeries", "How many bakeries bake from a date on.",
                               {required("from", &BakeriesRecord::from, "date; the first holds from the start on"),
                                required("count", &BakeriesRecord::count, "bakeries that bake", between(0, 100'000))});
    return type;
}

const Type& describe(Tag<EnclaveRecord>) {
    static const auto type = record<EnclaveRecord>(
        "enclave", "Communities that share one stock of food and one market.",
        {required("members", &EnclaveRecord::members, "its communities; each belongs to one enclave"),
         optional("siege_tier", &EnclaveRecord::siege_tier, "how tight the siege is: 1 tight, 2 leaky, 3 porous",
                  between(1, 3)),
         optional("opening_stock", &EnclaveRecord::opening_stock, "days of full need in stock when the period starts",
                  at_least(0)),
         optional("opening_in_store", &EnclaveRecord::opening_in_store,
                  "share of the opening stock held by agencies and councils; the rest is in homes"),
         optional("informal", &EnclaveRecord::informal,
                  "informal inflow of food, as a share of need; without it, that of its siege tier under `food`"),
         optional("local", &EnclaveRecord::local, "local production of food, as a share of need"),
         optional("outside", &EnclaveRecord::outside, "places its traders come from and its people leave to"),
         optional("trade_at_start", &EnclaveRecord::trade_at_start,
                  "level of its market when the period starts, as a share of the target"),
         optional("siege_line", &EnclaveRecord::siege_line, "gates of the line round it: lifting the siege opens them"),
         optional("willing", &EnclaveRecord::willing,
                  "share of its people who would leave, in place of that of departures"),
         optional("leave_to", &EnclaveRecord::leave_to,
                  "community that takes in those of its people who leave; without it they are followed no further"),
         optional("opening_medicine", &EnclaveRecord::opening_medicine,
                  "days of full need of medicine in stock when the period starts, where there is a table `medicine`",
                  at_least(0)),
         optional("bakeries", &EnclaveRecord::bakeries,
                  "its bakeries by date, where there is a table `bread`; without any, bread is no bottleneck"),
         optional("opening_diesel", &EnclaveRecord::opening_diesel, "diesel for them when the period starts",
                  at_least(0))});
    return type;
}

const Type& describe(Tag<DepotStockRecord>) {
    using D = DepotStockRecord;
    static const auto type =
        record<D>("depot_stock", "What a depot has of one class of goods, and what comes in.",
                  {required("at_start", &D::at_start, "in the depot when the period begins", at_least(0)),
                   optional("per_week", &D::per_week, "comes in at once, week by week", at_least(0)),
                   optional("first_after", &D::first_after, "from the start of the period until the first of it comes",
                            at_least(0))});
    return type;
}

const Type& describe(Tag<DepotRecord>) {
    static const auto type = record<DepotRecord>(
        "depot", "Where convoys load.",
        {required("name", &DepotRecord::name, "name as people say it"),
         required("at", &DepotRecord::at, "place; the nearest junction of the network serves it"),
         optional("stock", &DepotRecord::stock, "by class of goods; of one that is not named there is always enough"),
         optional("cross_loading", &DepotRecord::cross_loading,
                  "time from a clearance until what it clears is loaded over and may leave; none unless given",
                  at_least(0))});
    return type;
}

}  // namespace aidway
