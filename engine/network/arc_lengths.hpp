// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace aidway {

/// Lengths of arcs as a column: whole millimetres in four bytes each, and beside them a table of the few arcs that are
/// longer than four bytes can say (4,294 km). A view: it lives as long as the network it is from.
class ArcLengths {
public:
    /// Stands in the column for "look into the table".
    static constexpr std::uint32_t in_table = 0xffff'ffff;
    struct Long {
        std::uint64_t arc = 0;
        std::int64_t mm = 0;
        bool operator==(const Long&) const = default;
    };

    /// `table` ascends by arc and has an entry for each `in_table` of `column`.
    ArcLengths(std::span<const std::uint32_t> column, std::span<const Long> table) : column_(column), table_(table) {}

    [[nodiscard]] std::size_t size() const noexcept { return column_.size(); }
    [[nodiscard]] std::int64_t mm(std::size_t arc) const {
        if (column_[arc] != in_table) return column_[arc];
        return std::lower_bound(table_.begin(), table_.end(), arc,
                                [](const Long& entry, std::size_t wanted) { return entry.arc < wanted; })
            ->mm;
    }
    /// In metres.
    double operator[](std::size_t arc) const { return static_cast<double>(mm(arc)) / 1000.0; }

private:
    std::span<const std::uint32_t> column_;
    std::span<const Long> table_;
};

}  // namespace aidway
