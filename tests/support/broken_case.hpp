// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "support/folder_copy.hpp"

namespace aidway::test {

/// One way to break the tiny scenario, and every fault that reading it must tell.
struct BrokenCase {
    std::string name;
    std::vector<Edit> edits;
    std::vector<std::string> expected;
};
void PrintTo(const BrokenCase& tested, std::ostream* out);
[[nodiscard]] std::string name_of(const testing::TestParamInfo<BrokenCase>& tested);

/// What reading the tiny scenario says after these changes, a line per fault.
[[nodiscard]] std::vector<std::string> faults_of_tiny(const std::vector<Edit>& edits);

}  // namespace aidway::test
