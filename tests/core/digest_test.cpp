// SPDX-License-Identifier: Apache-2.0
#include "core/digest.hpp"

#include <gtest/gtest.h>

#include <set>

#include "core/checksum.hpp"
#include "core/digest_bytes.hpp"

namespace aidway {
namespace {

// By Python's `xxhash` package: xxh3_128_hexdigest(b"t" + pack("<Q", 4) + b"road" + b"i" + pack("<Qq", 8, -7) +
// b"d" + pack("<Qd", 8, 0.5)).
TEST(Digest, IsTheHashOfKindsLengthsAndBytes) {
    EXPECT_EQ(Digest{}.add("road").add(std::int64_t{-7}).add(0.5).hex(), "9599a1f989c9c39b7d2ae57c52f32340");
    EXPECT_EQ(Digest{}.hex(), "99aa06d3014798d86001c324468d497f");
}

TEST(Digest, TellsSequencesApartThatReadAlikeWhenJoined) {
    const std::set<std::string> digests{Digest{}.add("ab").add("c").hex(), Digest{}.add("a").add("bc").hex(),
                                        Digest{}.add("abc").hex(),         Digest{}.add("abc").add("").hex(),
                                        Digest{}.add("").add("abc").hex(), Digest{}.hex()};
    EXPECT_EQ(digests.size(), 6U);
}

TEST(Digest, TellsKindsApartThatShareTheirBits) {
    const std::set<std::string> digests{Digest{}.add(std::int64_t{0}).hex(), Digest{}.add(0.0).hex(),
                                        Digest{}.add(std::string(8, '\0')).hex()};
    EXPECT_EQ(digests.size(), 3U);
}

TEST(Digest, TakesNegativeZeroForZeroAndNothingElse) {
    EXPECT_EQ(Digest{}.add(-0.0).hex(), Digest{}.add(0.0).hex());
    EXPECT_NE(Digest{}.add(5e-324).hex(), Digest{}.add(0.0).hex());
    EXPECT_NE(Digest{}.add(-1.0).hex(), Digest{}.add(1.0).hex());
}

TEST(Digest, ACopyGoesOnByItself) {
    Digest digest = Digest{}.add("castello");
    Digest copy;
    copy = digest;
    digest.add(std::int64_t{1});
    EXPECT_EQ(copy.hex(), Digest{}.add("castello").hex());
    EXPECT_EQ(digest.hex(), copy.add(std::int64_t{1}).hex());
}

// Longer than what a hash holds back, so that it goes on where it stopped.
TEST(Digest, HowValuesComeDoesNotMatterHoweverManyThereAre) {
    Digest digest;
    std::string bytes;
    for (std::int64_t i = 0; i < 1000; ++i) {
        digest.add(i).add("road");
        std::array<char, digest_number_size> number{};
        write_digest_number(number.data(), i);
        const auto before = digest_bytes_before("road");
        bytes.append(number.data(), number.size()).append(before.data(), before.size()).append("road");
    }
    EXPECT_EQ(digest.bytes(), checksum_of(bytes));
}

TEST(Digest, HexSpellsTheBytes) {
    const Digest digest = Digest{}.add("castello");
    const std::string hex = digest.hex();
    ASSERT_EQ(hex.size(), 32U);
    for (std::size_t i = 0; i < 16; ++i) EXPECT_EQ(std::stoi(hex.substr(2 * i, 2), nullptr, 16), digest.bytes()[i]);
}

}  // namespace
}  // namespace aidway
