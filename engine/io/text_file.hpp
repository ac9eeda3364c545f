// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/diagnostic.hpp"

namespace aidway {

/// The whole file. IoError names the path and the system's reason; also when it is no ordinary file or larger than
/// `limit` bytes.
[[nodiscard]] std::string read_text_file(const std::filesystem::path& path, std::size_t limit = std::size_t{16} << 20U);

/// Writes beside the file and renames, so that nobody ever sees half of it. IoError as above.
void write_text_file(const std::filesystem::path& path, std::string_view text);

/// What keeps bytes from being a text: a zero byte or invalid UTF-8, with its place; nothing when all is well.
/// A byte-order mark at the front is UTF-8 too.
struct TextFault {
    Mark at;
    std::string message;
};
[[nodiscard]] std::optional<TextFault> text_fault(std::string_view text);

/// `text` with a question mark in place of each byte that is no UTF-8: for messages that quote a broken file.
[[nodiscard]] std::string readable(std::string_view text);

/// `text` without a byte-order mark at its front.
[[nodiscard]] std::string_view without_mark(std::string_view text);

}  // namespace aidway
