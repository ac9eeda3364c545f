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
         required("eaten", &CopingRecord::eaten, "share of need that is eaten", more_than(0))});
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

const Type& describe(Tag<FoodRecord>) {
    static const auto type = record<FoodRecord>(
        "food", "What people need, how they stretch their stocks, what is lost on the way to homes.",
        {required("goods", &FoodRecord::goods, "the class of goods that is eaten"),
         required("need", &FoodRecord::need, "full need per person", more_than(0)),
         optional("coping", &FoodRecord::coping,
                  "steps by falling cover, the last from 0 d; without any, need is eaten while there is food"),
         optional("diverted", &FoodRecord::diverted, "share of what is handed out that does not reach homes"),
         optional("diverted_monitored", &FoodRecord::diverted_monitored,
                  "the same while an agreement has distribution monitored; as `diverted` where it is not given"),
         optional("informal_by_tier", &FoodRecord::informal_by_tier,
                  "informal inflow of enclaves that state a siege tier and no `informal` of their own")});
    return type;
}

}  // namespace aidway
