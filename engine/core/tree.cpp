// SPDX-License-Identifier: Apache-2.0
#include "core/tree.hpp"

#include <utility>

namespace aidway {
namespace {

void append_shown(const Node& node, std::size_t limit, std::string& out) {
    if (out.size() > limit) return;
    const char* separator = "";
    switch (node.kind) {
        case Node::Kind::null: break;
        case Node::Kind::scalar: out += node.text; break;
        case Node::Kind::sequence:
            out += '[';
            for (const auto& item : node.items) {
                out += std::exchange(separator, ", ");
                append_shown(item, limit, out);
                if (out.size() > limit) return;
            }
            out += ']';
            break;
        case Node::Kind::mapping:
            out += '{';
            for (const auto& entry : node.pairs) {
                out += std::exchange(separator, ", ") + entry.key + ": ";
                append_shown(entry.value, limit, out);
                if (out.size() > limit) return;
            }
            out += '}';
            break;
    }
}

}  // namespace

const Node* Node::find(std::string_view key) const {
    for (const auto& entry : pairs) {
        if (entry.key == key) return &entry.value;
    }
    return nullptr;
}

Node Node::scalar(std::string text, Mark at) {
    Node node;
    node.kind = Kind::scalar;
    node.at = at;
    node.text = std::move(text);
    return node;
}

std::string_view name_of(Node::Kind kind) {
    switch (kind) {
        case Node::Kind::null: return "nothing";
        case Node::Kind::scalar: return "a value";
        case Node::Kind::sequence: return "a list";
        case Node::Kind::mapping: return "a mapping";
    }
    return "nothing";
}

std::string shown(const Node& node, std::size_t limit) {
    std::string out;
    append_shown(node, limit, out);
    if (out.size() <= limit) return out;
    // Cut before a continuation byte would be torn from its character.
    while (limit > 0 && (static_cast<unsigned char>(out[limit]) & 0xC0) == 0x80) --limit;
    return out.substr(0, limit) + "...";
}

}  // namespace aidway
