// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace aidway::test {

/// A new empty folder that nobody else writes to; gone with the object.
class ScratchFolder {
public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace aidway::test
