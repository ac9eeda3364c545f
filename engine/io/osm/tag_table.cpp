// SPDX-License-Identifier: Apache-2.0
#include "io/osm/tag_table.hpp"

#include <algorithm>

namespace aidway {

TagTable::TagTable(const Named<TagPatterns>& named) {
    for (std::size_t i = 0; i < named.size(); ++i) add(named[i], i);
}

void TagTable::add(const TagPatterns& patterns, std::size_t entry) {
    for (const TagPattern& pattern : patterns) {
        Values& values = keys_[pattern.key];
        (pattern.value.empty() ? values.any : values.of[pattern.value]).push_back(entry);
    }
}

template <class Found>
void TagTable::each(Tags tags, const Found& found) const {
    for (const auto& [key, value] : tags) {
        const auto values = keys_.find(key);
        if (values == keys_.end()) continue;
        if (value != "no") {
            for (const std::size_t entry : values->second.any) found(entry);
        }
        const auto listed = values->second.of.find(value);
        if (listed == values->second.of.end()) continue;
        for (const std::size_t entry : listed->second) found(entry);
    }
}

std::optional<std::size_t> TagTable::first(Tags tags) const {
    std::optional<std::size_t> best;
    each(tags, [&best](std::size_t entry) { best = best ? std::min(*best, entry) : entry; });
    return best;
}

std::vector<std::size_t> TagTable::all(Tags tags) const {
    std::vector<std::size_t> entries;
    each(tags, [&entries](std::size_t entry) { entries.push_back(entry); });
    std::sort(entries.begin(), entries.end());
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    return entries;
}

}  // namespace aidway
