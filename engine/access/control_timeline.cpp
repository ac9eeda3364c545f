// SPDX-License-Identifier: Apache-2.0
#include "access/control_timeline.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace aidway {
namespace {

/// Stretches and gaps shorter than this are how borders are drawn, not who holds what.
constexpr double least_stretch_deg = 1e-6;

bool holds(const ControlArea& area, Instant at) { return at >= area.from && at < area.until; }

double cross(LonLat origin, LonLat a, LonLat b) {
    return (a.lon_deg - origin.lon_deg) * (b.lat_deg - origin.lat_deg) -
           (a.lat_deg - origin.lat_deg) * (b.lon_deg - origin.lon_deg);
}

/// Whether the edge lies east of the place, level with it. An edge counts with its lower end and without its upper
/// one, and is looked at upwards whichever way it was drawn: neighbours agree about the edge they share.
bool is_east(LonLat place, LonLat a, LonLat b) {
    if (a.lat_deg > b.lat_deg) std::swap(a, b);
    if (place.lat_deg < a.lat_deg || place.lat_deg >= b.lat_deg) return false;
    return cross(a, b, place) > 0;
}

bool contains(const ControlArea& area, LonLat place) {
    bool inside = false;
    for (const auto& ring : area.rings) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            if (is_east(place, ring[i], ring[(i + 1) % ring.size()])) inside = !inside;
        }
    }
    return inside;
}

LonLat between(LonLat a, LonLat b, double share) {
    return {a.lon_deg + (b.lon_deg - a.lon_deg) * share, a.lat_deg + (b.lat_deg - a.lat_deg) * share};
}

/// Share of the way from a to b at which it comes nearest to the place.
double share_of(LonLat a, LonLat b, LonLat place) {
    const double east = b.lon_deg - a.lon_deg;
    const double north = b.lat_deg - a.lat_deg;
    return ((place.lon_deg - a.lon_deg) * east + (place.lat_deg - a.lat_deg) * north) / (east * east + north * north);
}

double distance_deg(LonLat a, LonLat b) {
    const double east = b.lon_deg - a.lon_deg;
    const double north = b.lat_deg - a.lat_deg;
    return std::sqrt(east * east + north * north);
}

}  // namespace

ControlTimeline::ControlTimeline(std::vector<ControlArea> areas) : areas_(std::move(areas)) {
    std::stable_sort(areas_.begin(), areas_.end(), [](const ControlArea& a, const ControlArea& b) {
        return std::pair(a.priority, a.from) < std::pair(b.priority, b.from);
    });
    constexpr double far = std::numeric_limits<double>::infinity();
    for (const auto& area : areas_) {
        Frame frame{{far, far}, {-far, -far}};
        for (const auto& ring : area.rings) {
            for (const LonLat point : ring) {
                frame.low = {std::min(frame.low.lon_deg, point.lon_deg), std::min(frame.low.lat_deg, point.lat_deg)};
                frame.high = {std::max(frame.high.lon_deg, point.lon_deg), std::max(frame.high.lat_deg, point.lat_deg)};
            }
        }
        frames_.push_back(frame);
    }
}

const ControlArea* ControlTimeline::area_at(LonLat place, Instant at) const {
    for (std::size_t i = areas_.size(); i-- > 0;) {
        const Frame& frame = frames_[i];
        const bool framed = place.lon_deg >= frame.low.lon_deg && place.lon_deg <= frame.high.lon_deg &&
                            place.lat_deg >= frame.low.lat_deg && place.lat_deg <= frame.high.lat_deg;
        if (framed && holds(areas_[i], at) && contains(areas_[i], place)) return &areas_[i];
    }
    return nullptr;
}

std::optional<PartyId> ControlTimeline::holder_at(LonLat place, Instant at) const {
    const ControlArea* area = area_at(place, at);
    return area != nullptr && area->ground == Ground::held ? std::optional(area->party) : std::nullopt;
}

/// Where the piece from a to b meets an edge of an area that holds then, as shares of its length.
void ControlTimeline::add_crossings(LonLat a, LonLat b, Instant at, std::vector<double>& shares) const {
    const auto [west, east] = std::minmax(a.lon_deg, b.lon_deg);
    const auto [south, north] = std::minmax(a.lat_deg, b.lat_deg);
    for (std::size_t i = 0; i < areas_.size(); ++i) {
        const Frame& frame = frames_[i];
        const bool apart = east < frame.low.lon_deg || west > frame.high.lon_deg || north < frame.low.lat_deg ||
                           south > frame.high.lat_deg;
        if (apart || !holds(areas_[i], at)) continue;
        for (const auto& ring : areas_[i].rings) {
            for (std::size_t j = 0; j < ring.size(); ++j) {
                const LonLat c = ring[j];
                const LonLat d = ring[(j + 1) % ring.size()];
                const double side_c = cross(a, b, c);
                const double side_d = cross(a, b, d);
                if (side_c == side_d) {  // level with the piece: where it begins and ends, if it lies on it
                    if (side_c != 0) continue;
                    shares.push_back(share_of(a, b, c));
                    shares.push_back(share_of(a, b, d));
                } else if ((side_c <= 0) != (side_d <= 0) || side_c == 0 || side_d == 0) {
                    shares.push_back(share_of(a, b, between(c, d, side_c / (side_c - side_d))));
                }
            }
        }
    }
}

std::vector<ControlTimeline::Stretch> ControlTimeline::along(std::span<const LonLat> line, Instant at) const {
    std::vector<Stretch> stretches;
    std::vector<double> shares;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const LonLat a = line[i - 1];
        const LonLat b = line[i];
        const double length_deg = distance_deg(a, b);
        if (length_deg == 0) continue;
        shares.assign({0.0, 1.0});
        add_crossings(a, b, at, shares);
        for (double& share : shares) share = std::clamp(share, 0.0, 1.0);
        std::sort(shares.begin(), shares.end());
        for (std::size_t j = 1; j < shares.size(); ++j) {
            if ((shares[j] - shares[j - 1]) * length_deg < least_stretch_deg) continue;
            const auto party = holder_at(between(a, b, (shares[j - 1] + shares[j]) / 2), at);
            if (stretches.empty() || stretches.back().party != party) {
                stretches.push_back({party, between(a, b, shares[j - 1])});
            }
        }
    }
    return stretches;
}

std::vector<Instant> ControlTimeline::changes(Instant from, Instant until) const {
    std::vector<Instant> moments;
    for (const auto& area : areas_) {
        for (const Instant moment : {area.from, area.until}) {
            if (moment > from && moment < until) moments.push_back(moment);
        }
    }
    std::sort(moments.begin(), moments.end());
    moments.erase(std::unique(moments.begin(), moments.end()), moments.end());
    return moments;
}

}  // namespace aidway
