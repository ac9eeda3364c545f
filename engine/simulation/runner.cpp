// SPDX-License-Identifier: Apache-2.0
#include "simulation/runner.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "simulation/processes.hpp"

namespace aidway {
namespace {

template <class P>
void start(Context& context) {
    if constexpr (requires { P::start(context); }) P::start(context);
}

template <class P>
void agree(Context& context) {
    if constexpr (requires { P::agree(context); }) P::agree(context);
}

template <class... P>
void start_all(Context& context, std::tuple<P...>*) {
    (start<P>(context), ...);
}

template <class... P>
void agree_all(Context& context, std::tuple<P...>*) {
    (agree<P>(context), ...);
}

using Handler = void (*)(const Due&, Context&);
/// Who handles what falls due, by stream.
template <class... P>
consteval auto handlers(std::tuple<P...>*) {
    std::array<Handler, 256> all{};
    ((all[P::stream.value] = &P::on), ...);
    return all;
}

template <class... P>
void finish_all(Context& context, std::tuple<P...>*) {
    (P::finish(context), ...);
}

constexpr Processes* all = nullptr;
constexpr auto handler_of = handlers(all);

std::vector<std::string> paths_of(const Scenario& scenario) {
    std::vector<std::string> paths;
    for (const auto& uncertain : scenario.uncertain()) paths.push_back(uncertain.path);
    return paths;
}

std::int64_t period_s(const Calendar& calendar) { return (calendar.until - calendar.from) / Duration{1}; }

/// Terms may lay out their whole first day.
std::int64_t agreed_s(const Model& model, PastIs past) {
    if (past == PastIs::own) return 0;
    const auto day = model.effective_s() / 86'400;
    return std::clamp<std::int64_t>(day * 86'400, 0, period_s(model.scenario().calendar()));
}

}  // namespace

Runner::Runner(const Model& model, PastIs past)
    : model_(model),
      record_(model.scenario().record()),
      points_(paths_of(model.scenario())),
      routes_(model.programs(), record_.depots.size(), model.nearness()),
      reach_(model.programs().under(0), record_),
      climate_draws_(Climate::stream),
      compliance_draws_(Compliance::stream),
      obligations_(model),
      agreed_s_(agreed_s(model, past)),
      rules_before_(baseline_rules(model.scenario(), model.effective_from())),
      leaves_before_(rules_before_.passage, model.scenario().calendar().from, model.scenario().calendar().until) {
    for (const auto& uncertain : model.scenario().uncertain()) {
        slots_.push_back(find_slot(record_, uncertain.path));
    }
    const auto& calendar = model.scenario().calendar();
    for (const auto& each : model.variants()) {
        leaves_.emplace_back(each.rules.passage, calendar.from, calendar.until);
    }
    scope_.until_s = period_s(calendar);
    scope_.from_s = std::max<std::int64_t>(0, model.effective_s());
    // Until the agreement's date nothing holds the front.
    for (std::size_t c = 0; c < record_.communities.size(); ++c) {
        scope_.holders.push_back(model.holdings().holder(c, scope_.from_s));
    }
}

bool Runner::use_point(std::uint64_t seed, std::uint32_t point) {
    if (has_point_ && seed == seed_ && point == point_) return false;
    const auto& uncertain = model_.scenario().uncertain();
    for (std::size_t i = 0; i < slots_.size(); ++i) {
        slots_[i].set_number(&record_, quantile(uncertain[i].law, points_.share(seed, point, i)));
    }
    parameters_ = parameters_of(model_.scenario(), record_);
    if (auto& violence = parameters_.violence) {
        violence->gates_on_route = gates_within(model_.nearness(), violence->on_route_m);
    }
    routes_.use(parameters_);
    scope_.need_per_person = parameters_.need_per_person;
    scope_.food = static_cast<std::uint16_t>(parameters_.food);
    scope_.population.clear();
    for (const auto& community : parameters_.communities) scope_.population.push_back(community.population);
    scope_.announced_per_truck.clear();
    for (const auto& fleet : parameters_.fleets) scope_.announced_per_truck.push_back(fleet.announced_per_truck);
    if (const auto& price = record_.price) {
        scope_.price = {price->elasticity, price->floor.value(), price->inflow_before.value()};
    }
    if (const auto& inequality = record_.food.inequality) scope_.inequality = {inequality->base, inequality->by_price};
    if (parameters_.medicine.exists) scope_.medicine = static_cast<std::uint16_t>(parameters_.medicine.goods);
    scope_.parties = parameters_.parties.size();
    scope_.party_of_source.clear();
    if (parameters_.violence) {
        for (const auto& source : parameters_.violence->sources) scope_.party_of_source.push_back(source.party);
    }
    seed_ = seed;
    point_ = point;
    has_point_ = true;
    return true;
}

DueObligation Runner::due_of(const Obligation& obligation) const {
    const auto start = model_.scenario().calendar().from;
    return {obligation.party.index(), std::max((obligation.from - start) / Duration{1}, scope_.from_s),
            std::min((obligation.until - start) / Duration{1}, scope_.until_s)};
}

Context Runner::context_of(ReplicateKey key, Arm arm, const Rules& rules, GateLeaves& leaves,
                           std::span<const OwnObligation> own_obligations, Scene& scene) {
    return {key,
            arm,
            parameters_,
            rules,
            model_.scenario().calendar().from,
            model_.effective_s(),
            scene.world,
            scene.agenda,
            log_,
            routes_,
            reach_,
            leaves,
            candidates_,
            course_,
            climate_draws_,
            compliance_draws_,
            own_obligations,
            model_.holdings()};
}

void Runner::run_until(std::int64_t until_s, Scene& scene, Context& context) {
    scene.agenda.hand_out_before(until_s);
    while (const auto due = scene.agenda.next()) {
        context.now_s = due->at_s;
        handler_of[due->process.value](*due, context);
    }
    context.now_s = until_s;
}

void Runner::draw_beforehand(ReplicateKey key, bool new_point) {
    candidates_.use(key, parameters_, new_point);
    course_.forget();
    const auto days = static_cast<std::uint32_t>((parameters_.period_s + 86'399) / 86'400);
    if (parameters_.climate) climate_draws_.use(key, parameters_.climate->keys, days);
    compliance_draws_.use(key, obligations_.keys(), days);
}

void Runner::live_through_past(ReplicateKey key) {
    Scene& scene = past_.scene;
    past_.key.reset();
    scene.world.reset(parameters_);
    scene.world.agree_to(0, parameters_);
    scene.agenda.clear();
    log_.cut(0);
    leaves_before_.forget();
    // Nothing is promised yet: both arms are one.
    auto context = context_of(key, Arm::as_kept, rules_before_, leaves_before_, {}, scene);
    start_all(context, all);
    run_until(agreed_s_, scene, context);
    past_.logged = log_.size();
    past_.key = key;
}

std::span<const Event> Runner::run(ReplicateKey key, std::size_t variant, Arm arm) {
    const Rules& rules = model_.variants().at(variant).rules;
    const bool new_point = use_point(key.seed, key.replicate / model_.per_point());
    if (new_point || past_.key != key) {
        draw_beforehand(key, new_point);
        live_through_past(key);
    }
    static_cast<Situation&>(now_.world) = past_.scene.world;
    now_.world.agree_to(rules.obligations.size(), parameters_);
    now_.agenda = past_.scene.agenda;
    log_.cut(past_.logged);
    scope_.obligations.clear();
    for (const auto& obligation : rules.obligations) scope_.obligations.push_back(due_of(obligation));
    leaves_[variant].forget();
    auto context = context_of(key, arm, rules, leaves_[variant], obligations_.of(variant), now_);
    context.now_s = agreed_s_;
    course_.begin(rules);
    agree_all(context, all);
    run_until(parameters_.period_s, now_, context);
    now_.world.bands_used = course_.end(now_.world.bands_used);
    finish_all(context, all);
    return log_.all();
}

}  // namespace aidway
