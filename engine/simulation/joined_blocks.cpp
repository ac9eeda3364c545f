// SPDX-License-Identifier: Apache-2.0
#include "simulation/joined_blocks.hpp"

#include <algorithm>
#include <utility>

namespace aidway {
namespace {

template <class Numbers>
void add_to(Numbers& sum, const Numbers& part) {
    if (sum.empty()) sum.assign(part.size(), {});
    for (std::size_t i = 0; i < part.size(); ++i) sum[i] += part[i];
}

/// Copies the first `count` columns of rows that are `from_width` long to those that are `to_width` long, from column
/// `first` on.
template <class T>
void place(const SpillVector<T>& from, std::size_t from_width, std::size_t count, SpillVector<T>& to,
           std::size_t to_width, std::size_t first) {
    for (std::size_t row = 0; row < from.size() / from_width; ++row) {
        std::copy_n(from.data() + row * from_width, count, to.data() + row * to_width + first);
    }
}

}  // namespace

JoinedBlocks::JoinedBlocks(const TallyLayout& layout, std::uint32_t replicates, std::uint32_t block)
    : layout_(layout), block_(block) {
    whole_.replicates = replicates;
    whole_.scalars.resize(layout.scalar_cells() * layout.variants() * replicates);
    whole_.parts.resize(layout.part_cells() * layout.variants() * replicates);
}

void JoinedBlocks::add(std::uint32_t number, Tally tally) {
    const std::size_t first = std::size_t{number} * block_;
    place(tally.scalars, tally.replicates, tally.replicates, whole_.scalars, whole_.replicates, first);
    place(tally.parts, tally.replicates, tally.replicates, whole_.parts, whole_.replicates, first);
    tally.scalars = {};
    tally.parts = {};
    waiting_.emplace(number, std::move(tally));
    for (auto next = waiting_.begin(); next != waiting_.end() && std::size_t{next->first} * block_ == complete_;
         next = waiting_.erase(next)) {
        count(next->second);
    }
}

void JoinedBlocks::count(const Tally& next) {
    complete_ += next.replicates;
    whole_.bands_used = std::max(whole_.bands_used, next.bands_used);
    add_to(whole_.histogram, next.histogram);
    add_to(whole_.weekly_sum, next.weekly_sum);
}

Tally JoinedBlocks::take() {
    Tally taken = std::exchange(whole_, {});
    const std::uint32_t complete = std::exchange(complete_, 0);
    if (complete == taken.replicates) return taken;
    Tally fewer;
    fewer.replicates = complete;
    fewer.bands_used = taken.bands_used;
    fewer.histogram = std::move(taken.histogram);
    fewer.weekly_sum = std::move(taken.weekly_sum);
    fewer.scalars.resize(layout_.scalar_cells() * layout_.variants() * complete);
    fewer.parts.resize(layout_.part_cells() * layout_.variants() * complete);
    place(taken.scalars, taken.replicates, complete, fewer.scalars, complete, 0);
    place(taken.parts, taken.replicates, complete, fewer.parts, complete, 0);
    return fewer;
}

}  // namespace aidway
