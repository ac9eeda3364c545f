// SPDX-License-Identifier: Apache-2.0
#include "agreement/terms/consequence.hpp"

#include <fmt/format.h>

#include "agreement/words.hpp"

namespace aidway {
namespace {

constexpr std::string_view whoever = "responsible";

std::string name_of(ConsequenceEffect effect) {
    switch (effect) {
        case ConsequenceEffect::ground_aircraft: return "ground_aircraft";
        case ConsequenceEffect::sanctions: return "sanctions";
    }
    return {};
}

std::string what_follows(ConsequenceEffect effect, const std::string& who) {
    switch (effect) {
        case ConsequenceEffect::ground_aircraft: return fmt::format("the aircraft of {} are grounded", who);
        case ConsequenceEffect::sanctions: return fmt::format("sanctions are laid on {}", who);
    }
    return {};
}

}  // namespace

const Type& describe(Tag<Consequence>) {
    using C = Consequence;
    static const auto type = record<C>(
        "consequence",
        "What follows once a monitor has reported enough acts of violence of a party that break the agreement.",
        {required("after", &C::after, "so many reports that blame the party, by one monitor, within so long"),
         optional(
             "by", &C::by,
             "a monitor term of the agreement by its name, or a monitor of the scenario; without it any monitor of "
             "the agreement, each by itself"),
         optional("share", &C::share, "and at least this share of all reports that blamed somebody meanwhile"),
         optional("against", &C::against, "the party that it meets, or `responsible`: whoever is blamed"),
         required("effect", &C::effect, "what is done"),
         optional("lag", &C::lag, "from the last of these reports to the consequence", at_least(0)),
         required("lasting", &C::lasting, "for how long", more_than(0)),
         optional("certainty", &C::certainty, "chance that it is applied at all"),
         optional("published", &C::published,
                  "whether it was made public beforehand; where not said, whether the terms are")});
    return type;
}

std::string object_of(const Consequence& term) { return name_of(term.effect); }

void resolve(const Consequence& term, Resolver& resolver) {
    if (term.against.text != whoever) {
        const auto& parties = resolver.record().parties;
        auto names = parties.names();
        names.emplace_back(whoever);
        if (!parties.contains(term.against.text)) {
            resolver.fault(term.against.at, "no party '" + term.against.text + "' in scenario.yaml" +
                                                suggestion(term.against.text, names));
        }
    }
    if (!resolver.obliges().empty()) {
        resolver.fault(resolver.obliges().front().at,
                       "a consequence obliges nobody: 'certainty' says how surely it is applied; leave 'obliges' out");
    }
}

std::vector<PartyId> obliged_by_default(const Consequence&, const Scenario&) { return {}; }

void apply(const Consequence& term, const TermScope& scope, Rules& rules) {
    ConsequenceRule rule;
    rule.term = scope.term;
    rule.key = entity_key({"consequence", scope.term});
    if (term.by) {
        const bool standing = scope.scenario.record().monitors.contains(term.by->text);
        rule.by = entity_key({standing ? "monitor" : "monitor term", term.by->text});
    }
    rule.after = term.after;
    rule.share = term.share.value();
    if (term.against.text != whoever) rule.against = scope.scenario.find_party(term.against.text);
    rule.effect = term.effect;
    rule.lag = term.lag;
    rule.lasting = term.lasting;
    rule.certainty = term.certainty.value();
    rule.published = term.published;
    rule.from = scope.from;
    rule.until = scope.until;
    rules.consequences.push_back(rule);
}

std::string sentence(const Consequence& term, const Scenario& scenario) {
    const bool anybody = term.against.text == whoever;
    const auto who = anybody ? std::string("that party") : party_names(scenario.record(), {term.against});
    auto text = fmt::format(
        "Once {} within {} {} {}", counted(term.after.reports, "report of violence", "reports of violence"),
        in_words(term.after.within), term.after.reports == 1 ? "blames" : "blame", anybody ? "one party" : who);
    if (term.by) text += fmt::format(", all by {}", term.by->text);
    if (term.share.value() > 0) {
        text += fmt::format(", and at least {:g} % of all that blame somebody", 100 * term.share.value());
    }
    text += fmt::format(", {} for {}", what_follows(term.effect, who), in_words(term.lasting));
    if (term.lag > Duration{0}) text += fmt::format(", from {} later", in_words(term.lag));
    if (term.certainty.value() < 1) text += fmt::format(", with a chance of {:g} %", 100 * term.certainty.value());
    text += ".";
    if (term.published) text += *term.published ? " This is made public beforehand." : " This is not made public.";
    return text;
}

std::string breach(const Consequence&, const Scenario&) { return "What follows is not carried out."; }

}  // namespace aidway
