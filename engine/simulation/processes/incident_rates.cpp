// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/incident_rates.hpp"

#include <algorithm>

#include "scenario/violence_bits.hpp"
#include "simulation/processes/promises.hpp"

namespace aidway {
namespace {

constexpr std::uint32_t air_strikes = bit_of(ViolenceKind::air_strikes);

/// Whether what is of this very second brings answers already.
enum class Fresh : std::uint8_t { not_yet, already };

Unanswered& unanswered_of(World& world, const ViolenceParameters& violence, std::uint32_t theatre,
                          std::uint32_t party) {
    return world.unanswered[theatre * violence.parties + party];
}

/// What a party's rate of answers in a theatre stays below, whatever the time: the answers still to come as they were
/// at the latest incident.
double all_to_answer(const World& world, const ViolenceParameters& violence, std::uint32_t theatre,
                     std::uint32_t party) {
    double sum = 0;
    for (const auto& [other, brings] : violence.answers->whom[party]) {
        const auto& of = world.unanswered[theatre * violence.parties + other];
        sum += brings * (of.earlier + static_cast<double>(of.fresh));
    }
    return sum;
}

/// Incidents of late, each by the share of its answers that is still to come: the sum of exp(-age / delay).
double still_to_answer(const Unanswered& of, std::int64_t now_s, const Decay& to_come, Fresh fresh) {
    if (of.at_s == now_s) return of.earlier + (fresh == Fresh::already ? static_cast<double>(of.fresh) : 0.0);
    const double then = of.earlier + static_cast<double>(of.fresh);
    return then > 0 ? then * to_come.left(now_s - of.at_s) : 0.0;
}

/// Incidents a day by which a source answers, were it not restrained.
double answering_rate(const Context& context, std::uint32_t source, Fresh fresh) {
    const auto& violence = *context.parameters.violence;
    const auto& s = violence.sources[source];
    const auto& answers = *violence.answers;
    double sum = 0;
    for (const auto& [party, brings] : answers.whom[s.party]) {
        const auto& of = unanswered_of(context.world, violence, s.theatre, party);
        sum += brings * still_to_answer(of, context.now_s, answers.to_come, fresh);
    }
    return s.per_answer * sum;
}

/// What its promises leave of a source.
double promised_of(const Context& context, const IncidentSourceParameters& s) {
    const auto& rules = context.rules;
    const auto some_kept = [&](const auto& promises, const auto& covers) {
        return std::any_of(promises.begin(), promises.end(),
                           [&](const auto& promise) { return covers(promise) && keeps(context, promise, s.party); });
    };
    double left = 1.0;
    if (some_kept(rules.cessations, [&](const Cessation& c) { return c.covers(s.kind, s.theatre); })) {
        left = context.arm == Arm::as_signed ? 0.0 : s.while_kept;
    }
    if (s.kind == air_strikes && some_kept(rules.groundings, [](const Grounding&) { return true; })) {
        left *= context.arm == Arm::as_signed ? 0.0 : context.parameters.violence->while_grounded;
    }
    return left;
}

/// What is left of a source, wherever it strikes: of its promises, of consequences that ground aircraft, of deterrence.
double left_of(Context& context, std::uint32_t source) {
    const auto& s = context.parameters.violence->sources[source];
    auto& world = context.world;
    auto& promised = world.promised[source];
    if (!promised.known || promised.kept_version != world.kept_version) {
        promised = {world.kept_version, true, promised_of(context, s)};
    }
    if (s.kind == air_strikes && context.now_s < world.grounded_until_s[s.party]) return 0.0;
    return promised.left * world.restraint[s.party];
}

double unprovoked_rate(const Context& context, std::uint32_t source, double left) {
    const auto& s = context.parameters.violence->sources[source];
    return s.rate * left * context.world.violence[s.theatre];
}

double answers_left(const Context& context, std::uint32_t source, double left) {
    if (!context.parameters.violence->answers) return 0.0;
    return left * answering_rate(context, source, Fresh::not_yet);
}

}  // namespace

double incident_rate(Context& context, std::uint32_t source) {
    const double left = left_of(context, source);
    return unprovoked_rate(context, source, left) + answers_left(context, source, left);
}

bool is_below_rate(Context& context, std::uint32_t source, double height) {
    const double left = left_of(context, source);
    const double unprovoked = unprovoked_rate(context, source, left);
    return height < unprovoked || height < unprovoked + answers_left(context, source, left);
}

double left_at(const Context& context, std::uint32_t source, std::uint16_t place) {
    if (place == Event::no_index) return 1.0;
    const auto& s = context.parameters.violence->sources[source];
    for (const auto& pull_back : context.rules.pull_backs) {
        if ((pull_back.kinds_at[place] & s.kind) == 0 || !keeps(context, pull_back, s.party)) continue;
        return context.arm == Arm::as_signed ? 0.0 : context.parameters.violence->while_demilitarised;
    }
    return 1.0;
}

double highest_rate(const Context& context, std::uint32_t source) {
    return context.world.unprovoked[source] + answering_rate(context, source, Fresh::already);
}

void remember_incident(Context& context, std::uint32_t source) {
    const auto& violence = *context.parameters.violence;
    const auto& s = violence.sources[source];
    auto& of = unanswered_of(context.world, violence, s.theatre, s.party);
    if (of.at_s != context.now_s) {
        of = {context.now_s, still_to_answer(of, context.now_s, violence.answers->to_come, Fresh::already), 0};
    }
    ++of.fresh;
    for (const auto party : violence.answers->by_whom[s.party]) {
        context.world.most_to_answer[s.theatre * violence.parties + party] =
            all_to_answer(context.world, violence, s.theatre, party);
    }
}

}  // namespace aidway
