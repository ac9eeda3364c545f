// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/food_rates.hpp"

#include <algorithm>
#include <cmath>

namespace aidway {
namespace {

constexpr Duration one_second{1};
/// A second's worth may stay in the store, and another in homes.
constexpr Duration nothing_left{2};

MassRate times(MassRate rate, double share) {
    return MassRate::grams_per_day(std::llround(static_cast<double>(rate.grams_per_day()) * share));
}

/// Seconds that `mass` lasts at `rate`; a remainder below one second's worth counts as nothing left.
std::int64_t lasts(Mass mass, MassRate rate) {
    return rate.grams_per_day() > 0 ? mass.ticks() / rate.grams_per_day() : no_change;
}

/// What must be baked before it is handed out is the least of flour, bakeries and diesel; what is not baked stays.
void hold_back_bread(const BreadParameters& bread, Stock& stock) {
    stock.diesel_used = {};
    if (!stock.bakes || stock.out == MassRate{}) return;
    const MassRate asked = times(stock.out, bread.share);
    MassRate baked = std::min(asked, stock.bakeries);
    if (bread.diesel) {
        const MassRate burnt = times(baked, bread.diesel_per_flour);
        const bool enough = stock.diesel >= burnt * one_second;
        stock.diesel_used = enough ? burnt : MassRate{};
        if (!enough) baked = {};
    }
    stock.out = stock.out - asked + baked;
}

}  // namespace

double eaten_share(const Parameters& parameters, Mass stock, MassRate need) {
    for (const auto& step : parameters.coping) {
        if (stock >= need * Duration{step.cover_s}) return step.eaten;
    }
    return parameters.coping.empty() ? 1.0 : parameters.coping.back().eaten;
}

void follow_people(const Parameters& parameters, const EnclaveParameters& enclave,
                   std::span<const std::uint16_t> members, std::span<const std::int64_t> people, Stock& stock) {
    std::int64_t all = 0;
    for (const auto member : members) all += people[member];
    stock.need = parameters.need_per_person * all;
    stock.informal = times(stock.need, enclave.informal);
    stock.local = times(stock.need, enclave.local);
}

bool is_empty(const Stock& stock) { return stock.store + stock.home < stock.need * nothing_left; }

MassRate net_to_homes(const Stock& stock) {
    return stock.out - stock.diverted + stock.informal + stock.local + stock.market - stock.eaten;
}

void set_rates(const Parameters& parameters, Stock& stock) {
    const MassRate need = stock.need;
    stock.out = stock.store >= need * one_second ? need : MassRate{};
    hold_back_bread(parameters.bread, stock);
    stock.diverted = times(stock.out, stock.monitored ? parameters.diverted_monitored : parameters.diverted);
    const MassRate inflow = stock.informal + stock.local + stock.market - stock.diverted;
    const MassRate to_homes = inflow + stock.out;
    const MassRate wanted =
        std::max(times(need, eaten_share(parameters, stock.store + stock.home, need)), std::min(need, inflow));
    const bool homes_have = stock.home + (to_homes - wanted) * one_second >= Mass{};
    stock.eaten = std::max(MassRate{}, homes_have ? wanted : std::min(wanted, to_homes));
    ++stock.version;
}

std::int64_t seconds_to_change(const Parameters& parameters, const Stock& stock) {
    std::int64_t soonest = std::max<std::int64_t>(1, lasts(stock.store, stock.out));
    soonest = std::min(soonest, std::max<std::int64_t>(1, lasts(stock.diesel, stock.diesel_used)));
    const MassRate homes = net_to_homes(stock);
    if (homes < MassRate{}) soonest = std::min(soonest, std::max<std::int64_t>(1, lasts(stock.home, -homes)));
    const std::int64_t net = (homes - stock.out).grams_per_day();
    const Mass total = stock.store + stock.home;
    if (net > 0 && is_empty(stock)) {
        const std::int64_t gap = (stock.need * nothing_left - total).ticks();
        soonest = std::min(soonest, std::max<std::int64_t>(1, (gap + net - 1) / net));
    }
    for (const auto& step : parameters.coping) {
        const std::int64_t gap = (total - stock.need * Duration{step.cover_s}).ticks();
        if (net < 0 && gap >= 0) soonest = std::min(soonest, gap / -net + 1);
        if (net > 0 && gap < 0) soonest = std::min(soonest, (-gap + net - 1) / net);
    }
    return soonest;
}

}  // namespace aidway
