// SPDX-License-Identifier: Apache-2.0
#include "routing/flow.hpp"

#include <algorithm>

namespace aidway {

std::uint32_t Flow::add_vertex() {
    out_.emplace_back();
    return static_cast<std::uint32_t>(out_.size() - 1);
}

std::size_t Flow::connect(std::uint32_t from, std::uint32_t to, std::int64_t capacity) {
    const auto edge = static_cast<std::uint32_t>(head_.size());
    out_[from].push_back(edge);
    out_[to].push_back(edge + 1);
    head_.push_back(to);
    head_.push_back(from);
    capacity_.push_back(capacity);
    return capacity_.size() - 1;
}

bool Flow::find_way(std::uint32_t source, std::uint32_t sink) {
    came_by_.assign(out_.size(), none);
    came_by_[source] = none - 1;
    std::vector<std::uint32_t> open{source};
    for (std::size_t next = 0; next < open.size(); ++next) {
        for (const std::uint32_t edge : out_[open[next]]) {
            const std::uint32_t there = head_[edge];
            if (left_[edge] == 0 || came_by_[there] != none) continue;
            came_by_[there] = edge;
            if (there == sink) return true;
            open.push_back(there);
        }
    }
    return false;
}

std::int64_t Flow::maximise(std::uint32_t source, std::uint32_t sink) {
    left_.assign(head_.size(), 0);
    for (std::size_t i = 0; i < capacity_.size(); ++i) left_[2 * i] = capacity_[i];
    std::int64_t all = 0;
    while (find_way(source, sink)) {
        std::int64_t more = unlimited;
        for (std::uint32_t v = sink; v != source; v = head_[came_by_[v] ^ 1U])
            more = std::min(more, left_[came_by_[v]]);
        if (more >= unlimited / 2) return unlimited;
        for (std::uint32_t v = sink; v != source; v = head_[came_by_[v] ^ 1U]) {
            left_[came_by_[v]] -= more;
            left_[came_by_[v] ^ 1U] += more;
        }
        all += more;
    }
    return all;
}

}  // namespace aidway
