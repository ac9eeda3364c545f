// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "agreement/agreement.hpp"

namespace aidway::test {

/// A term as a file has it, with its faults; the file is called "t".
struct TermRead {
    Term term;
    std::vector<std::string> faults;
};
[[nodiscard]] TermRead read_term(const std::string& text);

/// What reading the term and holding it against the record find wrong.
[[nodiscard]] std::vector<std::string> faults_of_term(const std::string& text, const ScenarioRecord& record);

/// An agreement of these terms; std::invalid_argument when one of them cannot be read.
[[nodiscard]] Agreement agreement_of(const std::vector<std::string>& terms);

/// The rules of an agreement of these terms, `day` days after the beginning of the period.
[[nodiscard]] Rules rules_of(const Scenario& scenario, const std::vector<std::string>& terms, int day = 5);

/// The first of these terms in plain language.
[[nodiscard]] TermText told(const Scenario& scenario, const std::string& term);

}  // namespace aidway::test
