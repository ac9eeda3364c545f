// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "io/text_file.hpp"

namespace aidway {

/// The bytes of a YAML file by line and column, for what yaml-cpp passes over in silence. `text` must outlive it.
class YamlSource {
public:
    explicit YamlSource(std::string_view text);
    /// Whether a quoted text that begins at `at` runs to the end of the file; the parser takes that for its end.
    [[nodiscard]] bool quote_never_closed(Mark at) const;
    /// The line in which a quoted text that begins at `at` is closed; that of `at` where there is no such text.
    [[nodiscard]] int last_line_of_quote(Mark at) const;
    /// Place of an empty item of a list, just after its dash or comma; the parser gives that of the `next` token.
    [[nodiscard]] Mark empty_item(Mark next) const;
    /// Place just after the ':' of a key, or of what ends a key without a value in a list of them, {a, b}; nothing
    /// where there is neither, which the parser takes for an empty value. `length`: of the key's text, in bytes.
    [[nodiscard]] std::optional<Mark> after_key(Mark key, std::size_t length) const;
    /// Place of a line that begins as a directive (%...), anywhere: the parser passes over those it does not know.
    [[nodiscard]] std::optional<Mark> directive() const;
    /// The first character that readers of YAML take differently, so that one sees a line where another sees none, or
    /// that no text holds: lone carriage returns, line breaks of Unicode, control characters.
    [[nodiscard]] std::optional<TextFault> odd_character() const;
    /// Place of the first tab that indents a line; the parser stumbles over it somewhere later.
    [[nodiscard]] std::optional<Mark> indenting_tab() const;

private:
    [[nodiscard]] std::size_t offset(Mark at) const;
    [[nodiscard]] std::size_t closing_quote(Mark at) const;  ///< npos when it is never closed; `at` when it is none
    [[nodiscard]] Mark place(std::size_t offset) const;
    std::string_view text_;
    std::vector<std::size_t> lines_{0};  ///< offsets of their first bytes
};

/// The parser's message in words that say what to do.
[[nodiscard]] std::string parser_words(const std::string& message);

}  // namespace aidway
