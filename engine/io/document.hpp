// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "core/tree.hpp"

namespace aidway {

/// A file after reading: which parts of it can be relied on, and where they stand, so that one fault does not hide
/// others and does not bring forth false ones. Parts are named by paths of keys and positions, "terms/0/open_road".
class Document {
public:
    Document() = default;
    /// `faults` are those found when the tree was parsed and read; the ones of other files are passed over.
    Document(std::string file, Node tree, const std::vector<Diagnostic>& faults);

    [[nodiscard]] const std::string& file() const { return file_; }
    /// Whether the part is there and no fault lies in it.
    [[nodiscard]] bool sound(std::string_view path) const;
    /// Whether all names of a table are known, whatever their values: a mapping, or left out for good, not by a
    /// misspelt key.
    [[nodiscard]] bool names_known(std::string_view table) const;
    /// Whether the mapping around the key can be relied on and leaves it out for good, not by a misspelt key.
    [[nodiscard]] bool lacks(std::string_view path) const;
    /// Place of the part's value, else of what is nearest around it.
    [[nodiscard]] Mark at(std::string_view path) const;

private:
    std::string file_;
    Node tree_;
    std::vector<Mark> faults_;
};

}  // namespace aidway
