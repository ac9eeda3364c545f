// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/folder_copy.hpp"
#include "support/folders.hpp"

namespace aidway {
namespace {

using Faults = std::vector<std::string>;

Faults faults_with(const std::string& find, const std::string& by) {
    const test::FolderCopy copy(test_data() / "tiny");
    copy.apply(test::replace("scenario.yaml", find, by));
    return test::faults_of_folder(copy.path());
}

TEST(DepotStocks, AreOfGoodsOfTheScenario) {
    const auto with = [](const std::string& stock) {
        return faults_with("yard, at: [5.3, 0.2],", "yard, at: [5.3, 0.2], stock: " + stock + ",");
    };
    EXPECT_EQ(with("{food: {at_start: 3 t, per_week: 500 kg, first_after: 0 d}}"), Faults{});
    EXPECT_EQ(with("{fod: {at_start: 3 t}}"),
              Faults{"scenario.yaml:138:63: no class of goods 'fod'; did you mean 'food'?"});
}

TEST(Parties, AreAtMostSixtyFour) {
    const auto with_more = [](int more) {
        std::string parties = "parties:\n";
        for (int i = 0; i < more; ++i) {
            parties += "  p" + std::to_string(i) + ": {name: P, source: FABLE, confidence: seen}\n";
        }
        return faults_with("parties:\n", parties);
    };
    EXPECT_EQ(with_more(62), Faults{});
    EXPECT_EQ(with_more(63), Faults{"scenario.yaml:102:3: one party too many: at most 64"});
}

}  // namespace
}  // namespace aidway
