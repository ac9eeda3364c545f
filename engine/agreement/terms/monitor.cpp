// SPDX-License-Identifier: Apache-2.0
#include "agreement/terms/monitor.hpp"

#include <fmt/format.h>

#include "agreement/words.hpp"

namespace aidway {
namespace {

constexpr std::string_view independent = "independent";

bool sees_acts(const Monitor& term) {
    return !term.where || !term.where->roads.empty() || !term.where->communities.empty();
}

bool watches_distribution(const Monitor& term) { return term.where && term.where->distribution; }

/// What the scenario says of a monitor of its own, the term may not say again.
void check_standing(const Monitor& term, Resolver& resolver) {
    const bool says = term.coverage || term.attribution || term.misattributed || term.delay || term.false_reports ||
                      !term.bias.empty();
    const bool placed = term.where && sees_acts(term);
    if (!says && !placed) return;
    resolver.fault(resolver.at(), "monitor '" + term.by.text +
                                      "' is described in scenario.yaml; expected nothing here beside 'by' and where: "
                                      "{distribution: true}");
}

void check_rows(const Monitor& term, Resolver& resolver) {
    if (term.by.text == independent && !term.bias.empty()) {
        resolver.fault(term.bias.name(0).at,
                       "what an independent monitor says does not depend on the party: leave 'bias' out, or say who "
                       "runs it in 'by'");
    }
    for (const auto& [actor, row] : term.bias) {
        resolver.party(actor);
        double sum = 0;
        for (const auto& [blamed, chance] : row) {
            resolver.party(blamed);
            sum += chance.value();
        }
        if (sum > 1 + 1e-12) {
            resolver.fault(actor.at, "the chances to be blamed for what '" + actor.text +
                                         "' does add up to more than 1; the rest is nobody's");
        }
    }
    if (term.attribution && term.misattributed && term.attribution->value() + term.misattributed->value() > 1 + 1e-12) {
        resolver.fault(resolver.at(), "'attribution' and 'misattributed' add up to more than 1");
    }
}

void check_own(const Monitor& term, Resolver& resolver) {
    if (sees_acts(term) && (!term.coverage || !term.attribution)) {
        resolver.fault(resolver.at(),
                       "a monitor that scenario.yaml does not describe needs 'coverage' and 'attribution'");
    }
    check_rows(term, resolver);
}

/// A monitor that has nothing to see is a mistake of whoever wrote it, or of the scenario.
void check_effect(const Monitor& term, Resolver& resolver) {
    const auto& record = resolver.record();
    if (term.where && !sees_acts(term) && !watches_distribution(term)) {
        return resolver.fault(resolver.at(), "'where' names nothing; expected roads, communities or distribution");
    }
    if (sees_acts(term) && !record.violence) {
        resolver.fault(resolver.at(), "there is nothing to see for a monitor: scenario.yaml has no 'violence'");
    }
    if (watches_distribution(term) && !record.food.diverted_monitored) {
        resolver.fault(resolver.at(),
                       "watching distribution changes nothing: scenario.yaml has no 'food/diverted_monitored'");
    }
}

std::string percent(double share) { return fmt::format("{:g} %", 100 * share); }

std::string place_words(const Monitor& term, const ScenarioRecord& record) {
    if (!term.where) return "anywhere";
    std::vector<std::string> places;
    for (const auto& road : term.where->roads) places.push_back(record.roads.at(road.text).name);
    for (const auto& place : term.where->communities) places.push_back(record.communities.at(place.text).name);
    return fmt::format("within {:g} km of {}", term.where->within.metres() / 1000, join_words(places));
}

std::string blame_words(const Monitor& term, const ScenarioRecord& record) {
    auto text = fmt::format("name who did it in {} of those", percent(term.attribution->value()));
    const double wrong = term.misattributed ? term.misattributed->value() : 0;
    if (wrong > 0) text += fmt::format(", somebody else in {}", percent(wrong));
    if (term.attribution->value() + wrong < 1) text += ", and nobody in the rest";
    for (const auto& [actor, row] : term.bias) {
        std::vector<std::string> blamed;
        for (const auto& [party, chance] : row) {
            blamed.push_back(fmt::format("{} in {}", record.parties.at(party.text).name, percent(chance.value())));
        }
        text += fmt::format("; for what {} does they name {}", record.parties.at(actor.text).name,
                            blamed.empty() ? "nobody" : join_words(blamed));
    }
    return text;
}

std::string delay_words(const Monitor& term) {
    if (!term.delay) return "report at once";
    const Duration usual{static_cast<std::int64_t>(mean(term.delay->law))};
    const bool certain = term.delay->law.kind == LawKind::point;
    return fmt::format("report {}{} later", certain ? "" : "on average ",
                       certain ? in_words(usual) : about_in_words(usual));
}

/// "once in 50 days", "2.5 times a day".
std::string how_often(Hazard rate) {
    const double per_day = rate.per_day();
    if (per_day >= 1) return fmt::format("{:.3g} times a day", per_day);
    return fmt::format("once in {}", about_in_words(Duration{static_cast<std::int64_t>(86'400 / per_day)}));
}

/// What they say of what never happened; "" where they say nothing of it.
std::string invention_words(const Monitor& term) {
    if (!term.false_reports || !(term.false_reports->per_day() > 0)) return {};
    return fmt::format(" Of each party that a term binds they report besides, on average {}, what never happened.",
                       how_often(*term.false_reports));
}

std::string runs_it(const Monitor& term, const ScenarioRecord& record) {
    if (term.by.text == independent) return "Independent monitors";
    return "Monitors of " + record.parties.at(term.by.text).name;
}

std::string sees_words(const Monitor& term, const ScenarioRecord& record) {
    if (record.monitors.contains(term.by.text)) {
        return fmt::format("What {} reports counts for this agreement.", record.monitors.at(term.by.text).name);
    }
    const auto who = runs_it(term, record);
    if (!sees_acts(term)) return who + " come.";
    return fmt::format("{} see {} of the acts of violence {} that break the agreement, {}, and {}.{}", who,
                       percent(term.coverage->value()), place_words(term, record), blame_words(term, record),
                       delay_words(term), invention_words(term));
}

MonitorSight own_sight(const Monitor& term, const ScenarioRecord& record) {
    MonitorSight sight;
    if (!sees_acts(term)) return sight;
    sight.coverage = term.coverage->value();
    sight.blame = even_blame(record.parties.size(), term.attribution->value(),
                             term.misattributed ? term.misattributed->value() : 0);
    set_rows(record, term.bias, sight.blame);
    if (term.delay) sight.delay = term.delay->law;
    if (term.false_reports) sight.false_reports = term.false_reports->per_day();
    return sight;
}

}  // namespace

const Type& describe(Tag<WatchedRecord>) {
    using W = WatchedRecord;
    static const auto type =
        record<W>("watched", "Where a monitor is.",
                  {optional("roads", &W::roads, "it sees acts near the gates of these roads"),
                   optional("communities", &W::communities,
                            "it sees acts near these; and watches distribution there, else everywhere"),
                   optional("distribution", &W::distribution,
                            "it watches how food is handed out: `food/diverted_monitored` holds"),
                   optional("within", &W::within, "what is near", more_than(0))});
    return type;
}

const Type& describe(Tag<Monitor>) {
    using M = Monitor;
    static const auto type = record<M>(
        "monitor",
        "Somebody watches for acts of violence that break the agreement and says who did them; whoever is obliged must "
        "admit him. Nothing else is watched.",
        {required("by", &M::by,
                  "a monitor of the scenario; or a party that runs it; or `independent`: its words depend on no party"),
         optional("coverage", &M::coverage,
                  "what share it sees of the acts of violence that a term bans; not for a monitor of the scenario"),
         optional("attribution", &M::attribution, "chance that the right party is blamed for what is seen"),
         optional("misattributed", &M::misattributed, "chance that another is, evenly; nobody is for the rest"),
         optional("delay", &M::delay, "from the act to the report", at_least(0)),
         optional("false_reports", &M::false_reports, "reports a day against each party bound, of what never happened",
                  between(0, 100)),
         optional("bias", &M::bias, "by the party that acted, whom it blames with what chance; in place of the above"),
         optional("where", &M::where, "where it is; without it, everywhere, and not at distribution")});
    return type;
}

std::string object_of(const Monitor& term) { return term.by.text; }

void resolve(const Monitor& term, Resolver& resolver) {
    const auto& record = resolver.record();
    if (record.monitors.contains(term.by.text)) {
        check_standing(term, resolver);
    } else {
        auto others = record.parties.names();
        others.emplace_back(independent);
        resolver.monitor(term.by, others);
        check_own(term, resolver);
    }
    if (term.where) {
        for (const auto& road : term.where->roads) resolver.road(road);
        for (const auto& place : term.where->communities) resolver.community(place);
    }
    check_effect(term, resolver);
}

std::vector<PartyId> obliged_by_default(const Monitor& term, const Scenario& scenario) {
    const auto* standing = scenario.record().monitors.find(term.by.text);
    return standing ? party_ids(scenario, standing->admitted_by) : std::vector<PartyId>{};
}

void apply(const Monitor& term, const TermScope& scope, Rules& rules) {
    const auto& record = scope.scenario.record();
    MonitorRule rule;
    rule.term = scope.term;
    rule.key = entity_key({"monitor term", scope.term});
    rule.sees_acts = sees_acts(term);
    if (const auto standing = record.monitors.index_of(term.by.text)) {
        rule.standing = static_cast<std::uint32_t>(*standing);
        rule.key = entity_key({"monitor", term.by.text});
        rule.sees_acts = true;
    } else {
        rule.sight = own_sight(term, record);
    }
    if (term.where) {
        rule.everywhere = rule.standing.has_value();
        rule.within_m = term.where->within.metres();
        rule.distribution = term.where->distribution;
        for (const auto& road : term.where->roads) {
            const auto gates = gate_ids(scope.scenario, record.roads.at(road.text).gates);
            rule.gates.insert(rule.gates.end(), gates.begin(), gates.end());
        }
        for (const auto& place : term.where->communities) {
            rule.communities.push_back(*scope.scenario.find_community(place.text));
        }
    }
    rule.admitted_by = scope.obligations;
    rule.from = scope.from;
    rule.until = scope.until;
    concerns_no_passage(scope, rules);
    rules.monitors.push_back(std::move(rule));
}

std::string sentence(const Monitor& term, const Scenario& scenario) {
    auto text = sees_words(term, scenario.record());
    if (watches_distribution(term)) text += " They watch how food is handed out, so that less of it is diverted.";
    if (!sees_acts(term)) return text;
    return text +
           " They watch nothing else: passage that is broken is counted in broken days, unwatched and unpunished. Of a "
           "party that must admit them and does not, they see nothing.";
}

std::string breach(const Monitor& term, const Scenario& scenario) {
    const auto* standing = scenario.record().monitors.find(term.by.text);
    return fmt::format("{} are not admitted where they are to watch, or kept from what they are to see.",
                       standing ? "Those of " + standing->name : runs_it(term, scenario.record()));
}

}  // namespace aidway
