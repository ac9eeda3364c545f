// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace aidway {

/// What a file of so many bytes may hold: points, letters, objects. Packed best, each takes two bytes or more; four a
/// byte, and a million in any case, is more than any honest file has. What swells beyond was made to fill the memory.
class Room {
public:
    Room() = default;
    explicit Room(std::uint64_t bytes) : left_(1'000'000 + 4 * bytes) {}

    /// Whether there is room for so many more; if so they take it.
    [[nodiscard]] bool take(std::uint64_t things) {
        if (things > left_) return false;
        left_ -= things;
        return true;
    }

private:
    std::uint64_t left_ = 0;
};

}  // namespace aidway
