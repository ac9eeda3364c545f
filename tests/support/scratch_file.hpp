// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "support/scratch_folder.hpp"

namespace aidway::test {

/// A file of a given name in a folder of its own, both gone at the end.
class ScratchFile {
public:
    ScratchFile(const std::string& name, std::string_view bytes);
    [[nodiscard]] std::filesystem::path path() const { return path_; }

private:
    ScratchFolder folder_;
    std::filesystem::path path_;
};

}  // namespace aidway::test
