// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "agreement/term_scope.hpp"
#include "core/fields/describe.hpp"

namespace aidway {

/// The aircraft of parties do not fly: each ends its air strikes, and answers for itself.
struct GroundAircraft {
    static constexpr std::string_view kind = "ground_aircraft";
    std::vector<Name> parties;
    bool operator==(const GroundAircraft&) const = default;
};
const Type& describe(Tag<GroundAircraft>);

[[nodiscard]] std::string object_of(const GroundAircraft& term);
void resolve(const GroundAircraft& term, Resolver& resolver);
/// Its parties, always.
[[nodiscard]] std::vector<PartyId> obliged_by_default(const GroundAircraft& term, const Scenario& scenario);
void apply(const GroundAircraft& term, const TermScope& scope, Rules& rules);
[[nodiscard]] std::string sentence(const GroundAircraft& term, const Scenario& scenario);
[[nodiscard]] std::string breach(const GroundAircraft& term, const Scenario& scenario);

}  // namespace aidway
