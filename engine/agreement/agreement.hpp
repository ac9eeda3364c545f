// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agreement/term.hpp"
#include "core/fields/describe.hpp"
#include "scenario/rules.hpp"

namespace aidway {

/// Where an agreement was written; no part of what it says, so all places are equal.
struct AgreementPlace {
    std::string file;
    Mark at;
    std::string extends;  ///< once flattened, the agreement it was built on; may be empty
    bool operator==(const AgreementPlace&) const { return true; }
};

/// An ordered list of terms, as its file has it. A modification of a scenario, never an edit.
/// `flatten` puts the terms of what it extends first; only a flattened agreement is compiled, told and digested.
struct Agreement {
    std::string name;
    std::string title;
    std::string question;
    std::optional<Name> extends;              ///< nothing once flattened
    std::optional<LocalTime> effective_from;  ///< always there once flattened
    std::vector<Name> without;                ///< names of terms to switch off; empty once flattened
    std::vector<Term> terms;
    AgreementPlace place;
    bool operator==(const Agreement&) const = default;
};
const Type& describe(Tag<Agreement>);

/// An agreement with its date in UTC.
struct DatedAgreement {
    Agreement agreement;
    Instant effective_from;
    bool operator==(const DatedAgreement&) const = default;
};

/// Every fault of the agreement's own terms against the scenario, and term names given twice in the whole list.
/// Needs no more than the record, so that it can be told together with the faults of layers and tables.
void check_agreement(const Agreement& agreement, const ScenarioRecord& record, std::vector<Diagnostic>& faults);

/// Terms of its own that must be renewed though nobody is obliged; after `check_agreement` found no fault.
void check_renewals(const Agreement& agreement, const Scenario& scenario, std::vector<Diagnostic>& faults);

/// Terms of its own that change nothing where roads and places lie; after `check_agreement` found no fault.
void check_on_the_ground(const Agreement& agreement, const Scenario& scenario, std::vector<Diagnostic>& faults);

/// The rules under the agreement, its terms applied in order; terms that are switched off are left out.
/// The agreement must be flattened and have passed the checks.
[[nodiscard]] Rules compile_rules(const Scenario& scenario, const Agreement& agreement, Instant effective_from);

/// From when until when a term holds, within the period; half open, empty where it never does.
struct TermSpell {
    Instant from;
    Instant until;
    bool operator==(const TermSpell&) const = default;
};
[[nodiscard]] TermSpell spell_of(const Scenario& scenario, const Term& term, Instant effective_from);

/// One term in plain language.
struct TermText {
    std::string name;
    std::string kind;
    std::string sentence;
    std::string timing;  ///< since when, until when, how often renewed; "" where it lasts as the agreement
    std::vector<std::string> obliges;  ///< names of parties, as people say them
    std::string cite;
    bool on = true;
    std::string from;    ///< the agreement that wrote it
    std::string breach;  ///< what counts as a breach of it; "" where nobody can break it
};
/// All terms in order, those that are switched off too.
[[nodiscard]] std::vector<TermText> describe_terms(const Scenario& scenario, const Agreement& agreement);

}  // namespace aidway
