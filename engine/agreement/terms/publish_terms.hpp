// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "agreement/term_scope.hpp"
#include "core/fields/describe.hpp"

namespace aidway {

/// The terms are public: consequences that do not say otherwise count as published, and are believed sooner.
struct PublishTerms {
    static constexpr std::string_view kind = "publish_terms";
    std::string where;  ///< in words; changes nothing
    bool operator==(const PublishTerms&) const = default;
};
const Type& describe(Tag<PublishTerms>);

[[nodiscard]] std::string object_of(const PublishTerms& term);
void resolve(const PublishTerms& term, Resolver& resolver);
/// Nobody.
[[nodiscard]] std::vector<PartyId> obliged_by_default(const PublishTerms& term, const Scenario& scenario);
void apply(const PublishTerms& term, const TermScope& scope, Rules& rules);
[[nodiscard]] std::string sentence(const PublishTerms& term, const Scenario& scenario);
[[nodiscard]] std::string breach(const PublishTerms& term, const Scenario& scenario);

}  // namespace aidway
