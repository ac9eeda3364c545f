// SPDX-License-Identifier: Apache-2.0
#include "support/broken_case.hpp"

#include "support/folders.hpp"

namespace aidway::test {

void PrintTo(const BrokenCase& tested, std::ostream* out) { *out << tested.name; }

std::string name_of(const testing::TestParamInfo<BrokenCase>& tested) { return tested.param.name; }

std::vector<std::string> faults_of_tiny(const std::vector<Edit>& edits) {
    const FolderCopy copy(test_data() / "tiny");
    for (const auto& edit : edits) copy.apply(edit);
    return faults_of_folder(copy.path());
}

}  // namespace aidway::test
