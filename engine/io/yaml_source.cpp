// SPDX-License-Identifier: Apache-2.0
#include "io/yaml_source.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace aidway {
namespace {

/// In UTF-8, with what is said of them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> odd_characters{{
    {"\xC2\x85", "a line break (U+0085) that not every reader takes for one: write a plain one"},
    {"\xE2\x80\xA8", "a line break (U+2028) that not every reader takes for one: write a plain one"},
    {"\xE2\x80\xA9", "a line break (U+2029) that not every reader takes for one: write a plain one"},
    {"\xEF\xBB\xBF", "a byte-order mark within the text"},
    {"\xEF\xBF\xBE", "a character (U+FFFE) that no text has"},
    {"\xEF\xBF\xBF", "a character (U+FFFF) that no text has"},
}};

}  // namespace

YamlSource::YamlSource(std::string_view text) : text_(text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') lines_.push_back(i + 1);
    }
}

std::size_t YamlSource::offset(Mark at) const {
    const auto line = static_cast<std::size_t>(at.line - 1);
    if (line >= lines_.size()) return text_.size();
    return std::min(lines_[line] + static_cast<std::size_t>(at.column - 1), text_.size());
}

Mark YamlSource::place(std::size_t offset) const {
    const auto line = std::upper_bound(lines_.begin(), lines_.end(), offset) - lines_.begin();
    return {static_cast<int>(line), static_cast<int>(offset - lines_[static_cast<std::size_t>(line - 1)]) + 1};
}

std::size_t YamlSource::closing_quote(Mark at) const {
    auto i = offset(at);
    if (i >= text_.size() || (text_[i] != '"' && text_[i] != '\'')) return i;
    const char quote = text_[i];
    for (++i; i < text_.size(); ++i) {
        if (text_[i] == '\\' && quote == '"') {
            ++i;
        } else if (text_[i] == quote) {
            if (quote == '"' || i + 1 == text_.size() || text_[i + 1] != quote) return i;
            ++i;
        }
    }
    return std::string_view::npos;
}

bool YamlSource::quote_never_closed(Mark at) const { return closing_quote(at) == std::string_view::npos; }

int YamlSource::last_line_of_quote(Mark at) const {
    const auto end = closing_quote(at);
    return end < text_.size() ? place(end).line : at.line;
}

Mark YamlSource::empty_item(Mark next) const {
    const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    auto i = offset(next);
    while (i > 0 && blank(text_[i - 1])) --i;
    const bool found = i > 0 && std::string_view("-,[").find(text_[i - 1]) != std::string_view::npos;
    if (!found) return next;
    const auto before = place(i - 1);
    return {before.line, before.column + 1};
}

std::optional<Mark> YamlSource::after_key(Mark key, std::size_t length) const {
    const auto begin = offset(key);
    const auto quote = closing_quote(key);
    const auto end = quote == begin ? begin + length : quote == std::string_view::npos ? quote : quote + 1;
    const auto next = text_.find_first_not_of(" \t", std::min(end, text_.size()));
    if (next == std::string_view::npos) return std::nullopt;
    if (text_[next] == ':') return place(next + 1);
    return text_[next] == ',' || text_[next] == '}' ? std::optional(place(next)) : std::nullopt;
}

std::optional<Mark> YamlSource::directive() const {
    for (const auto start : lines_) {
        if (start < text_.size() && text_[start] == '%') return place(start);
    }
    return std::nullopt;
}

std::optional<TextFault> YamlSource::odd_character() const {
    for (std::size_t i = 0; i < text_.size(); ++i) {
        const auto rest = text_.substr(i, 3);
        const auto byte = static_cast<unsigned char>(text_[i]);
        if (byte == '\r' && !rest.starts_with("\r\n")) {
            return TextFault{place(i), "a carriage return without a line feed: save the file with plain line ends"};
        }
        if (byte == 0x7F || (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r')) {
            return TextFault{place(i), "a control character"};
        }
        if (byte < 0x80) continue;
        for (const auto& [bytes, what] : odd_characters) {
            if (rest.starts_with(bytes)) return TextFault{place(i), std::string(what)};
        }
        if (byte == 0xC2 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xA0) {
            return TextFault{place(i), "a control character"};
        }
    }
    return std::nullopt;
}

std::optional<Mark> YamlSource::indenting_tab() const {
    for (const auto start : lines_) {
        const auto first = text_.find_first_not_of(' ', start);
        if (first < text_.size() && text_[first] == '\t') return place(first);
    }
    return std::nullopt;
}

std::string parser_words(const std::string& message) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> plain{{
        {"illegal map value", "a ':' is out of place here: check the indentation, or put the text in quotes"},
        {"end of sequence flow not found", "a list '[' is not closed before here, or a comma is missing"},
        {"end of map flow not found", "a mapping '{' is not closed before here, or a comma is missing"},
        {"illegal flow end", "a closing bracket that does not fit any open one"},
        {"unknown token", "a value cannot begin with this character: put it in quotes"},
    }};
    for (const auto& [theirs, ours] : plain) {
        if (message == theirs) return std::string(ours);
    }
    return "this is not YAML: " + message;
}

}  // namespace aidway
