// SPDX-License-Identifier: Apache-2.0
#include "io/road_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace aidway {

std::optional<Direction> direction_of(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, Direction>, 12> known{{{"", Direction::both},
                                                                            {"no", Direction::both},
                                                                            {"false", Direction::both},
                                                                            {"0", Direction::both},
                                                                            {"B", Direction::both},
                                                                            {"yes", Direction::along},
                                                                            {"true", Direction::along},
                                                                            {"1", Direction::along},
                                                                            {"F", Direction::along},
                                                                            {"-1", Direction::against},
                                                                            {"reverse", Direction::against},
                                                                            {"T", Direction::against}}};
    const auto* const found =
        std::find_if(known.begin(), known.end(), [word](const auto& entry) { return entry.first == word; });
    return found == known.end() ? std::nullopt : std::optional(found->second);
}

std::string no_direction(std::string_view word) {
    return fmt::format("the direction is '{}': expected yes, no or -1 (or F, B or T)", word);
}

std::optional<double> length_in(std::string_view text) {
    double number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool plain = fault == std::errc() && end == text.data() + text.size();
    return plain && std::isfinite(number) && number > 0 ? std::optional(number) : std::nullopt;
}

std::string no_length(std::string_view text, std::string_view unit) {
    return fmt::format("the length is '{}': expected a number of {} above 0", text, unit);
}

}  // namespace aidway
