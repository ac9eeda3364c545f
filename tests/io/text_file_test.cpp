// SPDX-License-Identifier: Apache-2.0
#include "io/text_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

namespace aidway {
namespace {

namespace fs = std::filesystem;

/// A folder of its own for one test.
class TextFile : public testing::Test {
protected:
    void SetUp() override {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::path(testing::TempDir()) / ("aidway_text_file_" + std::string(test->name()));
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }
    static std::string refusal(const fs::path& path, std::size_t limit) {
        try {
            (void)read_text_file(path, limit);
        } catch (const IoError& error) {
            return error.what();
        }
        return "read";
    }
    fs::path folder_;
};

TEST_F(TextFile, ReadsBackWhatWasWritten) {
    const std::string text("a\r\nb\0c\n", 7);
    write_text_file(folder_ / "x.txt", "older and longer than the text");
    write_text_file(folder_ / "x.txt", text);
    EXPECT_EQ(read_text_file(folder_ / "x.txt"), text);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1)
        << "nothing is left beside it";
}

TEST_F(TextFile, RefusalsNameThePathAndTheReason) {
    const auto path = [&](const char* name) { return (folder_ / name).string(); };
    EXPECT_EQ(refusal(path("none"), 10), path("none") + ": No such file or directory");
    EXPECT_EQ(refusal(folder_, 10), folder_.string() + ": is a folder");
    write_text_file(path("large"), std::string((1U << 20U) + 1, 'x'));
    EXPECT_EQ(refusal(path("large"), 1U << 20U), path("large") + ": is larger than 1 MiB");
    EXPECT_EQ(refusal(path("large"), (1U << 20U) + 1), "read");
    EXPECT_THROW(write_text_file(folder_ / "no" / "such", "x"), IoError);
}

TEST(TextFault, KnowsUtf8) {
    for (const char* sound :
         {"", "abc", "é", "حلب", "\xEF\xBB\xBFx", "\xF0\x9F\x9A\x9A", "\xED\x9F\xBF", "\xF4\x8F\xBF\xBF"}) {
        EXPECT_FALSE(text_fault(sound)) << sound;
    }
    for (const char* broken : {"\x80", "\xC0\xAF", "\xC3", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                               "\xF8\x88\x80\x80", "\xF0\x9F\x9A"}) {
        EXPECT_TRUE(text_fault(broken)) << broken;
    }
    const auto fault = text_fault("é\nab\xFF");
    ASSERT_TRUE(fault);
    EXPECT_EQ(fault->at, (Mark{2, 3}));
}

}  // namespace
}  // namespace aidway
