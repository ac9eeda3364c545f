// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>

namespace aidway {

/// An ordinary file as memory, read-only; the system loads what is looked at, and several processes share it. Whoever
/// replaces the file must write another and rename it: a file that is cut or written to while mapped is undefined.
class MappedFile {
public:
    /// IoError where it cannot be opened.
    explicit MappedFile(const std::filesystem::path& path);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    /// Aligned to a page.
    [[nodiscard]] std::span<const std::byte> bytes() const noexcept { return bytes_; }

private:
    std::span<const std::byte> bytes_;
};

}  // namespace aidway
