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

/// A border crossing is open: what `open_road` says of all gates of a road, said of one gate.
struct OpenCrossing {
    static constexpr std::string_view kind = "open_crossing";
    Name crossing;
    std::vector<Traffic> passing;
    Hours hours;
    std::optional<Count> trucks_per_day;  ///< of aid
    bool operator==(const OpenCrossing&) const = default;
};
const Type& describe(Tag<OpenCrossing>);

[[nodiscard]] std::string object_of(const OpenCrossing& term);
void resolve(const OpenCrossing& term, Resolver& resolver);
/// Everybody who holds the gate at some time of the period.
[[nodiscard]] std::vector<PartyId> obliged_by_default(const OpenCrossing& term, const Scenario& scenario);
void apply(const OpenCrossing& term, const TermScope& scope, Rules& rules);
[[nodiscard]] std::string sentence(const OpenCrossing& term, const Scenario& scenario);
[[nodiscard]] std::string breach(const OpenCrossing& term, const Scenario& scenario);

}  // namespace aidway
