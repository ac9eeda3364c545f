// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "access/access_fields.hpp"
#include "core/fields/describe.hpp"

namespace aidway {

/// Whether goods can be dropped at a place at all, and from what height.
enum class DropZone : std::uint8_t {
    none,  ///< built up, or too near a front: nothing can be dropped
    low,   ///< room enough for drops from low altitude
    high,  ///< room enough for drops from any altitude, which drift far
};
const Type& describe(Tag<DropZone>);

/// From where an operation drops.
enum class DropAltitude : std::uint8_t { low, high };
const Type& describe(Tag<DropAltitude>);

/// Where aircraft take off.
struct AirfieldRecord {
    std::string name;
    std::optional<LonLat> at{};
    bool operator==(const AirfieldRecord&) const = default;
};
const Type& describe(Tag<AirfieldRecord>);

/// Aircraft that an agreement can send: how much they carry how often, and what becomes of it (model, section 6).
struct AirOperationRecord {
    std::string name;
    Count aircraft{1};
    Count sorties_per_day{1};  ///< of each aircraft
    Mass load;                 ///< of one sortie
    std::vector<Name> goods;   ///< what it carries; else every class
    Hours hours{6 * 3600, 18 * 3600};
    std::string region = "all";  ///< one weather a day per region
    Probability flyable{1.0};    ///< chance that the weather of a day lets it fly
    Probability denied;          ///< chance a day that somebody denies it the air, where nobody's consent is asked
    DropAltitude altitude = DropAltitude::high;
    Count pallets{1};                                      ///< of one sortie, when it drops
    Chance<Probability> usable{Law{LawKind::point, {1}}};  ///< share of the pallets of one drop that can be used
    Probability damaged;                                   ///< of the others: found broken
    Probability out_of_zone;  ///< of the others: down where nobody gets them; the rest is lost
    bool operator==(const AirOperationRecord&) const = default;
};
const Type& describe(Tag<AirOperationRecord>);

}  // namespace aidway
