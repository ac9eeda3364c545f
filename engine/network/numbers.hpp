// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <vector>

namespace aidway {

/// Gives equal values one number, in the order they come, and keeps them in a table of the caller's.
template <class T>
class Numbers {
public:
    explicit Numbers(std::vector<T>& table) : table_(table) {
        for (std::size_t i = 0; i < table.size(); ++i) number_.emplace(table[i], static_cast<std::uint32_t>(i));
    }
    std::uint32_t of(const T& value) {
        const auto [at, added] = number_.try_emplace(value, static_cast<std::uint32_t>(table_.size()));
        if (added) table_.push_back(value);
        return at->second;
    }

private:
    std::vector<T>& table_;
    std::map<T, std::uint32_t> number_;
};

}  // namespace aidway
