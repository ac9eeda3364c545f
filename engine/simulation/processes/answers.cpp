// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/answers.hpp"

#include "simulation/processes/permission.hpp"

namespace aidway {
namespace {

Answer::Kind kind_by(double u, const Parameters& p) {
    if (u < p.answer_full) return Answer::Kind::full;
    if (u < p.answer_full + p.answer_part) return Answer::Kind::part;
    return u < p.answer_full + p.answer_part + p.answer_silent ? Answer::Kind::silent : Answer::Kind::refused;
}

}  // namespace

Answer draw_answer(const Context& context, PartyId decider, std::uint16_t community, std::uint16_t cycle,
                   std::uint16_t attempt) {
    const auto& p = context.parameters;
    const auto party = p.parties[decider.index()].low56;
    const auto place = refine(p.communities[community].key, static_cast<std::uint32_t>(party),
                              static_cast<std::uint32_t>(party >> 32U));
    const auto key = refine(place, cycle, attempt);
    const auto draw = context.draw(Permission::stream, key, 0);
    Answer answer;
    answer.kind = kind_by(draw.uniform(0), p);
    answer.lag_s = static_cast<std::int64_t>(quantile(p.lag, draw.uniform(1)));
    if (answer.kind != Answer::Kind::part) return answer;
    answer.share = quantile(p.part_people, draw.uniform(2));
    for (std::size_t g = 0; g < p.goods.size(); ++g) {
        const auto strike = context.draw(Permission::stream, key, static_cast<std::uint32_t>(g) + 1);
        if (strike.chance(0, p.goods[g].struck_out)) answer.struck |= 1U << g;
    }
    return answer;
}

}  // namespace aidway
