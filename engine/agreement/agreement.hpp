// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "agreement/term.hpp"
#include "core/fields/describe.hpp"
#include "scenario/rules.hpp"

namespace aidway {

/// An ordered list of terms, as its file has it. A modification of a scenario, never an edit.
struct Agreement {
    std::string name;
    std::string title;
    std::string question;
    LocalTime effective_from;
    std::vector<Term> terms;
    bool operator==(const Agreement&) const = default;
};
const Type& describe(Tag<Agreement>);

/// An agreement with its date in UTC.
struct DatedAgreement {
    Agreement agreement;
    Instant effective_from;
    bool operator==(const DatedAgreement&) const = default;
};

/// Where an agreement stands, for the diagnostics: its file, and the place of each term if known.
struct AgreementPlace {
    std::string file;
    std::vector<Mark> terms;
};

/// Every fault of the terms against the scenario: names, and term names given twice. Needs no more than the record,
/// so that it can be told together with the faults of layers and tables.
void check_agreement(const Agreement& agreement, const ScenarioRecord& record, const AgreementPlace& place,
                     std::vector<Diagnostic>& faults);

/// The rules under the agreement, its terms applied in order; terms that are switched off are left out.
/// The agreement must have passed `check_agreement`.
[[nodiscard]] Rules compile_rules(const Scenario& scenario, const Agreement& agreement, Instant effective_from);

/// One term in plain language.
struct TermText {
    std::string name;
    std::string kind;
    std::string sentence;
    std::vector<std::string> obliges;  ///< names of parties, as people say them
    std::string cite;
};
[[nodiscard]] std::vector<TermText> describe_terms(const Scenario& scenario, const Agreement& agreement);

}  // namespace aidway
