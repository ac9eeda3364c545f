// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/draw.hpp"
#include "simulation/parameters.hpp"

namespace aidway {

/// An act of violence that happens if the rate of its source at its moment is above its height.
struct IncidentCandidate {
    std::int64_t at_s = 0;
    double height = 0;  ///< incidents a day
    EntityKey key;      ///< of its source, day and band; with `number` it names all further draws
    std::uint32_t number = 0;
    std::uint32_t source = 0;
};

/// All candidates of a replicate, in order of time (ties by key and number). They are the same in every agreement and
/// arm, so they are drawn once and kept until another replicate is asked for. Each band of intensities [0, 1), [1, 2),
/// [2, 4) ... a day has, each day, a Poisson number of candidates with a uniform moment and height: the Poisson
/// embedding of the model, sections 2 and 4. Left out are those above the highest rate that the worst climate allows.
class IncidentCandidates {
public:
    static constexpr StreamId stream{8};
    /// `new_point`: the parameters are others than at the last call, whatever the key. No allocation once it has grown.
    void use(ReplicateKey key, const Parameters& parameters, bool new_point);
    [[nodiscard]] const std::vector<IncidentCandidate>& all() const { return all_; }

private:
    ReplicateKey key_;
    bool drawn_ = false;
    std::vector<IncidentCandidate> all_;
};

}  // namespace aidway
