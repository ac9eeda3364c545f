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

/// A band of intensities, in incidents a day: [0, 1), [1, 2), [2, 4) ... each as wide as all below it, until a Poisson
/// number is not drawn at once for wider ones. There is always a next one.
struct IntensityBand {
    double from = 0;
    double width = 1;
    std::uint32_t number = 0;
    [[nodiscard]] IntensityBand next() const;
};

/// Adds the candidates of one source, day and band: a Poisson number of them, each with a uniform moment and height.
void add_candidates(ReplicateKey key, const Parameters& parameters, std::uint32_t source, std::uint32_t day,
                    const IntensityBand& band, std::vector<IncidentCandidate>& to);

/// Candidates of a replicate, in order of time (ties by key and number): those that unprovoked violence in the worst
/// climate can ask for. They are the same in every agreement and arm, so they are drawn once and kept until another
/// replicate is asked for. Where violence answers violence, whole bands are kept, and further bands are opened within
/// the run: the Poisson embedding of the model, sections 2 and 4.
class IncidentCandidates {
public:
    static constexpr StreamId stream{8};
    /// `new_point`: the parameters are others than at the last call, whatever the key. No allocation once it has grown.
    void use(ReplicateKey key, const Parameters& parameters, bool new_point);
    [[nodiscard]] const std::vector<IncidentCandidate>& all() const { return all_; }
    /// The lowest band of a source that `all` has nothing of.
    [[nodiscard]] const IntensityBand& first_left_out(std::uint32_t source) const { return left_out_[source]; }

private:
    ReplicateKey key_;
    bool drawn_ = false;
    std::vector<IncidentCandidate> all_;
    std::vector<IntensityBand> left_out_;  ///< per source
};

}  // namespace aidway
