// SPDX-License-Identifier: Apache-2.0
#include "agreement/describe.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "agreement/not_covered.hpp"
#include "agreement/overlay_words.hpp"
#include "agreement/words.hpp"

namespace aidway {
namespace {

template <class T>
std::vector<std::string> titles(const Named<T>& table) {
    std::vector<std::string> names;
    for (const auto& [key, value] : table) names.push_back(value.name);
    return names;
}

std::string permission_in_words(const ScenarioRecord& record) {
    const auto& permission = record.permission;
    auto text = fmt::format("Without an agreement, aid needs the consent of {}, asked for every {}.\n",
                            party_names(record, permission.deciders), about_in_words(permission.cycle));
    if (permission.answer_model == AnswerModel::climate) text += "Answers follow the climate of each decider.\n";
    for (const auto& linked : permission.linked) {
        std::vector<std::string> places;
        for (const auto& place : linked.places) places.push_back(record.communities.at(place.text).name);
        text += fmt::format("{} are served on the same day or not at all.\n", join_words(places));
    }
    return text;
}

/// What is simulated beyond convoys and stocks; a scenario may leave each of them out.
std::string mechanisms_in_words(const ScenarioRecord& record) {
    std::string text;
    if (record.violence) {
        std::vector<Name> parties;
        for (const auto& [key, source] : record.violence->by) {
            if (std::find(parties.begin(), parties.end(), source.party) == parties.end()) {
                parties.push_back(source.party);
            }
        }
        text += fmt::format("Violence by {} is simulated, at {}.\n", party_names(record, parties),
                            counted(static_cast<std::int64_t>(record.violence->where.size()), "place", "places"));
    }
    if (!record.monitors.empty()) {
        text += fmt::format("Monitors that need no agreement: {}.\n", join_words(titles(record.monitors)));
    }
    if (record.trade) {
        text += fmt::format("A market: while goods may pass, traders refill stocks towards {}{}.\n",
                            about_in_words(record.trade->refill_to),
                            record.price ? ", and prices follow what flows in" : "");
    }
    if (record.departures) {
        text += fmt::format("Departures: {:g} % of people would leave while civilians may pass.\n",
                            100 * record.departures->willing.value());
    }
    return text;
}

std::string overlay_in_words(const ScenarioRecord& record, const std::string& key, const OverlayRecord& overlay) {
    auto text = fmt::format("Overlay [{}]: {}", key, overlay_sentence(record, overlay));
    if (overlay.from) text += fmt::format(" From {}.", format(*overlay.from));
    if (overlay.to) text += fmt::format(" Until {}.", format(*overlay.to));
    if (overlay.when == OverlayWhen::by_agreement) text += " Only where an agreement lays it.";
    return text + "\n";
}

std::string term_in_words(const TermText& term, std::size_t number, const std::string& agreement) {
    auto text = fmt::format("  {}. {} [{}]\n", number, term.sentence, term.name);
    if (!term.on) text += "     Switched off: it has no effect.\n";
    if (!term.timing.empty()) text += fmt::format("     {}\n", term.timing);
    if (!term.obliges.empty()) text += fmt::format("     Obliged: {}.\n", join_words(term.obliges));
    if (!term.breach.empty()) text += fmt::format("     A breach: {}\n", term.breach);
    if (!term.cite.empty()) text += fmt::format("     Taken from: {}.\n", term.cite);
    if (term.from != agreement) text += fmt::format("     A term of {}.\n", term.from);
    return text;
}

std::string listed(const std::string& title, const std::vector<std::string>& lines) {
    if (lines.empty()) return {};
    std::string text = title + "\n";
    for (const auto& line : lines) text += "  - " + line + "\n";
    return text;
}

}  // namespace

std::string describe_scenario(const Scenario& scenario) {
    const auto& record = scenario.record();
    std::string text = record.title + "\n";
    if (!record.question.empty()) text += record.question + "\n";
    text += fmt::format("Period: {} to {} ({} days, {} time).\n", format(record.period.from), format(record.period.to),
                        scenario.calendar().days(), record.period.timezone);
    for (const auto& [key, community] : record.communities) {
        text += fmt::format("{}: about {}.\n", community.name, counted(community.population.value, "person", "people"));
    }
    text += fmt::format("Convoys load at: {}.\n", join_words(titles(record.depots)));
    text += permission_in_words(record) + mechanisms_in_words(record);
    for (const auto& [key, road] : record.roads) {
        text += fmt::format("{} ({}): {}.\n", road.name, key.text, gate_names(record, road.gates));
    }
    for (const auto& [key, overlay] : record.overlays) text += overlay_in_words(record, key.text, overlay);
    return text;
}

std::string describe_agreement(const Scenario& scenario, const DatedAgreement& dated) {
    const auto& agreement = dated.agreement;
    std::string text = agreement.title + "\n";
    if (!agreement.question.empty()) text += agreement.question + "\n";
    if (!agreement.place.extends.empty()) {
        text += fmt::format("Built on {}, whose terms come first.\n", agreement.place.extends);
    }
    text += fmt::format("From {}, {} time:\n", format(agreement.effective_from.value()), scenario.calendar().timezone);
    const auto terms = describe_terms(scenario, agreement);
    if (terms.empty()) text += "  no terms: everything stays as it was.\n";
    for (std::size_t i = 0; i < terms.size(); ++i) text += term_in_words(terms[i], i + 1, agreement.name);
    return text + listed("Not covered:", not_covered(scenario, dated));
}

}  // namespace aidway
