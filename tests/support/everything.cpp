// SPDX-License-Identifier: Apache-2.0
#include "support/everything.hpp"

namespace aidway::test {
namespace {

/// People who leave one for two and are moved the other way, and medicine that is used.
void add_welfare(SmallScenario& small) {
    auto& record = small.record;
    record.medicine = {"medicine", Mass::kilograms(1'250), {10'000}, one_day * 90};
    for (std::size_t e = 0; e < record.enclaves.size(); ++e) record.enclaves[e].opening_medicine = one_day * 5;
    GoodsRecord diesel = record.goods.at("food");
    diesel.per_person_day = MassRate::grams_per_day(20);
    record.goods.add("diesel", diesel);
    record.bread = {Probability(0.5), MassRate::grams_per_day(400'000), Name("diesel"), Mass::kilograms(90)};
    auto& first = record.enclaves[0];
    first.bakeries = {{{16'989, 0, {}}, {9}}, {{16'989 + 15, 0, {}}, {3}}};
    first.opening_diesel = Mass::kilograms(400);
    EvacuationRecord moved;
    moved.community = "two";
    moved.to = Name("one");
    moved.at = {16'989 + 20, 3'600, {}};
    moved.share = Probability(0.7);
    record.evacuations.add("moved", moved);
}

}  // namespace

SmallScenario everything() {
    SmallScenario small;
    small.days = 45;
    small.add_second_community();
    small.make_chancy();
    auto& enclaves = small.record.enclaves;
    auto shared = enclaves.at("one");
    shared.members = {"one", "two"};
    shared.opening_stock = one_day * 3;
    shared.local = Probability(0.04);
    enclaves.clear();
    enclaves.add("both", shared);
    small.add_outside();
    small.add_trade();
    small.record.trade->refill_to = one_day * 15;
    small.add_departures();
    small.open_for = {{0, Traffic::goods, 3, 9}, {1, Traffic::civilians, 4, 30}};
    auto& permission = small.record.permission;
    permission.answer_model = AnswerModel::climate;
    permission.silence_means = Silence::escalate;
    permission.escalates_to = Name("opp");
    permission.linked = {{{"one", "two"}}};
    const AnswersRecord answers{Probability(0.3), Probability(0.4), Probability(0.2)};
    small.record.climate = {
        {{}, Probability(0), Probability(0.8), 2.0},
        {answers, Probability(0.3), Probability(0.2), 1.0},
        {{Probability(0.8), Probability(0.2), Probability(0)}, Probability(0.6), Probability(0), 0.5},
        Probability(0.3),
        Probability(0.4),
        Hazard(0.1),
        Hazard(0.1),
        Hazard(0.1),
        Hazard(0.1),
        2.0};
    ViolenceRecord violence;
    violence.by.add("shells", {"gov", ViolenceKind::shelling, Hazard(0.5), Probability(0.2), Probability(0.4)});
    violence.where.add("gate", {small_place(11.5), 1});
    violence.where.add("town", {small_place(0), 2});
    violence.shuts_gate = Probability(0.3);
    small.record.violence = violence;
    return small;
}

SmallScenario everything_and_welfare() {
    auto small = everything();
    auto& first = *small.record.enclaves.find("both");
    first.members = {"one"};
    first.leave_to = Name("two");
    auto second = first;
    second.members = {"two"};
    second.leave_to.reset();
    small.record.enclaves.add("other", second);
    add_welfare(small);
    return small;
}

std::vector<Term> all_terms() {
    Term movement;
    FreeMovement free;
    free.gates = {"a", "b"};
    free.goods_per_day = MassRate::grams_per_day(3'000'000);
    movement.obliges = {"gov"};
    movement.body = free;
    Term cessation;
    cessation.body = CeaseHostilities{{"gov", "opp"}, {}, true};
    return {open_road("a"), open_road("b"), movement, cessation};
}

}  // namespace aidway::test
