// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "agreement/agreement.hpp"

namespace aidway {

/// A part of an agreement as people read it: kinds of terms that speak of one matter.
struct Chapter {
    std::string_view title;
    std::vector<std::string_view> kinds;
};

/// In the order in which an agreement is read. The last one has every kind that no other has.
[[nodiscard]] const std::vector<Chapter>& chapters();
/// The chapter's place among all.
[[nodiscard]] std::size_t chapter_of(std::string_view kind);

/// What a term names of the scenario, each once: roads and their gates, communities, parties, goods, overlays.
/// The term must have passed the checks.
[[nodiscard]] std::vector<Reference> references_of(const Term& term, const ScenarioRecord& record);

/// What people call something that a term names; its name where it has no other.
[[nodiscard]] std::string title_of(const Reference& reference, const ScenarioRecord& record);

}  // namespace aidway
