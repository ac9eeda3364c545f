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

/// How unevenly what a community eats is shared: each eats min(1, lambda z) of the need, z lognormal with mean 1; the
/// deviation of its logarithm is base + by_price x log(price).
struct InequalityRecord {
    double base = 0;
    double by_price = 0;
    bool operator==(const InequalityRecord&) const = default;
};
const Type& describe(Tag<InequalityRecord>);

/// Food: need, stocks and coping (model, section 5).
struct FoodRecord {
    Name goods;                        ///< the class of goods that is eaten
    MassRate need;                     ///< per person
    std::vector<CopingRecord> coping;  ///< by falling cover; empty: people eat their need while there is any
    Probability diverted;              ///< share of what is handed out that does not reach homes
    std::optional<Probability> diverted_monitored;  ///< the same, while a monitor of distribution is there
    std::optional<InformalByTierRecord> informal_by_tier;
    std::optional<InequalityRecord> inequality;  ///< without it all people of a community count as alike
    bool operator==(const FoodRecord&) const = default;
};
const Type& describe(Tag<FoodRecord>);

/// Medicine that is used up in an enclave, reckoned in kits: what so many people need for so long.
struct MedicineRecord {
    Name goods;          ///< the class of goods that is medicine
    Mass kit;            ///< mass of one kit
    Count kit_people;    ///< whom it serves
    Duration kit_lasts;  ///< for how long
    bool operator==(const MedicineRecord&) const = default;
};
const Type& describe(Tag<MedicineRecord>);

/// Bread: the part of what stores hand out that bakeries must bake first. Flour is the food in the store.
struct BreadRecord {
    Probability share;           ///< of the ration
    MassRate capacity;           ///< flour that one bakery bakes
    std::optional<Name> diesel;  ///< the class of goods that they burn; without it they lack no fuel
    Mass diesel_per_tonne;       ///< of flour
    bool operator==(const BreadRecord&) const = default;
};
const Type& describe(Tag<BreadRecord>);

}  // namespace aidway
