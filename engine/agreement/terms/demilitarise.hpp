// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/term_scope.hpp"
#include "core/fields/describe.hpp"

namespace aidway {

/// How far kinds of violence are pulled back.
struct PullBackBand {
    std::vector<ViolenceKind> kinds;
    Distance distance;
    bool operator==(const PullBackBand&) const = default;
};
const Type& describe(Tag<PullBackBand>);

/// Parties pull back from a road, by kind of violence; each answers for itself.
struct Demilitarise {
    static constexpr std::string_view kind = "demilitarise";
    Name road;
    std::vector<Name> parties;
    std::vector<PullBackBand> pull_back;
    bool operator==(const Demilitarise&) const = default;
};
const Type& describe(Tag<Demilitarise>);

[[nodiscard]] std::string object_of(const Demilitarise& term);
void resolve(const Demilitarise& term, Resolver& resolver);
/// Its parties, always.
[[nodiscard]] std::vector<PartyId> obliged_by_default(const Demilitarise& term, const Scenario& scenario);
void apply(const Demilitarise& term, const TermScope& scope, Rules& rules);
[[nodiscard]] std::string sentence(const Demilitarise& term, const Scenario& scenario);
[[nodiscard]] std::string breach(const Demilitarise& term, const Scenario& scenario);

/// What is wrong with a term that `resolve` had no fault with, once the road is drawn: a band that covers no place
/// where its kinds of violence by its parties happen. Nothing where all is well.
[[nodiscard]] std::optional<std::string> fault_on_the_ground(const Demilitarise& term, const Scenario& scenario);

}  // namespace aidway
