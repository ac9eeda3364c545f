// SPDX-License-Identifier: Apache-2.0
#include "io/status_words.hpp"

#include <fmt/format.h>

#include <array>
#include <cctype>
#include <utility>

#include "io/csv.hpp"
#include "io/text_file.hpp"

namespace aidway {
namespace {

constexpr std::array<const char*, 3> access_words{"closed", "by_clearance", "open"};

std::string in_capitals(const std::string& word) {
    std::string text;
    bool gap = false;
    for (const char letter : word) {
        if (letter == ' ' || letter == '-' || letter == '_' || letter == '\t') {
            gap = !text.empty();
            continue;
        }
        if (std::exchange(gap, false)) text += '_';
        text += static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    }
    return text;
}

}  // namespace

std::optional<Access> StatusWords::meaning(const std::string& word) const {
    auto found = access_.find(word);
    if (found == access_.end()) found = access_.find(in_capitals(word));
    return found == access_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> StatusWords::words() const {
    std::vector<std::string> all;
    for (const auto& [word, access] : access_) all.push_back(word);
    return all;
}

StatusWords read_status_words(const ShownPath& path, std::vector<Diagnostic>& faults) {
    StatusWords words;
    const Table table = parse_csv(path.shown, read_text_file(path.path), faults);
    if (table.header().empty()) return words;
    const auto word = table.column("word", faults);
    const auto access = table.column("access", faults);
    if (!word || !access) return words;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const Cell& said = table.at(row, *access);
        std::size_t meant = 0;
        while (meant < access_words.size() && said.text != access_words[meant]) ++meant;
        if (meant < access_words.size()) {
            words.add(table.at(row, *word).text, static_cast<Access>(meant));
        } else {
            faults.push_back(
                table.fault(said, fmt::format("expected closed, by_clearance or open, got '{}'{}", said.text,
                                              suggestion(said.text, {access_words.begin(), access_words.end()}))));
        }
    }
    return words;
}

}  // namespace aidway
