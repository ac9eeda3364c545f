// SPDX-License-Identifier: Apache-2.0
#include "core/spill_memory.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <string>

namespace aidway {
namespace {

constexpr std::size_t large = spilled_from_bytes / sizeof(std::uint64_t) + 3;

/// Whether the memory at an address is that of a file, as the system tells it.
bool is_of_a_file(const void* memory) {
    std::ifstream maps("/proc/self/maps");
    const auto address = reinterpret_cast<std::uintptr_t>(memory);
    for (std::string line; std::getline(maps, line);) {
        const auto from = std::stoull(line, nullptr, 16);
        const auto until = std::stoull(line.substr(line.find('-') + 1), nullptr, 16);
        if (address >= from && address < until) return line.find('/') != std::string::npos;
    }
    return false;
}

void holds_what_is_written(SpillVector<std::uint64_t>& numbers) {
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        ASSERT_EQ(numbers[i], 0U);
        numbers[i] = i * i;
    }
    const auto copy = numbers;
    EXPECT_EQ(copy, numbers);
    EXPECT_EQ(copy.back(), (copy.size() - 1) * (copy.size() - 1));
}

/// The folder for temporary files, for a while.
class TemporaryFolder {
public:
    explicit TemporaryFolder(const char* folder) {
        if (const char* before = std::getenv("TMPDIR")) before_ = before;
        ::setenv("TMPDIR", folder, 1);
    }
    ~TemporaryFolder() { before_.empty() ? ::unsetenv("TMPDIR") : ::setenv("TMPDIR", before_.c_str(), 1); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

private:
    std::string before_;
};

TEST(SpillMemory, LiesInAFileWhereItIsLong) {
    SpillVector<std::uint64_t> numbers(large);
    EXPECT_TRUE(is_of_a_file(numbers.data()));
    holds_what_is_written(numbers);
}

TEST(SpillMemory, IsPlainMemoryWhereItIsShort) {
    SpillVector<std::uint64_t> numbers(1'000);
    EXPECT_FALSE(is_of_a_file(numbers.data()));
    holds_what_is_written(numbers);
}

TEST(SpillMemory, IsPlainMemoryWhereNoFileCanBeHad) {
    const TemporaryFolder none("/proc");
    SpillVector<std::uint64_t> numbers(large);
    EXPECT_FALSE(is_of_a_file(numbers.data()));
    holds_what_is_written(numbers);
}

}  // namespace
}  // namespace aidway
