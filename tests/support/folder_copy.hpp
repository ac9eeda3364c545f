// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "support/scratch_folder.hpp"

namespace aidway::test {

/// One change to a folder's files.
struct Edit {
    enum class Kind { replace, rewrite, remove };
    Kind kind = Kind::replace;
    std::string file;
    std::string find;  ///< must occur exactly once
    std::string text;
};
[[nodiscard]] Edit replace(std::string file, std::string find, std::string by);
[[nodiscard]] Edit rewrite(std::string file, std::string text);
[[nodiscard]] Edit remove(std::string file);

/// A copy of a folder to break; gone with the object. Nobody else writes there.
class FolderCopy {
public:
    explicit FolderCopy(const std::filesystem::path& original);

    [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }
    /// Throws std::invalid_argument when what is to be replaced does not occur exactly once.
    void apply(const Edit& edit) const;

private:
    ScratchFolder folder_;
};

/// What reading the folder says, with the data library at hand, a line per fault; empty when all is well.
[[nodiscard]] std::vector<std::string> faults_of_folder(const std::filesystem::path& folder);

}  // namespace aidway::test
