// SPDX-License-Identifier: Apache-2.0
#include "support/scratch_file.hpp"

#include <fstream>

namespace aidway::test {

ScratchFile::ScratchFile(const std::string& name, std::string_view bytes) : path_(folder_.path() / name) {
    std::ofstream(path_, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace aidway::test
