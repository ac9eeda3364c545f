// SPDX-License-Identifier: Apache-2.0
#include "core/version.hpp"

#include <gtest/gtest.h>

#include <regex>
#include <string>

namespace aidway {
namespace {

TEST(Version, IsThreeNumbers) { EXPECT_TRUE(std::regex_match(std::string(version()), std::regex(R"(\d+\.\d+\.\d+)"))); }

}  // namespace
}  // namespace aidway
