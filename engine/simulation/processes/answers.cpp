// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/answers.hpp"

#include <algorithm>

#include "simulation/processes/air_permission.hpp"
#include "simulation/processes/climate.hpp"
#include "simulation/processes/deciders.hpp"
#include "simulation/processes/permission.hpp"

namespace aidway {
namespace {

Answer::Kind kind_by(double u, const AnswerChances& chances) {
    if (u < chances.full) return Answer::Kind::full;
    if (u < chances.full + chances.part) return Answer::Kind::part;
    return u < chances.full + chances.part + chances.silent ? Answer::Kind::silent : Answer::Kind::refused;
}

}  // namespace

Answer draw_answer(const Context& context, PartyId decider, std::uint16_t community, std::uint16_t cycle,
                   std::uint16_t attempt) {
    const auto& p = context.parameters;
    const auto party = p.parties[decider.index()].low56;
    const auto place = refine(asked_for(context, community, attempt), static_cast<std::uint32_t>(party),
                              static_cast<std::uint32_t>(party >> 32U));
    const auto key = refine(place, cycle, drawn_attempt(attempt));
    const auto draw = context.draw(Permission::stream, key, 0);
    Answer answer;
    const double u =
        p.common_answer ? context.draw(Permission::stream, *p.common_answer, cycle).uniform(0) : draw.uniform(0);
    answer.kind = kind_by(u, p.answers_by_climate ? climate_of(context, decider, community).answers : p.answers);
    answer.lag_s = static_cast<std::int64_t>(quantile(p.lag, draw.uniform(1)));
    if (answer.kind != Answer::Kind::part) return answer;
    answer.share = quantile(p.part_people, draw.uniform(2));
    for (std::size_t g = 0; g < p.goods.size(); ++g) {
        const auto strike = context.draw(Permission::stream, key, static_cast<std::uint32_t>(g) + 1);
        if (strike.chance(0, p.goods[g].struck_out)) answer.struck |= 1U << g;
    }
    return answer;
}

double letter_chance(const Context& context, std::uint16_t community, std::uint64_t deciders) {
    if (!context.parameters.answers_by_climate || deciders == 0) return context.parameters.letter_daily;
    double least = 1.0;
    for_each_party(deciders,
                   [&](PartyId party) { least = std::min(least, climate_of(context, party, community).letter_daily); });
    return least;
}

}  // namespace aidway
