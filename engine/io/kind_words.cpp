// SPDX-License-Identifier: Apache-2.0
#include "io/kind_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "io/osm/limit_value.hpp"

namespace aidway {
namespace {

/// "bridge, ford" and ["bridge", "ford"]; each once, ascending.
std::vector<std::string> words_in(std::string_view text) {
    constexpr std::string_view parting = ",;";
    constexpr std::string_view around = " \t[]\"'";
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(parting), text.size());
        std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        word.remove_prefix(std::min(word.find_first_not_of(around), word.size()));
        word = word.substr(0, word.find_last_not_of(around) + 1);
        if (!word.empty()) words.emplace_back(word);
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

}  // namespace

RoadKind road_kind_of(std::string road_class, const KindWords& words, const TellFault& tell) {
    const auto limit = [&tell](const std::string& text, const auto& read, const char* what, const char* unit) {
        auto found = read(text);
        if (!found && !text.empty()) {
            tell(fmt::format("the limit of {} is '{}': expected a number of {} above 0", what, text, unit));
        }
        return found;
    };
    return {std::move(road_class),
            words.surface,
            words.condition,
            words_in(words.features),
            words_in(words.barred),
            limit(words.max_weight, weight_in, "weight", "t"),
            limit(words.max_height, height_in, "height", "m"),
            limit(words.max_speed, speed_in, "speed", "km/h")};
}

}  // namespace aidway
