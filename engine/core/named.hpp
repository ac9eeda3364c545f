// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/name.hpp"

namespace aidway {

/// Values by unique name, in the order of the file; each name keeps its place. Look-up is logarithmic.
/// Names never change once added; values may.
template <class T>
class Named {
public:
    struct Entry {
        Name name;
        T value;
        bool operator==(const Entry&) const = default;
    };

    /// Adds at the end; throws std::invalid_argument when the name is taken.
    T& add(Name name, T value = {}) {
        if (!index_.emplace(name.text, entries_.size()).second) {
            throw std::invalid_argument("the name '" + name.text + "' is taken");
        }
        entries_.push_back(Entry{std::move(name), std::move(value)});
        return entries_.back().value;
    }
    void clear() {
        entries_.clear();
        index_.clear();
    }

    [[nodiscard]] std::size_t size() const noexcept { return entries_.size(); }
    [[nodiscard]] bool empty() const noexcept { return entries_.empty(); }
    [[nodiscard]] auto begin() const noexcept { return entries_.begin(); }
    [[nodiscard]] auto end() const noexcept { return entries_.end(); }
    [[nodiscard]] const Name& name(std::size_t i) const { return entries_.at(i).name; }
    [[nodiscard]] const T& operator[](std::size_t i) const { return entries_[i].value; }
    [[nodiscard]] T& operator[](std::size_t i) { return entries_[i].value; }

    [[nodiscard]] std::optional<std::size_t> index_of(std::string_view name) const {
        const auto found = index_.find(name);
        return found == index_.end() ? std::nullopt : std::optional(found->second);
    }
    [[nodiscard]] const T* find(std::string_view name) const {
        const auto i = index_of(name);
        return i ? &entries_[*i].value : nullptr;
    }
    [[nodiscard]] T* find(std::string_view name) {
        const auto i = index_of(name);
        return i ? &entries_[*i].value : nullptr;
    }
    [[nodiscard]] bool contains(std::string_view name) const { return index_of(name).has_value(); }
    /// The value; throws std::invalid_argument when there is no such name.
    [[nodiscard]] const T& at(std::string_view name) const {
        const auto* found = find(name);
        if (!found) throw std::invalid_argument("no '" + std::string(name) + "'");
        return *found;
    }
    /// All names, in order: for suggestions.
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> all(size());
        std::transform(begin(), end(), all.begin(), [](const Entry& e) { return e.name.text; });
        return all;
    }

    bool operator==(const Named& other) const { return entries_ == other.entries_; }

private:
    std::vector<Entry> entries_;
    std::map<std::string, std::size_t, std::less<>> index_;
};

}  // namespace aidway
