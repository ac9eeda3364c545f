// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/term_scope.hpp"
#include "core/fields/describe.hpp"

namespace aidway {

const Type& describe(Tag<AirMethod>);  ///< drop, bridge

/// Whether flights are asked for, plan by plan.
enum class AirConsent : std::uint8_t { asked, none };
const Type& describe(Tag<AirConsent>);

/// Aid goes by air: dropped at communities, or landed at a depot from which convoys go on (model, section 6).
struct AirDeliveryTerm {
    static constexpr std::string_view kind = "air_delivery";
    Name operation;
    AirMethod method = AirMethod::drop;
    std::vector<Name> to;
    std::optional<Name> depot;
    std::optional<Name> from;
    std::optional<AirConsent> consent;  ///< of drops; they are asked for unless this says otherwise
    std::optional<Count> sorties_per_day;
    bool operator==(const AirDeliveryTerm&) const = default;
};
const Type& describe(Tag<AirDeliveryTerm>);

[[nodiscard]] std::string object_of(const AirDeliveryTerm& term);
void resolve(const AirDeliveryTerm& term, Resolver& resolver);
/// Who decides on what is asked for; nobody where nothing is asked.
[[nodiscard]] std::vector<PartyId> obliged_by_default(const AirDeliveryTerm& term, const Scenario& scenario);
void apply(const AirDeliveryTerm& term, const TermScope& scope, Rules& rules);
[[nodiscard]] std::string sentence(const AirDeliveryTerm& term, const Scenario& scenario);
[[nodiscard]] std::string breach(const AirDeliveryTerm& term, const Scenario& scenario);

}  // namespace aidway
