// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string_view>

#include "agreement/notes/note_scope.hpp"

namespace aidway {
namespace {

/// A kind that does nothing unless a term of another kind is in force.
struct Companion {
    std::string_view kind;
    std::string_view needs;
    std::string_view without;
};

constexpr std::array companions{
    Companion{"consequence", "monitor", "can never be triggered: no term has anybody watch and report"},
};

/// Whether somebody watches without an agreement. Written for any record, so that it compiles where none can.
bool has_standing_monitors(const auto& record) {
    if constexpr (requires { record.monitors.empty(); }) {
        return !record.monitors.empty();
    } else {
        return false;
    }
}

}  // namespace

std::string lacks_company(std::string_view kind, const std::vector<std::string_view>& kinds) {
    for (const auto& companion : companions) {
        if (companion.kind != kind) continue;
        if (std::find(kinds.begin(), kinds.end(), companion.needs) == kinds.end())
            return std::string(companion.without);
    }
    return {};
}

void note_companions(NoteScope& scope) {
    std::vector<std::string_view> kinds;
    if (has_standing_monitors(scope.scenario().record())) kinds.emplace_back("monitor");
    for (const auto& entry : scope.in_force()) kinds.push_back(kind_of(entry.term));
    for (const auto& entry : scope.in_force()) {
        auto lacking = lacks_company(kind_of(entry.term), kinds);
        if (!lacking.empty()) scope.note(entry.term, std::move(lacking));
    }
}

}  // namespace aidway
