// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace aidway {

/// A maximum flow in a small graph of whole capacities.
class Flow {
public:
    /// More than any flow that is asked for.
    static constexpr std::int64_t unlimited = std::int64_t{1} << 60;

    explicit Flow(std::size_t vertices) : out_(vertices) {}

    [[nodiscard]] std::uint32_t add_vertex();
    /// Returns a number to ask `sent` by.
    std::size_t connect(std::uint32_t from, std::uint32_t to, std::int64_t capacity);
    void set_capacity(std::size_t connection, std::int64_t capacity) { capacity_[connection] = capacity; }

    /// The most that can be sent; `unlimited` where a way has no limit. Starts anew with every call.
    [[nodiscard]] std::int64_t maximise(std::uint32_t source, std::uint32_t sink);
    /// After `maximise`: what a connection carries.
    [[nodiscard]] std::int64_t sent(std::size_t connection) const {
        return capacity_[connection] - left_[2 * connection];
    }
    /// After `maximise`: whether more could come to a vertex.
    [[nodiscard]] bool on_source_side(std::uint32_t vertex) const { return came_by_[vertex] != none; }

private:
    static constexpr std::uint32_t none = 0xffff'ffff;
    [[nodiscard]] bool find_way(std::uint32_t source, std::uint32_t sink);

    std::vector<std::vector<std::uint32_t>> out_;  // per vertex: its edges, 2 * connection there, + 1 back
    std::vector<std::uint32_t> head_;              // per edge
    std::vector<std::int64_t> capacity_;           // per connection
    std::vector<std::int64_t> left_;               // per edge
    std::vector<std::uint32_t> came_by_;           // per vertex
};

}  // namespace aidway
