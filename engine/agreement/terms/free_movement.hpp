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

/// Goods and people on their own account pass named roads and gates freely, while the term is kept; aid is untouched.
struct FreeMovement {
    static constexpr std::string_view kind = "free_movement";
    std::vector<Name> roads;
    std::vector<Name> gates;
    std::vector<Traffic> passing{Traffic::goods, Traffic::civilians};
    Hours hours;
    std::optional<MassRate> goods_per_day;  ///< of trade, through each gate
    std::optional<double> fees{};           ///< of trade, as a share of what it is worth; else what the gates take
    bool operator==(const FreeMovement&) const = default;
};
const Type& describe(Tag<FreeMovement>);

[[nodiscard]] std::string object_of(const FreeMovement& term);
void resolve(const FreeMovement& term, Resolver& resolver);
/// Everybody who holds one of the gates at some time of the period.
[[nodiscard]] std::vector<PartyId> obliged_by_default(const FreeMovement& term, const Scenario& scenario);
void apply(const FreeMovement& term, const TermScope& scope, Rules& rules);
[[nodiscard]] std::string sentence(const FreeMovement& term, const Scenario& scenario);
[[nodiscard]] std::string breach(const FreeMovement& term, const Scenario& scenario);

}  // namespace aidway
