// SPDX-License-Identifier: Apache-2.0
#include "scenario/air.hpp"

#include "core/fields/leaf.hpp"

namespace aidway {

const Type& describe(Tag<DropZone>) {
    static const auto type = enum_type<DropZone>("drop_zone", "a drop zone", {"none", "low", "high"});
    return type;
}

const Type& describe(Tag<DropAltitude>) {
    static const auto type = enum_type<DropAltitude>("drop_altitude", "an altitude", {"low", "high"});
    return type;
}

const Type& describe(Tag<AirfieldRecord>) {
    static const auto type = record<AirfieldRecord>("airfield", "Where aircraft take off.",
                                                    {required("name", &AirfieldRecord::name, "name as people say it"),
                                                     optional("at", &AirfieldRecord::at, "place")});
    return type;
}

const Type& describe(Tag<AirOperationRecord>) {
    using A = AirOperationRecord;
    // Every sortie of the period is kept in memory, and hostile files ask for as much as there is.
    constexpr double most = 100;
    static const auto type = record<A>(
        "air_operation", "Aircraft that the term `air_delivery` can send. Nothing flies without it.",
        {required("name", &A::name, "name as people say it"),
         required("load", &A::load, "mass that one sortie carries", more_than(0)),
         optional("aircraft", &A::aircraft, "aircraft at hand", between(0, most)),
         optional("sorties_per_day", &A::sorties_per_day, "sorties a day of each aircraft", between(0, most)),
         optional("goods", &A::goods, "classes of goods that it carries; every class unless given"),
         optional("hours", &A::hours, "when its sorties arrive, evenly spread from the beginning on"),
         optional("region", &A::region, "operations of one region have one weather a day"),
         optional("flyable", &A::flyable, "chance that the weather of a day lets it fly"),
         optional("denied", &A::denied, "chance a day that it is denied the air, where nobody's consent is asked"),
         optional("altitude", &A::altitude,
                  "where it drops from: a place needs a `drop_zone` for that altitude, `high` serves both"),
         optional("pallets", &A::pallets, "pallets of one sortie, when it drops", between(1, 10'000)),
         optional("usable", &A::usable,
                  "share of the pallets of one drop that can be used: drawn once a drop, then each pallet by itself"),
         optional("damaged", &A::damaged, "share of the other pallets that is found broken"),
         optional("out_of_zone", &A::out_of_zone,
                  "share of the other pallets that comes down where nobody gets it; the rest is never found")});
    return type;
}

}  // namespace aidway
