// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/draw.hpp"
#include "simulation/event.hpp"
#include "simulation/parameters.hpp"

namespace aidway {

/// An act of violence that happens if the rate of its source at its moment is above its height; and what it would be:
/// nothing of that hangs on an agreement.
struct IncidentCandidate {
    std::int64_t at_s = 0;
    double height = 0;  ///< incidents a day
    EntityKey key;      ///< of its source, day and band; with `number` it names all further draws
    std::uint32_t number = 0;
    std::uint32_t source = 0;
    std::uint16_t place = Event::no_index;  ///< where it would strike; `no_index` where its theatre has no place
    bool severe = false;
    std::uint16_t closures = 0;  ///< gates that it would shut
    std::uint32_t first_closure = 0;
};

/// A gate that an act of violence would shut for a while.
struct GateClosure {
    std::int64_t seconds = 0;
    std::uint16_t gate = 0;
};

/// A band of intensities, in incidents a day: [0, 1), [1, 2), [2, 4) ... each as wide as all below it, until a Poisson
/// number is not drawn at once for wider ones. There is always a next one.
struct IntensityBand {
    double from = 0;
    double width = 1;
    std::uint32_t number = 0;
    [[nodiscard]] IntensityBand next() const;
};

/// Candidates of a replicate: a Poisson number for each source, day and band, each with a uniform moment and height.
/// They are the same in every agreement and arm, so they are drawn once and kept until another replicate is asked for:
/// beforehand those that unprovoked violence in the worst climate can ask for; further bands, where violence answers
/// violence, when a run first asks for them (the Poisson embedding of the model, sections 2 and 4).
class IncidentCandidates {
public:
    static constexpr StreamId stream{8};
    /// `new_point`: the parameters are others than at the last call, whatever the key. No allocation once it has grown.
    void use(ReplicateKey key, const Parameters& parameters, bool new_point);

    /// Drawn beforehand, in order of time (ties by key and number). Where violence answers violence, whole bands.
    [[nodiscard]] const std::vector<IncidentCandidate>& foreseen() const { return foreseen_; }
    /// The lowest band of a source that `foreseen` has nothing of.
    [[nodiscard]] const IntensityBand& first_left_out(std::uint32_t source) const { return left_out_[source]; }

    /// Where the candidates of a further band lie.
    struct Opened {
        std::uint32_t first = 0;
        std::uint32_t end = 0;
    };
    /// Bands of one source and day must be opened upwards, from `first_left_out` on.
    [[nodiscard]] Opened open(const Parameters& parameters, std::uint32_t source, std::uint32_t day,
                              const IntensityBand& band);
    /// Good until a band is opened.
    [[nodiscard]] const IncidentCandidate& opened(std::uint32_t at) const { return opened_[at]; }

    [[nodiscard]] std::span<const GateClosure> closures(const IncidentCandidate& candidate) const {
        return std::span(closures_).subspan(candidate.first_closure, candidate.closures);
    }

private:
    /// A further band that has been drawn; those of one source and day are linked, upwards.
    struct DrawnBand {
        std::uint32_t number = 0;
        Opened at;
        std::uint32_t next = 0;
    };
    static constexpr std::uint32_t none = 0xffff'ffff;

    void draw_band(const Parameters& parameters, std::uint32_t source, std::uint32_t day, const IntensityBand& band,
                   std::vector<IncidentCandidate>& to) const;
    /// Adds what can be foreseen of a day; `factor`: of rates in the worst climate.
    void draw_day(const Parameters& parameters, std::uint32_t day, double factor);
    /// Draws which gates the candidate would shut.
    void foresee_closures(const Parameters& parameters, IncidentCandidate& candidate);

    ReplicateKey key_;
    bool drawn_ = false;
    std::uint32_t days_ = 0;
    std::vector<IncidentCandidate> foreseen_, opened_;
    std::vector<GateClosure> closures_;
    std::vector<IntensityBand> left_out_;  ///< per source
    std::vector<DrawnBand> bands_;
    std::vector<std::uint32_t> first_band_;  ///< [source * days + day], or none
};

}  // namespace aidway
