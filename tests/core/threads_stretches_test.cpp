// SPDX-License-Identifier: Apache-2.0
#include "core/stretches.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace aidway {
namespace {

TEST(Stretches, EveryPositionIsWorkedOnOnceOnAnyNumberOfThreads) {
    for (const unsigned threads : {1U, 2U, 7U}) {
        for (const std::size_t count : {0UL, 1UL, 9UL, 10UL, 101UL}) {
            std::vector<int> worked(count, 0);
            in_stretches(count, 10, threads, [&](std::size_t begin, std::size_t end) {
                EXPECT_EQ(begin % 10, 0U);
                EXPECT_LE(end, count);
                for (std::size_t i = begin; i < end; ++i) ++worked[i];
            });
            EXPECT_EQ(worked, std::vector<int>(count, 1)) << count << " on " << threads;
        }
    }
}

TEST(Stretches, AFailureIsThrownWhenAllHaveComeBack) {
    std::atomic<int> at_work{0};
    const auto fail_at = [&](std::size_t bad) {
        in_stretches(1000, 10, 4, [&](std::size_t begin, std::size_t) {
            ++at_work;
            if (begin == bad) {
                --at_work;
                throw std::runtime_error("bad");
            }
            --at_work;
        });
    };
    EXPECT_THROW(fail_at(500), std::runtime_error);
    EXPECT_EQ(at_work, 0);
    EXPECT_NO_THROW(fail_at(505));  // where no stretch begins
}

}  // namespace
}  // namespace aidway
