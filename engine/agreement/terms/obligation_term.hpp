// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "agreement/term_scope.hpp"
#include "core/fields/describe.hpp"

namespace aidway {

/// Anything else that parties must do. Whether they do is tracked in the ledger; nothing else hangs on it.
struct ObligationTerm {
    static constexpr std::string_view kind = "obligation";
    std::string text;
    std::vector<Name> by;
    bool operator==(const ObligationTerm&) const = default;
};
const Type& describe(Tag<ObligationTerm>);

[[nodiscard]] std::string object_of(const ObligationTerm& term);
void resolve(const ObligationTerm& term, Resolver& resolver);
/// Those it names, always.
[[nodiscard]] std::vector<PartyId> obliged_by_default(const ObligationTerm& term, const Scenario& scenario);
void apply(const ObligationTerm& term, const TermScope& scope, Rules& rules);
[[nodiscard]] std::string sentence(const ObligationTerm& term, const Scenario& scenario);
[[nodiscard]] std::string breach(const ObligationTerm& term, const Scenario& scenario);

}  // namespace aidway
