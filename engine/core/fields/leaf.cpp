// SPDX-License-Identifier: Apache-2.0
#include "core/fields/leaf.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/diagnostic.hpp"

namespace aidway {
namespace {

bool letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/// Plain YAML, inside brackets too: conservative, so that no reader can take it for anything but this text.
bool safe_unquoted(std::string_view text) {
    static constexpr std::array<std::string_view, 4> nulls{"null", "Null", "NULL", "~"};
    if (text.empty() || !letter_or_digit(text.front()) || text.back() == ' ') return false;
    if (std::find(nulls.begin(), nulls.end(), text) != nulls.end()) return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return letter_or_digit(c) || std::string_view(" _-./()+%;").find(c) != std::string_view::npos;
    });
}

std::string double_quoted(std::string_view text) {
    static constexpr std::string_view hex = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (byte < 0x20 || byte == 0x7F) {
            out += "\\u00";
            out += hex[byte >> 4U];
            out += hex[byte & 15U];
        } else {
            out += c;
        }
    }
    return out + '"';
}

}  // namespace

std::string yaml_text(std::string_view text) { return safe_unquoted(text) ? std::string(text) : double_quoted(text); }

std::string json_text(std::string_view text) { return double_quoted(text); }

std::string refuse_non_scalar(const Node& node, const std::string& expected) {
    if (node.kind == Node::Kind::scalar) return {};
    if (node.kind == Node::Kind::null) return "no value: expected " + expected;
    return "expected " + expected + ", got " + std::string(name_of(node.kind));
}

std::string WordType::parse(const Node& node, void* out) const {
    if (auto fault = refuse_non_scalar(node, expected()); !fault.empty()) return fault;
    const auto found = std::find(words_.begin(), words_.end(), node.text);
    if (found == words_.end()) {
        return "'" + node.text + "' is not " + expected() + suggestion(node.text, words_);
    }
    access_.set(out, static_cast<std::size_t>(found - words_.begin()));
    return {};
}

std::string WordType::format(const void* value) const { return yaml_text(words_.at(access_.index(value))); }

std::string WordType::schema() const {
    std::string list;
    for (const auto& word : words_) list += (list.empty() ? "" : ", ") + json_text(word);
    return "{\"enum\": [" + list + "]}";
}

std::string WordType::expected() const {
    std::string list;
    for (std::size_t i = 0; i < words_.size(); ++i) {
        list += (i == 0 ? "" : i + 1 == words_.size() ? " or " : ", ") + words_[i];
    }
    return list;
}

}  // namespace aidway
