// SPDX-License-Identifier: Apache-2.0
#include "agreement/terms/publish_terms.hpp"

#include <fmt/format.h>

namespace aidway {

const Type& describe(Tag<PublishTerms>) {
    static const auto type = record<PublishTerms>(
        "publish_terms", "The terms are public, and consequences count as published unless they say otherwise.",
        {optional("where", &PublishTerms::where, "where and in which languages; in words")});
    return type;
}

std::string object_of(const PublishTerms&) { return "all"; }

void resolve(const PublishTerms&, Resolver&) {}

std::vector<PartyId> obliged_by_default(const PublishTerms&, const Scenario&) { return {}; }

void apply(const PublishTerms&, const TermScope& scope, Rules& rules) {
    concerns_no_passage(scope, rules);
    rules.publications.push_back({scope.obligations, scope.from, scope.until});
}

std::string sentence(const PublishTerms& term, const Scenario&) {
    const auto where = term.where.empty() ? std::string() : fmt::format(" ({})", term.where);
    return fmt::format("The terms of this agreement are public{}.", where);
}

std::string breach(const PublishTerms&, const Scenario&) { return "The terms are kept from the public."; }

}  // namespace aidway
