// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>

#include "simulation/tally.hpp"

namespace aidway {

/// The tally of a study, made of the tallies of its blocks as they are done, in any order: what is kept of every
/// replicate goes to its place at once, so that there is one copy of it. Sums have the order of the blocks' numbers.
/// For one thread at a time; the layout must outlive it.
class JoinedBlocks {
public:
    /// Blocks hold `block` replicates, the last one what is left.
    JoinedBlocks(const TallyLayout& layout, std::uint32_t replicates, std::uint32_t block);
    void add(std::uint32_t number, Tally tally);
    /// All complete blocks from the first on, which may be fewer replicates than the whole. What is taken is gone.
    [[nodiscard]] Tally take();

private:
    void count(const Tally& next);

    const TallyLayout& layout_;
    std::uint32_t block_;
    Tally whole_;
    std::uint32_t complete_ = 0;              ///< replicates of complete blocks from the first on
    std::map<std::uint32_t, Tally> waiting_;  ///< for blocks before them; their sums alone
};

}  // namespace aidway
