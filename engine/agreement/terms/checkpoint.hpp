// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/access_fields.hpp"
#include "agreement/term_scope.hpp"
#include "core/fields/describe.hpp"

namespace aidway {

/// How named gates are run, in place of how they were, while the term is kept. What is not said stays as it was.
struct Checkpoint {
    static constexpr std::string_view kind = "checkpoint";
    std::vector<Name> gates;
    std::optional<Name> by;  ///< who runs them
    std::optional<Duration> inspection;
    std::optional<Count> lanes;
    std::optional<Probability> turn_back;
    bool seals_honoured = false;  ///< nothing is taken off a sealed convoy
    bool operator==(const Checkpoint&) const = default;
};
const Type& describe(Tag<Checkpoint>);

[[nodiscard]] std::string object_of(const Checkpoint& term);
void resolve(const Checkpoint& term, Resolver& resolver);
/// Who runs the gates, else everybody who holds one at some time of the period.
[[nodiscard]] std::vector<PartyId> obliged_by_default(const Checkpoint& term, const Scenario& scenario);
void apply(const Checkpoint& term, const TermScope& scope, Rules& rules);
[[nodiscard]] std::string sentence(const Checkpoint& term, const Scenario& scenario);
[[nodiscard]] std::string breach(const Checkpoint& term, const Scenario& scenario);

}  // namespace aidway
