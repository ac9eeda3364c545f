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

/// Parties end kinds of violence, each answering for itself; and, if said, no party gains ground while all keep it.
/// One party may bind itself alone. With a theatre it holds there and nowhere else; the front is one for all theatres.
struct CeaseHostilities {
    static constexpr std::string_view kind = "cease_hostilities";
    std::vector<Name> parties;
    std::vector<ViolenceKind> kinds;  ///< empty: every kind
    bool no_gain_of_ground = false;
    std::optional<Name> theatre{};  ///< of the scenario's violence; else all of them
    bool operator==(const CeaseHostilities&) const = default;
};
const Type& describe(Tag<CeaseHostilities>);

[[nodiscard]] std::string object_of(const CeaseHostilities& term);
void resolve(const CeaseHostilities& term, Resolver& resolver);
/// Its parties, always.
[[nodiscard]] std::vector<PartyId> obliged_by_default(const CeaseHostilities& term, const Scenario& scenario);
void apply(const CeaseHostilities& term, const TermScope& scope, Rules& rules);
[[nodiscard]] std::string sentence(const CeaseHostilities& term, const Scenario& scenario);
[[nodiscard]] std::string breach(const CeaseHostilities& term, const Scenario& scenario);

}  // namespace aidway
