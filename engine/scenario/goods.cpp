// SPDX-License-Identifier: Apache-2.0
#include "scenario/goods.hpp"

namespace aidway {

const Type& describe(Tag<RemovalRecord>) {
    static const auto type = record<RemovalRecord>(
        "removal", "Goods taken off a convoy at a gate that inspects.",
        {optional("chance", &RemovalRecord::chance, "chance per convoy and gate"),
         optional("share", &RemovalRecord::share, "share of this class that is taken when it happens")});
    return type;
}

const Type& describe(Tag<GoodsRecord>) {
    static const auto type = record<GoodsRecord>(
        "goods", "A class of goods that convoys carry.",
        {required("name", &GoodsRecord::name, "name as people say it"),
         required("density", &GoodsRecord::density, "mass in a cubic metre of truck space", more_than(0)),
         required("per_person_day", &GoodsRecord::per_person_day, "what a plan asks for, per person", more_than(0)),
         optional("removed", &GoodsRecord::removed, "what is taken off at gates that inspect"),
         optional("struck_out", &GoodsRecord::struck_out, "chance that a partial answer strikes this class out")});
    return type;
}

const Type& describe(Tag<CopingRecord>) {
    static const auto type = record<CopingRecord>(
        "coping", "What people eat while stocks cover this many days or more.",
        {required("cover_at_least", &CopingRecord::cover_at_least, "days of full need in stock", at_least(0)),
         required("eaten", &CopingRecord::eaten, "share of need that is eaten; never more than in the step before",
                  more_than(0))});
    return type;
}

const Type& describe(Tag<InformalByTierRecord>) {
    using I = InformalByTierRecord;
    static const auto type = record<I>(
        "informal_by_tier", "Informal inflow of food as a share of need, by siege tier.",
        {required("tier_1", &I::tier_1, "where the siege is tight"), required("tier_2", &I::tier_2, "where it leaks"),
         required("tier_3", &I::tier_3, "where it is porous")});
    return type;
}

const Type& describe(Tag<InequalityRecord>) {
    static const auto type = record<InequalityRecord>(
        "inequality",
        "How unevenly food is shared within a community: each eats min(1, lambda z) of the need, z lognormal with mean "
        "1; the deviation of its logarithm is base + by_price x log(price).",
        {required("base", &InequalityRecord::base, "deviation of the logarithm at the price before the siege",
                  between(0, 2)),
         optional("by_price", &InequalityRecord::by_price, "what is added per unit of the logarithm of the price index",
                  between(0, 1))});
    return type;
}

const Type& describe(Tag<FoodRecord>) {
    static const auto type = record<FoodRecord>(
        "food", "What people need, how they stretch their stocks, what is lost on the way to homes.",
        {required("goods", &FoodRecord::goods, "the class of goods that is eaten"),
         required("need", &FoodRecord::need, "full need per person", more_than(0)),
         optional("coping", &FoodRecord::coping,
                  "steps by falling cover, the last from 0 d; without any, need is eaten while there is food"),
         optional("diverted", &FoodRecord::diverted, "share of what is handed out that does not reach homes"),
         optional(
             "diverted_monitored", &FoodRecord::diverted_monitored,
             "the same while an agreement has distribution monitored, never more; as `diverted` where it is not given"),
         optional("informal_by_tier", &FoodRecord::informal_by_tier,
                  "informal inflow of enclaves that state a siege tier and no `informal` of their own"),
         optional("inequality", &FoodRecord::inequality,
                  "how unevenly food is shared within a community; without it all count as alike")});
    return type;
}

const Type& describe(Tag<MedicineRecord>) {
    using M = MedicineRecord;
    static const auto type = record<M>(
        "medicine", "Medicine that is used up in an enclave, reckoned in kits: what so many people need for so long.",
        {required("goods", &M::goods, "the class of goods that is medicine"),
         required("kit", &M::kit, "mass of one kit", more_than(0)),
         required("kit_people", &M::kit_people, "people whom a kit serves", between(1, 10'000'000)),
         required("kit_lasts", &M::kit_lasts, "how long it serves them", more_than(0))});
    return type;
}

const Type& describe(Tag<BreadRecord>) {
    using B = BreadRecord;
    static const auto type = record<B>(
        "bread", "The part of what stores hand out that bakeries must bake first; flour is the food in the store.",
        {required("share", &B::share, "of the ration that is handed out as bread"),
         required("capacity", &B::capacity, "flour that one bakery bakes", at_least(0)),
         optional("diesel", &B::diesel, "the class of goods that bakeries burn; without it they lack no fuel"),
         optional("diesel_per_tonne", &B::diesel_per_tonne, "burnt for a tonne of flour", at_least(0))});
    return type;
}

}  // namespace aidway
