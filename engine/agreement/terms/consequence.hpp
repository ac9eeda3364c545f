// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/term_scope.hpp"
#include "core/fields/describe.hpp"

namespace aidway {

/// What follows once a monitor has reported enough breaches of a party. Who applies it is no party to the agreement:
/// `certainty` says how surely he does, so it obliges nobody.
struct Consequence {
    static constexpr std::string_view kind = "consequence";
    ReportTrigger after;
    std::optional<Name> by;  ///< a monitor term of the agreement, or a monitor of the scenario
    Probability share{0.5};
    Name against{"responsible"};
    ConsequenceEffect effect = ConsequenceEffect::sanctions;
    Duration lag{0};
    Duration lasting{0};
    Probability certainty{1.0};
    std::optional<bool> published;
    bool operator==(const Consequence&) const = default;
};
const Type& describe(Tag<Consequence>);

[[nodiscard]] std::string object_of(const Consequence& term);
void resolve(const Consequence& term, Resolver& resolver);
/// Nobody.
[[nodiscard]] std::vector<PartyId> obliged_by_default(const Consequence& term, const Scenario& scenario);
void apply(const Consequence& term, const TermScope& scope, Rules& rules);
[[nodiscard]] std::string sentence(const Consequence& term, const Scenario& scenario);
[[nodiscard]] std::string breach(const Consequence& term, const Scenario& scenario);

}  // namespace aidway
