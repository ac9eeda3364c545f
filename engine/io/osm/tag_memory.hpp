// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "io/osm/tag_table.hpp"

namespace aidway {

/// Remembers what was found for tags, as few are unlike all others; the same tags in the same order have one number.
template <class Found>
class TagMemory {
public:
    /// Number of what `judge` finds for the tags; it is asked once for all that are alike.
    template <class Judge>
    std::uint32_t of(Tags tags, const Judge& judge) {
        text_.clear();
        for (const auto& [key, value] : tags) {
            for (const std::string_view word : {key, value}) (text_ += word) += '\0';
        }
        if (const auto known = number_.find(text_); known != number_.end()) return known->second;
        const auto number = static_cast<std::uint32_t>(found_.size());
        found_.push_back(judge(tags));
        number_.emplace(text_, number);
        return number;
    }
    [[nodiscard]] const Found& operator[](std::uint32_t number) const { return found_[number]; }

private:
    std::string text_;  // of the tags that were asked for last
    std::unordered_map<std::string, std::uint32_t> number_;
    std::vector<Found> found_;
};

}  // namespace aidway
