// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "agreement/term_scope.hpp"
#include "core/fields/describe.hpp"

namespace aidway {

/// Aid goes first where stock lasts for the fewest days, whatever rule the scenario has; and, if it says so, places
/// that are linked are served each by itself (model, section 3).
struct NeedsBased {
    static constexpr std::string_view kind = "needs_based";
    bool undo_links = false;
    bool operator==(const NeedsBased&) const = default;
};
const Type& describe(Tag<NeedsBased>);

[[nodiscard]] std::string object_of(const NeedsBased& term);
void resolve(const NeedsBased& term, Resolver& resolver);
/// Who decides without an agreement: they grant and link.
[[nodiscard]] std::vector<PartyId> obliged_by_default(const NeedsBased& term, const Scenario& scenario);
void apply(const NeedsBased& term, const TermScope& scope, Rules& rules);
[[nodiscard]] std::string sentence(const NeedsBased& term, const Scenario& scenario);
[[nodiscard]] std::string breach(const NeedsBased& term, const Scenario& scenario);

}  // namespace aidway
