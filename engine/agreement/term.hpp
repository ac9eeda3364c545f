// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "agreement/terms/open_road.hpp"
#include "agreement/terms/permission_term.hpp"
#include "core/fields/describe.hpp"

namespace aidway {

/// All kinds of terms: a new kind is one file pair under terms/, a test, and one line here.
using TermBody = std::variant<OpenRoad, PermissionTerm>;

/// One term of an agreement: what it says, whom it obliges, where it is taken from.
struct Term {
    std::optional<Name> name;   ///< unique in its agreement; else kind/object
    bool on = true;             ///< a term that is switched off has no effect
    std::vector<Name> obliges;  ///< else those that the kind obliges by itself
    std::string cite;
    TermBody body;
    bool operator==(const Term&) const = default;
};
const Type& describe(Tag<Term>);

[[nodiscard]] std::string_view kind_of(const Term& term);
/// The given name, or the default: kind/object.
[[nodiscard]] std::string name_of(const Term& term);
/// The parties obliged: those given, or those that the kind obliges by itself, ascending and without repeats.
[[nodiscard]] std::vector<PartyId> obliged(const Term& term, const Scenario& scenario);

}  // namespace aidway
