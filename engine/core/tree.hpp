// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"

namespace aidway {

struct Entry;

/// A document as a reader sees it, every part with its place; knows no file format.
/// Only the members of its kind are filled. Keys of one mapping are unique; order is that of the file.
struct Node {
    enum class Kind : std::uint8_t { null, scalar, sequence, mapping };
    Kind kind = Kind::null;
    bool quoted = false;       ///< a scalar written in quotes: always text, never a number
    bool refused = false;      ///< already reported as a fault: readers stay silent about it
    Mark at;                   ///< first character; for an empty value the place just after its key
    std::string text;          ///< of a scalar
    std::vector<Node> items;   ///< of a sequence
    std::vector<Entry> pairs;  ///< of a mapping

    /// Value under `key`, or nullptr; linear.
    [[nodiscard]] const Node* find(std::string_view key) const;
    static Node scalar(std::string text, Mark at = {});
};

/// One key of a mapping, with the place of the key.
struct Entry {
    std::string key;
    Mark at;
    Node value;
};

/// "a mapping", "a list", "a value" or "nothing".
[[nodiscard]] std::string_view name_of(Node::Kind kind);

/// The node on one line, as flow YAML without quotes, cut after about `limit` bytes: for messages and provenance.
[[nodiscard]] std::string shown(const Node& node, std::size_t limit = 80);

}  // namespace aidway
