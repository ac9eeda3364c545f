// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "io/scenario_checks.hpp"

namespace aidway {
namespace {

void check_moved(const CheckedRecord& checked, const Name& name, const EvacuationRecord& moved) {
    const auto path = "evacuations/" + name.text;
    const auto& period = checked.record.period;
    if (checked.document.lacks(path + "/people") && checked.document.lacks(path + "/share")) {
        checked.fault(name.at, fmt::format("'{}' moves nobody: expected 'people' or 'share'", name.text));
    } else if (moved.people && moved.share) {
        checked.fault(checked.document.at(path + "/share"), "'people' says how many: leave one of the two out");
    }
    if (checked.given(path + "/at") && checked.given("period/from") && checked.given("period/to") &&
        (moved.at < period.from || moved.at >= period.to)) {
        checked.fault(path + "/at", "lies outside of the period");
    }
    if (moved.to && moved.to->at != Mark{} && moved.to->text == moved.community.text) {
        checked.fault(moved.to->at, fmt::format("people of '{}' are there already", moved.to->text));
    }
}

void check_leaving(const CheckedRecord& checked, const EnclaveRecord& enclave) {
    if (!enclave.leave_to || enclave.leave_to->at == Mark{}) return;
    const auto& to = *enclave.leave_to;
    if (std::none_of(enclave.members.begin(), enclave.members.end(),
                     [&](const Name& member) { return member.text == to.text; })) {
        return;
    }
    checked.fault(to.at, fmt::format("'{}' is of this enclave: expected a community beyond it", to.text));
}

/// Bakeries are listed by date, from the start of the period on.
void check_bakeries(const CheckedRecord& checked, const Name& name, const EnclaveRecord& enclave) {
    if (enclave.bakeries.empty()) return;
    const auto list = fmt::format("enclaves/{}/bakeries", name.text);
    if (checked.document.lacks("bread")) {
        checked.fault(checked.document.at(list), "bakeries say nothing without the table 'bread'");
    }
    for (std::size_t i = 0; i < enclave.bakeries.size(); ++i) {
        const auto path = fmt::format("{}/{}/from", list, i);
        if (!checked.given(path)) continue;
        if (i == 0 && checked.given("period/from") && enclave.bakeries[0].from > checked.record.period.from) {
            checked.fault(path, "expected the start of the period or before: how many bake from the start on");
        }
        if (i == 0 || !checked.given(fmt::format("{}/{}/from", list, i - 1))) continue;
        if (enclave.bakeries[i].from > enclave.bakeries[i - 1].from) continue;
        checked.fault(path, "bakeries are listed by date: expected a later one than before");
    }
}

void check_bread(const CheckedRecord& checked, const BreadRecord& bread) {
    const auto& record = checked.record;
    if (!bread.diesel || bread.diesel->at == Mark{}) return;
    const auto& diesel = *bread.diesel;
    const bool is_medicine = record.medicine && record.medicine->goods.text == diesel.text;
    if (diesel.text == record.food.goods.text || is_medicine) {
        checked.fault(diesel.at, fmt::format("'{}' is the {}: diesel is a class of its own", diesel.text,
                                             is_medicine ? "medicine" : "food"));
    }
    if (checked.document.lacks("bread/diesel_per_tonne")) {
        checked.fault(diesel.at, "bakeries that burn diesel need 'diesel_per_tonne'");
    }
}

/// What fees do is told by how prices follow inflow.
void check_fees(const CheckedRecord& checked) {
    if (!checked.document.lacks("price")) return;
    for (const auto& [name, gate] : checked.record.gates) {
        const auto path = "gates/" + name.text + "/fees";
        if (gate.fees > 0 && checked.given(path)) {
            checked.fault(path, "fees make goods dearer: they need the table 'price', by which less is then bought");
        }
    }
}

}  // namespace

void check_welfare(const CheckedRecord& checked) {
    const auto& record = checked.record;
    for (const auto& [name, moved] : record.evacuations) check_moved(checked, name, moved);
    for (const auto& [name, enclave] : record.enclaves) {
        check_leaving(checked, enclave);
        check_bakeries(checked, name, enclave);
    }
    if (record.bread) check_bread(checked, *record.bread);
    if (record.medicine && record.medicine->goods.at != Mark{} &&
        record.medicine->goods.text == record.food.goods.text) {
        checked.fault(record.medicine->goods.at,
                      fmt::format("'{}' is the food: medicine is a class of its own", record.food.goods.text));
    }
    check_fees(checked);
    const auto& inequality = record.food.inequality;
    if (inequality && checked.given("food/inequality/by_price") && inequality->by_price > 0 &&
        checked.document.lacks("price")) {
        checked.fault("food/inequality/by_price", "inequality that follows prices needs the table 'price'");
    }
}

}  // namespace aidway
