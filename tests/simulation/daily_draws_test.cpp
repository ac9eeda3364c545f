// SPDX-License-Identifier: Apache-2.0
#include "simulation/daily_draws.hpp"

#include <gtest/gtest.h>

namespace aidway {
namespace {

TEST(DailyDraws, AreThoseOfEachEntityAndDayInWhateverOrderTheyAreAskedFor) {
    constexpr StreamId stream{9};
    const std::vector<EntityKey> entities{{11}, {12}, {13}};
    DailyDraws draws(stream);
    for (const std::uint32_t replicate : {0U, 1U}) {
        const ReplicateKey key{2016, replicate};
        draws.use(key, entities, 30);
        for (int round = 0; round < 2; ++round) {
            for (std::uint32_t i = 0; i < 90; ++i) {
                const std::uint32_t entity = i * 7 % 3, day = i * 11 % 30;
                EXPECT_EQ(draws.of(entity, day).words(), Draw(key, stream, entities[entity], day).words());
            }
        }
    }
}

TEST(DailyDraws, FollowTheirEntities) {
    DailyDraws draws(StreamId{9});
    draws.use({2016, 0}, {{11}, {12}}, 30);
    const auto second = draws.of(1, 3).words();
    draws.use({2016, 0}, {{12}}, 20);
    EXPECT_EQ(draws.of(0, 3).words(), second);
}

}  // namespace
}  // namespace aidway
