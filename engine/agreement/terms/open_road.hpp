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

/// A named road is open. Aid on it needs notification only while every obliged party keeps the term, unless a
/// permission term of the same agreement says otherwise (model, section 1).
struct OpenRoad {
    static constexpr std::string_view kind = "open_road";
    Name road;
    std::vector<Traffic> passing;
    Hours hours;
    std::optional<Count> trucks_per_day;  ///< of aid, through each gate
    bool operator==(const OpenRoad&) const = default;
};
const Type& describe(Tag<OpenRoad>);

[[nodiscard]] std::string object_of(const OpenRoad& term);
void resolve(const OpenRoad& term, Resolver& resolver);
/// Everybody who holds a gate of the road at some time of the period.
[[nodiscard]] std::vector<PartyId> obliged_by_default(const OpenRoad& term, const Scenario& scenario);
void apply(const OpenRoad& term, const TermScope& scope, Rules& rules);
[[nodiscard]] std::string sentence(const OpenRoad& term, const Scenario& scenario);
[[nodiscard]] std::string breach(const OpenRoad& term, const Scenario& scenario);

}  // namespace aidway
