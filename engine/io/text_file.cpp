// SPDX-License-Identifier: Apache-2.0
#include "io/text_file.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>

namespace aidway {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& reason) {
    throw IoError(path.string() + ": " + reason);
}

std::string system_reason() { return std::generic_category().message(errno); }

/// Length of the valid UTF-8 character at the front of `text`, or 0 (RFC 3629: no surrogates, no overlong forms).
std::size_t character_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned first = byte(0);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        if (!follows(1) || !follows(2)) return 0;
        if (first == 0xE0 && byte(1) < 0xA0) return 0;
        if (first == 0xED && byte(1) > 0x9F) return 0;
        return 3;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        if (!follows(1) || !follows(2) || !follows(3)) return 0;
        if (first == 0xF0 && byte(1) < 0x90) return 0;
        if (first == 0xF4 && byte(1) > 0x8F) return 0;
        return 4;
    }
    return 0;
}

}  // namespace

std::string read_text_file(const std::filesystem::path& path, std::size_t limit) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (error) refuse(path, error.message());
    if (std::filesystem::is_directory(status)) refuse(path, "is a folder");
    if (!std::filesystem::is_regular_file(status)) refuse(path, "is not an ordinary file");
    std::ifstream in(path, std::ios::binary);
    if (!in) refuse(path, system_reason());
    std::string text;
    std::array<char, 65'536> block;
    while (in.read(block.data(), block.size()) || in.gcount() > 0) {
        text.append(block.data(), static_cast<std::size_t>(in.gcount()));
        if (text.size() > limit) refuse(path, "is larger than " + std::to_string(limit >> 20U) + " MiB");
    }
    if (in.bad()) refuse(path, "cannot be read");
    return text;
}

void write_text_file(const std::filesystem::path& path, std::string_view text) {
    auto beside = path;
    beside += ".part";
    {
        std::ofstream out(beside, std::ios::binary | std::ios::trunc);
        if (!out) refuse(beside, system_reason());
        out.write(text.data(), static_cast<std::streamsize>(text.size()));
        out.close();
        if (!out) {
            const auto reason = system_reason();
            std::error_code ignored;
            std::filesystem::remove(beside, ignored);
            refuse(path, reason);
        }
    }
    std::error_code error;
    std::filesystem::rename(beside, path, error);
    if (!error) return;
    std::error_code ignored;
    std::filesystem::remove(beside, ignored);
    refuse(path, error.message());
}

std::optional<TextFault> text_fault(std::string_view text) {
    Mark at{1, 1};
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '\0') return TextFault{at, "a zero byte: this is not a text file"};
        const auto length = character_length(text.substr(i));
        if (length == 0) return TextFault{at, "a byte that is not UTF-8: save the file as UTF-8"};
        if (text[i] == '\n') {
            ++at.line;
            at.column = 1;
        } else {
            at.column += static_cast<int>(length);
        }
        i += length;
    }
    return std::nullopt;
}

std::string_view without_mark(std::string_view text) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    return text.starts_with(mark) ? text.substr(mark.size()) : text;
}

std::string readable(std::string_view text) {
    std::string shown;
    while (!text.empty()) {
        const std::size_t length = character_length(text);
        shown += length == 0 ? "?" : text.substr(0, length);
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return shown;
}

}  // namespace aidway
