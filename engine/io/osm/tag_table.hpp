// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "io/osm/tag_meanings.hpp"

namespace aidway {

/// Tags of one object: keys and values.
using Tags = std::span<const std::pair<std::string_view, std::string_view>>;

/// Which entries of a table of meanings the tags of an object fit. Keeps references to what is added.
class TagTable {
public:
    TagTable() = default;
    explicit TagTable(const Named<TagPatterns>& named);
    void add(const TagPatterns& patterns, std::size_t entry);

    /// The first entry that fits.
    [[nodiscard]] std::optional<std::size_t> first(Tags tags) const;
    /// All that fit, ascending.
    [[nodiscard]] std::vector<std::size_t> all(Tags tags) const;
    /// Calls `found(key)` for every key that a pattern asks for.
    template <class Found>
    void each_key(const Found& found) const {
        for (const auto& [key, values] : keys_) found(key);
    }

private:
    struct Values {
        std::vector<std::size_t> any;  ///< entries for any value but "no"
        std::unordered_map<std::string_view, std::vector<std::size_t>> of;
    };
    template <class Found>
    void each(Tags tags, const Found& found) const;
    std::unordered_map<std::string_view, Values> keys_;
};

}  // namespace aidway
