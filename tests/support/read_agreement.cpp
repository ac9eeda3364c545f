// SPDX-License-Identifier: Apache-2.0
#include "support/read_agreement.hpp"

#include <stdexcept>

#include "io/yaml.hpp"

namespace aidway::test {

TermRead read_term(const std::string& text) {
    TermRead result;
    Reading reading;
    const Node tree = parse_yaml("t", text, reading.faults);
    read(tree, {"t", "", ""}, result.term, reading);
    result.term.place = {"", "t", tree.at};
    for (const auto& fault : reading.faults) result.faults.push_back(fault.text());
    return result;
}

std::vector<std::string> faults_of_term(const std::string& text, const ScenarioRecord& record) {
    auto [term, lines] = read_term(text);
    if (!lines.empty()) return lines;
    Agreement agreement;
    agreement.terms = {term};
    std::vector<Diagnostic> faults;
    check_agreement(agreement, record, faults);
    for (const auto& fault : faults) lines.push_back(fault.text());
    return lines;
}

Agreement agreement_of(const std::vector<std::string>& terms) {
    Agreement agreement;
    agreement.name = "x";
    agreement.title = "X";
    agreement.effective_from = LocalTime{};
    for (const auto& text : terms) {
        const auto [term, faults] = read_term(text);
        if (!faults.empty()) throw std::invalid_argument(faults.front());
        agreement.terms.push_back(term);
    }
    return agreement;
}

Rules rules_of(const Scenario& scenario, const std::vector<std::string>& terms, int day) {
    return compile_rules(scenario, agreement_of(terms), scenario.calendar().from + one_day * day);
}

TermText told(const Scenario& scenario, const std::string& term) {
    return describe_terms(scenario, agreement_of({term})).at(0);
}

}  // namespace aidway::test
