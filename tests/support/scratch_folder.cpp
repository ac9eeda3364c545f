// SPDX-License-Identifier: Apache-2.0
#include "support/scratch_folder.hpp"

#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkdtemp

#include <stdexcept>
#include <string>

namespace aidway::test {

namespace fs = std::filesystem;

ScratchFolder::ScratchFolder() {
    std::string name = (fs::temp_directory_path() / "aidway-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no folder of one's own in " + name);
    path_ = name;
}

ScratchFolder::~ScratchFolder() {
    std::error_code error;
    fs::remove_all(path_, error);
}

}  // namespace aidway::test
