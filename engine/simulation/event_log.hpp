// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "simulation/event.hpp"

namespace aidway {

/// The events of one replicate, in order. It keeps its memory; to add to it costs the writing of an event and a
/// comparison, wherever that is done.
class EventLog {
public:
    void add(const Event& event) {
        if (size_ == events_.size()) grow();
        events_[size_++] = event;
    }
    /// Forgets all but the first `size` events.
    void cut(std::size_t size) { size_ = size; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::span<const Event> all() const { return std::span(events_).first(size_); }

private:
    void grow();
    std::vector<Event> events_;  ///< those beyond `size_` mean nothing
    std::size_t size_ = 0;
};

}  // namespace aidway
