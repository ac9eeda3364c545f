// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/medicine.hpp"

#include <algorithm>
#include <cmath>

#include "simulation/processes/shared_flow.hpp"

namespace aidway {
namespace {

enum What : std::uint8_t { empty, cut };

std::uint16_t goods_of(const Context& context) { return static_cast<std::uint16_t>(context.parameters.medicine.goods); }

/// What is used now: less than a second's worth stays in the store.
MassRate use_of(const MedicineStore& store) { return store.left >= store.need * Duration{1} ? store.need : MassRate{}; }

}  // namespace

void settle_medicine(Context& context, std::uint16_t enclave) {
    if (!context.parameters.medicine.exists) return;
    MedicineStore& store = context.world.medicines[enclave];
    const std::int64_t seconds = context.now_s - store.since_s;
    const MassRate use = use_of(store);
    store.since_s = context.now_s;
    if (seconds == 0 || use == MassRate{}) return;
    const Mass used = use * Duration{seconds};
    store.left -= used;
    emit_shared(context, enclave,
                {.mass = used, .count = seconds, .kind = EventKind::used, .goods = goods_of(context)});
}

void renew_medicine(Context& context, std::uint16_t enclave) {
    const auto& p = context.parameters;
    if (!p.medicine.exists) return;
    MedicineStore& store = context.world.medicines[enclave];
    std::int64_t people = 0;
    for (const auto member : context.world.members[enclave]) people += context.world.people[member];
    store.need = MassRate::grams_per_day(std::llround(p.medicine.grams_per_person_day * static_cast<double>(people)));
    ++store.version;
    const MassRate use = use_of(store);
    if (use == MassRate{}) return;
    // Ticks over grams a day are seconds.
    const std::int64_t seconds = store.left.ticks() / use.grams_per_day();
    if (seconds >= p.period_s - context.now_s) return;
    context.schedule({context.now_s + seconds, Phase::consumption, MedicineUse::stream, empty, p.enclaves[enclave].key,
                      enclave, store.version, 0});
}

void receive_medicine(Context& context, std::uint16_t community, std::size_t goods, Mass mass) {
    const auto& p = context.parameters;
    if (!p.medicine.exists || goods != p.medicine.goods) return;
    const auto enclave = context.world.enclave_of[community];
    settle_medicine(context, enclave);
    context.world.medicines[enclave].left += mass;
    renew_medicine(context, enclave);
}

void MedicineUse::start(Context& context) {
    const auto& p = context.parameters;
    if (!p.medicine.exists) return;
    for (std::uint16_t e = 0; e < p.enclaves.size(); ++e) {
        renew_medicine(context, e);
        MedicineStore& store = context.world.medicines[e];
        store.left = store.need * Duration{p.enclaves[e].opening_medicine_s};
        emit_shared(context, e, {.mass = store.left, .kind = EventKind::opening_stock, .goods = goods_of(context)});
        renew_medicine(context, e);
    }
    // Outcomes count from the agreement's date on: no stretch of use may straddle it.
    const std::int64_t first_s = std::max<std::int64_t>(context.effective_s, 0);
    context.schedule({first_s, Phase::control, stream, cut, {}, 0, 0, 0});
}

void MedicineUse::on(const Due& due, Context& context) {
    if (due.what == cut) {
        for (std::uint16_t e = 0; e < context.parameters.enclaves.size(); ++e) settle_medicine(context, e);
        return;
    }
    const auto enclave = static_cast<std::uint16_t>(due.a);
    if (context.world.medicines[enclave].version != due.b) return;
    settle_medicine(context, enclave);
    renew_medicine(context, enclave);
}

void MedicineUse::finish(Context& context) {
    if (!context.parameters.medicine.exists) return;
    for (std::uint16_t e = 0; e < context.parameters.enclaves.size(); ++e) {
        settle_medicine(context, e);
        emit_shared(
            context, e,
            {.mass = context.world.medicines[e].left, .kind = EventKind::closing_stock, .goods = goods_of(context)});
    }
}

}  // namespace aidway
