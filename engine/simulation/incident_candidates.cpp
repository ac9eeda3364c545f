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

}  // namespace

void IncidentCandidates::use(ReplicateKey key, const Parameters& parameters, bool new_point) {
    if (drawn_ && !new_point && key == key_) return;
    key_ = key;
    drawn_ = true;
    all_.clear();
    if (!parameters.violence) return;
    const double factor = highest_factor(parameters);
    const auto& sources = parameters.violence->sources;
    const auto days = static_cast<std::uint32_t>((parameters.period_s + 86'399) / 86'400);
    for (std::uint32_t s = 0; s < sources.size(); ++s) {
        const double highest = sources[s].rate * factor;
        double from = 0, width = 1;
        for (std::uint32_t band = 0; from < highest; ++band) {
            for (std::uint32_t day = 0; day < days; ++day) {
                const auto of_band = refine(sources[s].key, day, band);
                const auto count = poisson(width, Draw(key, stream, of_band, how_many).uniform(0));
                for (std::uint32_t number = 0; number < count; ++number) {
                    const Draw draw(key, stream, of_band, number);
                    const double height = from + draw.uniform(1) * width;
                    const auto at_s =
                        std::int64_t{day} * 86'400 + static_cast<std::int64_t>(draw.uniform(0) * 86'400.0);
                    if (height < highest) all_.push_back({at_s, height, of_band, number, s});
                }
            }
            from += width;
            width = std::min(from, widest);
        }
    }
    std::sort(all_.begin(), all_.end(), [](const auto& x, const auto& y) {
        return std::tuple(x.at_s, x.key.low56, x.number) < std::tuple(y.at_s, y.key.low56, y.number);
    });
}

}  // namespace aidway
