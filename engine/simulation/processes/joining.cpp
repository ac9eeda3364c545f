// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/joining.hpp"

#include <algorithm>

#include "core/ratio.hpp"
#include "simulation/processes/food.hpp"
#include "simulation/processes/food_rates.hpp"
#include "simulation/processes/market.hpp"
#include "simulation/processes/medicine.hpp"
#include "simulation/processes/restraint.hpp"

namespace aidway {
namespace {

/// The people of a community among those of its enclave.
struct Part {
    std::int64_t people = 0;
    std::int64_t of = 0;
    bool last = false;  ///< nobody stays behind to whom anything could be left
};

Part part_of(const Context& context, std::uint16_t community) {
    const auto& members = context.world.members[context.world.enclave_of[community]];
    Part part{context.world.people[community], 0, members.size() == 1};
    for (const auto member : members) part.of += context.world.people[member];
    return part;
}

Mass take(Mass& from, Part part) {
    const bool all = part.last || part.people == part.of;
    const Mass taken = all ? from : Mass::ticks(floor_share(from.ticks(), part.people, part.of));
    from -= taken;
    return taken;
}

void say_moved(Context& context, std::uint16_t community, std::uint16_t to, std::size_t goods, Mass mass) {
    context.emit({.mass = mass,
                  .kind = EventKind::joined_enclave,
                  .community = community,
                  .goods = static_cast<std::uint16_t>(goods),
                  .place = to});
}

/// Everything that is followed goes along, and the log says how much of each.
void carry_stocks(Context& context, std::uint16_t community, std::uint16_t to, Part part) {
    const auto& p = context.parameters;
    Stock& old = context.world.stocks[context.world.enclave_of[community]];
    Stock& now = context.world.stocks[to];
    const Mass store = take(old.store, part), home = take(old.home, part), diesel = take(old.diesel, part);
    now.store += store;
    now.home += home;
    now.diesel += diesel;
    say_moved(context, community, to, p.food, store + home);
    if (diesel > Mass{}) say_moved(context, community, to, *p.bread.diesel, diesel);
    if (!p.medicine.exists) return;
    const Mass medicine = take(context.world.medicines[context.world.enclave_of[community]].left, part);
    context.world.medicines[to].left += medicine;
    say_moved(context, community, to, p.medicine.goods, medicine);
}

void change_members(Context& context, std::uint16_t community, std::uint16_t to) {
    const auto& keys = context.parameters.communities;
    std::erase(context.world.members[context.world.enclave_of[community]], community);
    auto& members = context.world.members[to];
    const auto before = [&](auto a, auto b) { return keys[a].key < keys[b].key; };
    members.insert(std::upper_bound(members.begin(), members.end(), community, before), community);
    context.world.enclave_of[community] = to;
}

void renew(Context& context, std::uint16_t enclave) {
    follow_people(context.parameters, context.parameters.enclaves[enclave], context.world.members[enclave],
                  context.world.people, context.world.stocks[enclave]);
    set_market_flow(context, enclave);
    renew_food(context, enclave);
    renew_medicine(context, enclave);
}

void join(Context& context, std::uint16_t community, std::uint16_t to) {
    const auto from = context.world.enclave_of[community];
    for (const auto enclave : {from, to}) {
        settle_food(context, enclave);
        settle_medicine(context, enclave);
    }
    const bool was_empty = context.world.stocks[from].empty, there_empty = context.world.stocks[to].empty;
    carry_stocks(context, community, to, part_of(context, community));
    change_members(context, community, to);
    renew(context, from);
    renew(context, to);
    const bool told = context.world.stocks[to].empty != there_empty;
    if (!told && there_empty != was_empty) say_whether_empty(context, community);
    review_monitoring(context);
}

}  // namespace

void follow_holder(Context& context, std::uint16_t community) {
    const auto holder = context.world.holders[community];
    for (const auto& [party, enclave] : context.parameters.communities[community].joins) {
        if (party == holder && enclave != context.world.enclave_of[community]) return join(context, community, enclave);
    }
}

}  // namespace aidway
