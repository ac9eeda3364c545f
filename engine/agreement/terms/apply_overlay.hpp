// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "agreement/term_scope.hpp"
#include "core/fields/describe.hpp"

namespace aidway {

/// An overlay of the scenario lies on its roads and gates, such as a bridge that is mended or a road that is cut.
struct ApplyOverlay {
    static constexpr std::string_view kind = "apply_overlay";
    Name overlay;
    bool operator==(const ApplyOverlay&) const = default;
};
const Type& describe(Tag<ApplyOverlay>);

[[nodiscard]] std::string object_of(const ApplyOverlay& term);
void resolve(const ApplyOverlay& term, Resolver& resolver);
/// Nobody: who is named in 'obliges' brings it about.
[[nodiscard]] std::vector<PartyId> obliged_by_default(const ApplyOverlay& term, const Scenario& scenario);
void apply(const ApplyOverlay& term, const TermScope& scope, Rules& rules);
[[nodiscard]] std::string sentence(const ApplyOverlay& term, const Scenario& scenario);
[[nodiscard]] std::string breach(const ApplyOverlay& term, const Scenario& scenario);

}  // namespace aidway
