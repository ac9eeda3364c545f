// SPDX-License-Identifier: Apache-2.0
#include "simulation/incident_candidates.hpp"

#include <algorithm>
#include <tuple>

#include "core/law.hpp"
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

std::uint16_t place_of(const Draw& draw, const TheatreParameters& theatre) {
    const auto& sums = theatre.weights_to;
    if (sums.empty() || !(sums.back() > 0)) return Event::no_index;
    const auto found = std::upper_bound(sums.begin(), sums.end(), draw.uniform(2) * sums.back());
    const auto i = std::min<std::size_t>(static_cast<std::size_t>(found - sums.begin()), sums.size() - 1);
    return theatre.place_order[i];
}

}  // namespace

IntensityBand IntensityBand::next() const { return {from + width, std::min(from + width, widest), number + 1}; }

void IncidentCandidates::draw_band(const Parameters& parameters, std::uint32_t source, std::uint32_t day,
                                   const IntensityBand& band, std::vector<IncidentCandidate>& to) const {
    const auto& of_source = parameters.violence->sources[source];
    const auto& theatre = parameters.violence->theatres[of_source.theatre];
    const auto of_band = refine(of_source.key, day, band.number);
    const auto count = poisson(band.width, Draw(key_, stream, of_band, how_many).uniform(0));
    for (std::uint32_t number = 0; number < count; ++number) {
        const Draw draw(key_, stream, of_band, number);
        const double height = band.from + draw.uniform(1) * band.width;
        const auto at_s = std::int64_t{day} * 86'400 + static_cast<std::int64_t>(draw.uniform(0) * 86'400.0);
        to.push_back({.at_s = at_s,
                      .height = height,
                      .key = of_band,
                      .number = number,
                      .source = source,
                      .place = place_of(draw, theatre),
                      .severe = draw.chance(3, of_source.severe)});
    }
}

void IncidentCandidates::draw_day(const Parameters& parameters, std::uint32_t day, double factor) {
    const auto& violence = *parameters.violence;
    const auto first = static_cast<std::ptrdiff_t>(foreseen_.size());
    for (std::uint32_t s = 0; s < violence.sources.size(); ++s) {
        for (IntensityBand band; band.number < left_out_[s].number; band = band.next()) {
            draw_band(parameters, s, day, band, foreseen_);
        }
    }
    if (!violence.answers) {
        const auto too_high = [&](const IncidentCandidate& c) {
            return c.height >= violence.sources[c.source].rate * factor;
        };
        foreseen_.erase(std::remove_if(foreseen_.begin() + first, foreseen_.end(), too_high), foreseen_.end());
    }
    std::sort(foreseen_.begin() + first, foreseen_.end(), earlier);
}

void IncidentCandidates::foresee_closures(const Parameters& parameters, IncidentCandidate& candidate) {
    const auto& violence = *parameters.violence;
    candidate.first_closure = static_cast<std::uint32_t>(closures_.size());
    candidate.closures = 0;
    if (candidate.place == Event::no_index) return;
    for (const auto g : violence.gates_on_route[candidate.place]) {
        const auto gate = parameters.gates[g].key.low56;
        const auto at_gate =
            refine(candidate.key, static_cast<std::uint32_t>(gate), static_cast<std::uint32_t>(gate >> 32U));
        const Draw of_gate(key_, stream, at_gate, candidate.number);
        if (!of_gate.chance(0, violence.shuts_gate)) continue;
        const auto seconds = static_cast<std::int64_t>(quantile(violence.shut_for, of_gate.uniform(1)));
        if (seconds <= 0) continue;
        closures_.push_back({seconds, g});
        ++candidate.closures;
    }
}

void IncidentCandidates::use(ReplicateKey key, const Parameters& parameters, bool new_point) {
    if (drawn_ && !new_point && key == key_) return;
    key_ = key;
    drawn_ = true;
    foreseen_.clear();
    opened_.clear();
    closures_.clear();
    left_out_.clear();
    bands_.clear();
    if (!parameters.violence) return;
    const double factor = highest_factor(parameters);
    const auto& sources = parameters.violence->sources;
    days_ = static_cast<std::uint32_t>((parameters.period_s + 86'399) / 86'400);
    first_band_.assign(sources.size() * days_, none);
    for (const auto& source : sources) {
        IntensityBand band;
        while (band.from < source.rate * factor) band = band.next();
        left_out_.push_back(band);
    }
    for (std::uint32_t day = 0; day < days_; ++day) draw_day(parameters, day, factor);
    for (auto& candidate : foreseen_) foresee_closures(parameters, candidate);
}

IncidentCandidates::Opened IncidentCandidates::open(const Parameters& parameters, std::uint32_t source,
                                                    std::uint32_t day, const IntensityBand& band) {
    std::uint32_t* link = &first_band_[std::size_t{source} * days_ + day];
    for (; *link != none; link = &bands_[*link].next) {
        if (bands_[*link].number == band.number) return bands_[*link].at;
    }
    *link = static_cast<std::uint32_t>(bands_.size());
    const auto first = static_cast<std::uint32_t>(opened_.size());
    draw_band(parameters, source, day, band, opened_);
    for (std::size_t i = first; i < opened_.size(); ++i) foresee_closures(parameters, opened_[i]);
    const Opened at{first, static_cast<std::uint32_t>(opened_.size())};
    bands_.push_back({band.number, at, none});
    return at;
}

}  // namespace aidway
