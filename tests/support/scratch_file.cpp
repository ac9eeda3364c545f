// SPDX-License-Identifier: Apache-2.0
#include "support/scratch_file.hpp"

#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkdtemp

#include <fstream>
#include <stdexcept>

namespace aidway::test {

namespace fs = std::filesystem;

ScratchFile::ScratchFile(const std::string& name, std::string_view bytes) {
    std::string folder = (fs::temp_directory_path() / "aidway-XXXXXX").string();
    if (!mkdtemp(folder.data())) throw std::runtime_error("no folder of one's own in " + folder);
    path_ = fs::path(folder) / name;
    std::ofstream(path_, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

ScratchFile::~ScratchFile() {
    std::error_code error;
    fs::remove_all(path_.parent_path(), error);
}

}  // namespace aidway::test
