// SPDX-License-Identifier: Apache-2.0
#include "io/yaml_source.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace aidway {

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

std::optional<Mark> YamlSource::directive() const {
    for (const auto start : lines_) {
        if (start >= text_.size()) break;
        if (text_[start] == '%') return place(start);
        const auto end = std::min(text_.find('\n', start), text_.size());
        const auto first = text_.find_first_not_of(" \r", start);
        if (first < end && text_[first] != '#') break;
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
