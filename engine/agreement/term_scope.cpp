// SPDX-License-Identifier: Apache-2.0
#include "agreement/term_scope.hpp"

#include <utility>

namespace aidway {

void Resolver::fault(Mark at, std::string message) { faults_.push_back({file_, at, "", std::move(message)}); }

void Resolver::road(const Name& name) {
    const auto& roads = record_.roads;
    if (roads.contains(name.text)) return;
    fault(name.at, "no road '" + name.text + "' in scenario.yaml" + suggestion(name.text, roads.names()));
}

void Resolver::party(const Name& name) {
    const auto& parties = record_.parties;
    if (parties.contains(name.text)) return;
    fault(name.at, "no party '" + name.text + "' in scenario.yaml" + suggestion(name.text, parties.names()));
}

std::string join_words(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
        text += words[i];
    }
    return text;
}

}  // namespace aidway
