// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/fields/describe.hpp"

namespace aidway {

/// Goods taken off a convoy at a gate that inspects.
struct RemovalRecord {
    Probability chance;                                     ///< per convoy and gate
    Chance<Probability> share{Law{LawKind::beta, {2, 5}}};  ///< of this class, when it happens
    bool operator==(const RemovalRecord&) const = default;
};
const Type& describe(Tag<RemovalRecord>);

/// A class of goods that a convoy carries.
struct GoodsRecord {
    std::string name;
    Density density;
    MassRate per_person_day;  ///< what a plan asks for
    RemovalRecord removed;
    Probability struck_out;  ///< chance that a partial answer strikes this class out
    bool operator==(const GoodsRecord&) const = default;
};
const Type& describe(Tag<GoodsRecord>);

/// One line of the coping table: at least so much cover, this share of need is eaten.
struct CopingRecord {
    Duration cover_at_least{0};
    Probability eaten{1.0};
    bool operator==(const CopingRecord&) const = default;
};
const Type& describe(Tag<CopingRecord>);

/// Informal inflow by how tight a siege is, where an enclave does not state its own.
struct InformalByTierRecord {
    Probability tier_1;
    Probability tier_2;
    Probability tier_3;
    bool operator==(const InformalByTierRecord&) const = default;
};
const Type& describe(Tag<InformalByTierRecord>);

/// Food: need, stocks and coping (model, section 5).
struct FoodRecord {
    Name goods;                        ///< the class of goods that is eaten
    MassRate need;                     ///< per person
    std::vector<CopingRecord> coping;  ///< by falling cover; empty: people eat their need while there is any
    Probability diverted;              ///< share of what is handed out that does not reach homes
    std::optional<Probability> diverted_monitored;  ///< the same, while a monitor of distribution is there
    std::optional<InformalByTierRecord> informal_by_tier;
    bool operator==(const FoodRecord&) const = default;
};
const Type& describe(Tag<FoodRecord>);

}  // namespace aidway
