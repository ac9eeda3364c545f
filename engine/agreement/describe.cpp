// SPDX-License-Identifier: Apache-2.0
#include "agreement/describe.hpp"

#include <fmt/format.h>

#include <vector>

#include "agreement/term_scope.hpp"

namespace aidway {
namespace {

std::string thousands(std::int64_t n) {
    std::string text = std::to_string(n);
    for (auto i = static_cast<std::ptrdiff_t>(text.size()) - 3; i > 0; i -= 3)
        text.insert(static_cast<std::size_t>(i), ",");
    return text;
}

template <class T>
std::vector<std::string> titles(const Named<T>& table) {
    std::vector<std::string> names;
    for (const auto& [key, value] : table) names.push_back(value.name);
    return names;
}

}  // namespace

std::string describe_scenario(const Scenario& scenario) {
    const auto& record = scenario.record();
    std::string text = record.title + "\n";
    if (!record.question.empty()) text += record.question + "\n";
    text += fmt::format("Period: {} to {} ({} days, {} time).\n", format(record.period.from), format(record.period.to),
                        scenario.calendar().days(), record.period.timezone);
    for (const auto& [key, community] : record.communities) {
        text += fmt::format("{}: about {} people.\n", community.name, thousands(community.population.value));
    }
    text += fmt::format("Convoys load at: {}.\n", join_words(titles(record.depots)));
    std::vector<std::string> deciders;
    for (const auto& d : record.permission.deciders) deciders.push_back(record.parties.at(d.text).name);
    text += fmt::format("Without an agreement, aid needs the consent of {}, asked for every {} days.\n",
                        join_words(deciders), record.permission.cycle / one_day);
    for (const auto& [key, road] : record.roads) {
        std::vector<std::string> gates;
        for (const auto& gate : road.gates) gates.push_back(record.gates.at(gate.text).name);
        text += fmt::format("{} ({}): {}.\n", road.name, key.text, join_words(gates));
    }
    return text;
}

std::string describe_agreement(const Scenario& scenario, const DatedAgreement& dated) {
    const auto& agreement = dated.agreement;
    std::string text = agreement.title + "\n";
    if (!agreement.question.empty()) text += agreement.question + "\n";
    text += fmt::format("From {}, {} time:\n", format(agreement.effective_from), scenario.calendar().timezone);
    const auto terms = describe_terms(scenario, agreement);
    if (terms.empty()) text += "  no terms: everything stays as it was.\n";
    for (std::size_t i = 0; i < terms.size(); ++i) {
        text += fmt::format("  {}. {} [{}]\n", i + 1, terms[i].sentence, terms[i].name);
        if (!terms[i].obliges.empty()) text += fmt::format("     Obliged: {}.\n", join_words(terms[i].obliges));
        if (!terms[i].cite.empty()) text += fmt::format("     Taken from: {}.\n", terms[i].cite);
    }
    return text;
}

}  // namespace aidway
