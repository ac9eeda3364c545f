// SPDX-License-Identifier: Apache-2.0
#include "agreement/terms/apply_overlay.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

#include "agreement/overlay_words.hpp"

namespace aidway {
namespace {

/// Whether it lets aid pass where it did not.
bool opens_to_aid(const OverlayRecord& overlay) {
    const std::vector<Traffic>* passing = nullptr;
    if (const auto* open = std::get_if<OpenOverlay>(&overlay.body)) passing = &open->passing;
    if (const auto* add = std::get_if<AddOverlay>(&overlay.body)) passing = &add->passing;
    return passing && std::find(passing->begin(), passing->end(), Traffic::aid) != passing->end();
}

}  // namespace

const Type& describe(Tag<ApplyOverlay>) {
    static const auto type = record<ApplyOverlay>(
        "apply_overlay", "An overlay of the scenario that waits for an agreement lies on roads and gates.",
        {required("overlay", &ApplyOverlay::overlay, "an overlay of the scenario with 'when: by_agreement'")});
    return type;
}

std::string object_of(const ApplyOverlay& term) { return term.overlay.text; }

void resolve(const ApplyOverlay& term, Resolver& resolver) {
    resolver.overlay(term.overlay);
    const auto* overlay = resolver.record().overlays.find(term.overlay.text);
    if (!overlay) return;
    if (overlay->when == OverlayWhen::always) {
        resolver.fault(term.overlay.at, fmt::format("overlay '{}' lies there anyway; it waits for an agreement with "
                                                    "'when: by_agreement'",
                                                    term.overlay.text));
    }
    if (std::holds_alternative<SlowOverlay>(overlay->body) && !resolver.obliges().empty()) {
        resolver.fault(term.overlay.at,
                       fmt::format("overlay '{}' slows a road whether or not anybody keeps his word: leave out "
                                   "'obliges'",
                                   term.overlay.text));
    }
}

std::vector<PartyId> obliged_by_default(const ApplyOverlay& /*term*/, const Scenario& /*scenario*/) { return {}; }

void apply(const ApplyOverlay& term, const TermScope& scope, Rules& rules) {
    const std::size_t number = *scope.scenario.record().overlays.index_of(term.overlay.text);
    const auto& overlay = scope.scenario.record().overlays[number];
    const auto& where = scope.scenario.overlays()[number];
    lay(overlay, number, where, {scope.from, scope.until, scope.obligations, scope.origin}, rules.passage);
    if (std::holds_alternative<SlowOverlay>(overlay.body)) {
        rules.slowings.push_back({number, std::max(scope.from, where.from), std::min(scope.until, where.until)});
    }
    rules.asks_anew = rules.asks_anew || opens_to_aid(overlay);
}

std::string sentence(const ApplyOverlay& term, const Scenario& scenario) {
    const auto& record = scenario.record();
    return overlay_sentence(record, record.overlays.at(term.overlay.text));
}

std::string breach(const ApplyOverlay& term, const Scenario& scenario) {
    return fmt::format("What '{}' describes is not brought about, or is undone.",
                       scenario.record().overlays.at(term.overlay.text).name);
}

}  // namespace aidway
