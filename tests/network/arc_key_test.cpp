// SPDX-License-Identifier: Apache-2.0
#include "network/arc_key.hpp"

#include <gtest/gtest.h>

#include "core/digest.hpp"

namespace aidway {
namespace {

std::uint64_t beginning_of(const Digest& digest) {
    std::uint64_t key = 0;
    const auto bytes = digest.bytes();
    for (std::size_t i = 0; i < 8; ++i) key |= std::uint64_t{bytes[i]} << (8 * i);
    return key;
}

/// Words of one road with a name of so many letters.
RoadWords words_of_road(std::size_t letters) {
    RoadWords words;
    words.roads.emplace_back(letters, 'a');
    words.kinds.push_back({"track", "gravel", "", {"ford"}, {"heavy"}, Mass::kilograms(3500)});
    words.labels = {{}, {1, 0, 1, 0, true}};
    return words;
}

TEST(ArcKeys, AKeyIsTheBeginningOfADigestOfWhatTheArcSays) {
    for (const std::size_t letters : {3U, 200U, 5000U}) {
        const RoadWords words = words_of_road(letters);
        Digest digest;
        for (const std::int64_t number : {-5, 6, 7, -8, 1234}) digest.add(number);
        digest.add(words.roads[1]).add("").add("track").add("surface").add("gravel").add("feature").add("ford");
        digest.add("barred").add("heavy").add("max_weight").add(words.kinds[1].max_weight->ticks()).add("stated");
        EXPECT_EQ(ArcKeys(words).of({-5, 6}, {7, -8}, 1234, 1), beginning_of(digest)) << letters;
    }
}

TEST(ArcKeys, LabelsThatSayOtherThingsGiveOtherKeys) {
    const ArcKeys keys(words_of_road(3));
    EXPECT_NE(keys.of({1, 2}, {3, 4}, 5, 0), keys.of({1, 2}, {3, 4}, 5, 1));
    EXPECT_NE(keys.of({1, 2}, {3, 4}, 5, 1), keys.of({3, 4}, {1, 2}, 5, 1));
}

}  // namespace
}  // namespace aidway
