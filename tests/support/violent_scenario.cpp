// SPDX-License-Identifier: Apache-2.0
#include "support/violent_scenario.hpp"

namespace aidway::test {

IncidentSourceRecord incidents_by(const std::string& party, ViolenceKind kind, double rate) {
    IncidentSourceRecord source;
    source.party = party;
    source.kind = kind;
    source.rate = Hazard(rate);
    source.severe = Probability(0.2);
    source.while_kept = Probability(0.5);
    return source;
}

SmallScenario shelled(double rate) {
    SmallScenario small;
    auto& violence = small.record.violence.emplace();
    violence.by.add("guns", incidents_by("gov", ViolenceKind::shelling, rate));
    violence.where.add("far", {small_place(-300), 1.0});
    return small;
}

AnsweringRecord& add_answers(SmallScenario& small) {
    auto& answers = small.record.violence->answers.emplace();
    answers.delay = std::chrono::hours{6};
    return answers;
}

Incidents incidents_of(std::span<const Event> log) {
    Incidents all;
    for (const auto& e : of_kind(log, EventKind::incident)) all.emplace(e.at_s, e.number, e.place, e.count);
    return all;
}

}  // namespace aidway::test
