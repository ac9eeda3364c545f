// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/draw.hpp"

namespace aidway {

/// Draws of one stream for some entities, one a day: each is what `Draw` with the day for its slot gives. None hangs on
/// an agreement, so each is drawn once a replicate, when it is first asked for.
class DailyDraws {
public:
    explicit DailyDraws(StreamId stream) : stream_(stream) {}
    /// For another replicate, or other entities. No allocation once it has grown.
    void use(ReplicateKey key, const std::vector<EntityKey>& entities, std::uint32_t days) {
        key_ = key;
        entities_ = entities;
        days_ = days;
        known_.assign(entities.size() * days, 0);
        draws_.resize(known_.size(), Draw(key, stream_, {}, 0));
    }
    /// `entity` by its place in the list.
    [[nodiscard]] const Draw& of(std::size_t entity, std::uint32_t day) {
        const std::size_t i = entity * days_ + day;
        if (known_[i] == 0) {
            known_[i] = 1;
            draws_[i] = Draw(key_, stream_, entities_[entity], day);
        }
        return draws_[i];
    }

private:
    StreamId stream_;
    ReplicateKey key_;
    std::vector<EntityKey> entities_;
    std::size_t days_ = 0;
    std::vector<std::uint8_t> known_;  ///< [entity][day]
    std::vector<Draw> draws_;          ///< likewise
};

}  // namespace aidway
