// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "core/philox.hpp"

namespace aidway {

/// Which replicate of which study: all that is needed to replay it.
struct ReplicateKey {
    std::uint64_t seed = 0;
    std::uint32_t replicate = 0;
    bool operator==(const ReplicateKey&) const = default;
};

/// Number of a process, declared by the process, unique and never reused.
struct StreamId {
    std::uint8_t value = 0;
    auto operator<=>(const StreamId&) const = default;
};

/// 56-bit hash of stable names (community, decider, gate, convoy ...), never an index. Bits above 55 are 0.
struct EntityKey {
    std::uint64_t low56 = 0;
    auto operator<=>(const EntityKey&) const = default;
};

/// Hash of the parts in order, by XXH3, each ended by a byte that no name contains (0x1f), cut to 56 bits: the same on
/// every machine. Allocates; make keys while compiling a model, not inside a replicate. With 10,000 keys the chance
/// that any two collide is below 1e-9.
[[nodiscard]] EntityKey entity_key(std::initializer_list<std::string_view> parts);

/// A key refined by two whole numbers (cycle, attempt, convoy number ...); cheap, for use inside a replicate.
/// Never equal to its base by rule: refine(base, 0, 0) is another key.
[[nodiscard]] EntityKey refine(EntityKey base, std::uint32_t a, std::uint32_t b = 0) noexcept;

/// The four words of one decision: Philox4x32-10 with key = {seed bits 31..0, seed bits 63..32} and
/// counter = {replicate, process (8) | entity bits 55..32 (24), entity bits 31..0, slot}.
/// A value: it depends on nothing but its four arguments, so draws may be made in any order and on any thread.
class Draw {
public:
    Draw(ReplicateKey key, StreamId stream, EntityKey entity, std::uint32_t slot) noexcept
        : words_(philox4x32_10({key.replicate,
                                static_cast<std::uint32_t>(stream.value) << 24U |
                                    (static_cast<std::uint32_t>(entity.low56 >> 32U) & 0x00FFFFFFU),
                                static_cast<std::uint32_t>(entity.low56), slot},
                               {static_cast<std::uint32_t>(key.seed), static_cast<std::uint32_t>(key.seed >> 32U)})) {}

    [[nodiscard]] const std::array<std::uint32_t, 4>& words() const noexcept { return words_; }
    /// Word `i` in 0..3 as a number strictly inside (0, 1): (word + 0.5) / 2^32, exact in double.
    [[nodiscard]] double uniform(int i) const noexcept {
        return (static_cast<double>(words_[static_cast<std::size_t>(i)]) + 0.5) * 0x1p-32;
    }
    /// True with chance `p`, by word `i`; p = 0 never, p = 1 always.
    [[nodiscard]] bool chance(int i, double p) const noexcept { return uniform(i) < p; }

private:
    std::array<std::uint32_t, 4> words_;
};

}  // namespace aidway
