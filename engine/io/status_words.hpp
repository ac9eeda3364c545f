// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/passage_table.hpp"
#include "core/diagnostic.hpp"
#include "io/named_files.hpp"

namespace aidway {

/// What the words of status products mean: PASSABLE, RESTRICTED, access levels from 0 to 5.
class StatusWords {
public:
    /// As it is written, else in capitals with underscores ("Not passable"); nothing for an unknown word.
    [[nodiscard]] std::optional<Access> meaning(const std::string& word) const;
    /// All that are known: for suggestions.
    [[nodiscard]] std::vector<std::string> words() const;
    void add(const std::string& word, Access access) { access_[word] = access; }

private:
    std::map<std::string, Access> access_;
};

/// A CSV table with the columns word and access (closed, by_clearance, open); others are passed over.
[[nodiscard]] StatusWords read_status_words(const ShownPath& path, std::vector<Diagnostic>& faults);

}  // namespace aidway
