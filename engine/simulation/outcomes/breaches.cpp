// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/breaches.hpp"

namespace aidway {
namespace {

constexpr std::int64_t first_report = 1, first_right = 2;

bool tells(const Event& event, std::int64_t what) {
    return event.kind == EventKind::reported && event.attempt != Event::no_index && (event.count & what) != 0;
}

}  // namespace

void Breaches::see(const Event& event, const OutcomeScope& scope) {
    if (event.kind == EventKind::incident && event.attempt == 1) add(scope.party_of_source[event.number], 1);
}

void BreachesSeen::see(const Event& event, const OutcomeScope&) {
    if (tells(event, first_report)) add(event.attempt, 1);
}

void BreachesAttributed::see(const Event& event, const OutcomeScope&) {
    if (tells(event, first_right)) add(event.attempt, 1);
}

}  // namespace aidway
