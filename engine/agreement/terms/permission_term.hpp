// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/term_scope.hpp"
#include "core/fields/describe.hpp"

namespace aidway {

/// How aid is permitted: the procedure, who decides, by when, and what silence means. What is not said stays as in
/// the scenario. A two-step or standing procedure also holds on opened roads: their gates then pass by clearance.
struct PermissionTerm {
    static constexpr std::string_view kind = "permission";
    Procedure procedure = Procedure::two_step;
    std::vector<Name> deciders;
    std::optional<Duration> deadline;
    std::optional<Silence> silence_means;
    std::optional<Name> escalates_to;  ///< who is asked when silence escalates
    bool operator==(const PermissionTerm&) const = default;
};
const Type& describe(Tag<PermissionTerm>);

[[nodiscard]] std::string object_of(const PermissionTerm& term);
void resolve(const PermissionTerm& term, Resolver& resolver);
/// The deciders.
[[nodiscard]] std::vector<PartyId> obliged_by_default(const PermissionTerm& term, const Scenario& scenario);
void apply(const PermissionTerm& term, const TermScope& scope, Rules& rules);
[[nodiscard]] std::string sentence(const PermissionTerm& term, const Scenario& scenario);
[[nodiscard]] std::string breach(const PermissionTerm& term, const Scenario& scenario);

}  // namespace aidway
