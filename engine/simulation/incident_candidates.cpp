// SPDX-License-Identifier: Apache-2.0
#include "simulation/incident_candidates.hpp"

#include <algorithm>
#include <tuple>

#include "core/samplers.hpp"

namespace aidway {
namespace {

/// Slot of the number of a band's candidates; the candidates' own slots count from 0.
constexpr std::uint32_t how_many = 0xffff'ffff;
/// Widest band that a Poisson number is drawn for at once; wider ones would leave its chances too small.
constexpr double widest = 256;

double highest_factor(const Parameters& parameters) {
    if (!parameters.climate) return 1.0;
    double highest = 0;
    for (const auto& state : parameters.climate->states) highest = std::max(highest, state.violence);
    return highest;
}

bool earlier(const IncidentCandidate& x, const IncidentCandidate& y) {
    return std::tuple(x.at_s, x.key.low56, x.number) < std::tuple(y.at_s, y.key.low56, y.number);
}

}  // namespace

IntensityBand IntensityBand::next() const { return {from + width, std::min(from + width, widest), number + 1}; }

void add_candidates(ReplicateKey key, const Parameters& parameters, std::uint32_t source, std::uint32_t day,
                    const IntensityBand& band, std::vector<IncidentCandidate>& to) {
    constexpr auto stream = IncidentCandidates::stream;
    const auto of_band = refine(parameters.violence->sources[source].key, day, band.number);
    const auto count = poisson(band.width, Draw(key, stream, of_band, how_many).uniform(0));
    for (std::uint32_t number = 0; number < count; ++number) {
        const Draw draw(key, stream, of_band, number);
        const double height = band.from + draw.uniform(1) * band.width;
        const auto at_s = std::int64_t{day} * 86'400 + static_cast<std::int64_t>(draw.uniform(0) * 86'400.0);
        to.push_back({at_s, height, of_band, number, source});
    }
}

void IncidentCandidates::use(ReplicateKey key, const Parameters& parameters, bool new_point) {
    if (drawn_ && !new_point && key == key_) return;
    key_ = key;
    drawn_ = true;
    all_.clear();
    left_out_.clear();
    if (!parameters.violence) return;
    const double factor = highest_factor(parameters);
    const auto& sources = parameters.violence->sources;
    const auto days = static_cast<std::uint32_t>((parameters.period_s + 86'399) / 86'400);
    for (std::uint32_t s = 0; s < sources.size(); ++s) {
        const double highest = sources[s].rate * factor;
        const std::size_t before = all_.size();
        IntensityBand band;
        for (; band.from < highest; band = band.next()) {
            for (std::uint32_t day = 0; day < days; ++day) add_candidates(key, parameters, s, day, band, all_);
        }
        left_out_.push_back(band);
        if (parameters.violence->answers) continue;
        const auto first = all_.begin() + static_cast<std::ptrdiff_t>(before);
        all_.erase(std::remove_if(first, all_.end(), [&](const auto& c) { return c.height >= highest; }), all_.end());
    }
    std::sort(all_.begin(), all_.end(), earlier);
}

}  // namespace aidway
