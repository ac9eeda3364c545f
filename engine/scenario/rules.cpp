// SPDX-License-Identifier: Apache-2.0
#include "scenario/rules.hpp"

#include <algorithm>
#include <variant>

namespace aidway {

Rules baseline_rules(const Scenario& scenario, Instant effective_from) {
    const auto& process = scenario.record().permission;
    PermissionRules permission;
    permission.procedure = process.procedure;
    for (const auto& decider : process.deciders) permission.deciders.push_back(*scenario.find_party(decider.text));
    permission.deadline = process.deadline;
    permission.silence = process.silence_means;
    if (process.escalates_to) permission.higher = scenario.find_party(process.escalates_to->text);
    Rules rules{effective_from, scenario.baseline(), permission, permission, {}, {}, {}, {}, {}, {}, {}, false, false};
    for (std::size_t i = 0; i < scenario.overlays().size(); ++i) {
        const auto& overlay = scenario.record().overlays[i];
        if (overlay.when != OverlayWhen::always || !std::holds_alternative<SlowOverlay>(overlay.body)) continue;
        rules.slowings.push_back({i, scenario.overlays()[i].from, scenario.overlays()[i].until});
    }
    return rules;
}

bool all_kept(std::span<const ObligationId> obligations, std::span<const std::uint8_t> kept) {
    return std::all_of(obligations.begin(), obligations.end(), [&](ObligationId o) { return kept[o.index()] != 0; });
}

}  // namespace aidway
