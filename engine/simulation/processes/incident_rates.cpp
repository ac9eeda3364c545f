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

/// What is left of a source, wherever it strikes: of its promises, of consequences that ground aircraft, of deterrence.
double left_of(Context& context, std::uint32_t source) {
    const auto& s = context.parameters.violence->sources[source];
    auto& world = context.world;
    auto& promised = world.promised[source];
    if (promised.kept_version != world.kept_version) promised = {world.kept_version, left_by_promises(context, source)};
    if (context.now_s < world.grounded_until_s[s.party] && s.kind == air_strikes) return 0.0;
    return promised.left * world.restraint[s.party];
}

double unprovoked_rate(const Context& context, std::uint32_t source, double left) {
    const auto& s = context.parameters.violence->sources[source];
    return left == 1.0 ? context.world.unprovoked[source] : s.rate * left * context.world.violence[s.theatre];
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
}

}  // namespace aidway
