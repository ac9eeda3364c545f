// SPDX-License-Identifier: Apache-2.0
#include "network/crossings.hpp"

#include <fmt/format.h>

#include <algorithm>
#define BOOST_ALLOW_DEPRECATED_HEADERS  // by Boost 1.74, which warns of its own includes
#include <boost/geometry.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <cstdint>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>

#include "network/grid_turn.hpp"

namespace aidway {
namespace {

namespace geometry = boost::geometry;
using PlanePoint = geometry::model::point<double, 2, geometry::cs::cartesian>;
using PlaneBox = geometry::model::box<PlanePoint>;
using Entry = std::pair<PlaneBox, std::size_t>;

struct Segment {
    GridPoint a, b;  ///< a < b
    std::uint32_t line;
    std::uint32_t number;  ///< its place in the line
    auto operator<=>(const Segment&) const = default;
};

std::int32_t nearest_whole(Wide numerator, Wide denominator) {
    const Wide twice = 2 * numerator + denominator;
    const Wide down = twice / (2 * denominator) - (twice % (2 * denominator) < 0 ? 1 : 0);
    return static_cast<std::int32_t>(down);
}

/// Where two segments have one point in common that is not a vertex of both.
std::optional<GridPoint> crossing(const Segment& p, const Segment& q) {
    if (p.a == q.a || p.a == q.b || p.b == q.a || p.b == q.b) return std::nullopt;
    const Wide from = turn(q.a, q.b, p.a), to = turn(q.a, q.b, p.b);
    const int of_q_a = sign(turn(p.a, p.b, q.a)), of_q_b = sign(turn(p.a, p.b, q.b));
    if (sign(from) * sign(to) > 0 || of_q_a * of_q_b > 0) return std::nullopt;
    if (from == to) return std::nullopt;  // along one straight line
    if (from == 0) return p.a;
    if (to == 0) return p.b;
    if (of_q_a == 0) return q.a;
    if (of_q_b == 0) return q.b;
    // The point at from / (from - to) of the way along p, the greater part divided off first.
    Wide part = from, whole = from - to;
    if (whole < 0) {
        part = -part;
        whole = -whole;
    }
    const auto along = [&](std::int32_t a, std::int32_t b) {
        return a + nearest_whole((Wide{b} - Wide{a}) * part, whole);
    };
    return GridPoint{along(p.a.lon, p.b.lon), along(p.a.lat, p.b.lat)};
}

bool leads_over(const GridLine& line) {
    const auto& features = line.source->kind.features;
    return std::any_of(features.begin(), features.end(),
                       [](const std::string& feature) { return feature == "bridge" || feature == "tunnel"; });
}

std::vector<Segment> segments_of(const std::vector<GridLine>& lines) {
    std::vector<Segment> segments;
    for (std::uint32_t line = 0; line < lines.size(); ++line) {
        if (leads_over(lines[line])) continue;
        const auto& points = lines[line].points;
        for (std::uint32_t i = 0; i + 1 < points.size(); ++i) {
            const auto [a, b] = std::minmax(points[i], points[i + 1]);
            segments.push_back({a, b, line, i});
        }
    }
    return segments;
}

PlaneBox box_of(const Segment& segment) {
    const auto [south, north] = std::minmax(segment.a.lat, segment.b.lat);
    return {{static_cast<double>(segment.a.lon), static_cast<double>(south)},
            {static_cast<double>(segment.b.lon), static_cast<double>(north)}};
}

/// A new vertex of a line, on one of its segments.
struct Vertex {
    std::uint32_t line, segment;
    GridPoint at;
    auto operator<=>(const Vertex&) const = default;
};

struct Found {
    std::vector<Vertex> vertices;
    std::vector<std::tuple<GridPoint, std::int64_t, std::int64_t>> told;  ///< where, and the two features
};

Found find(const std::vector<GridLine>& lines) {
    const std::vector<Segment> segments = segments_of(lines);
    std::vector<Entry> entries;
    entries.reserve(segments.size());
    for (std::size_t i = 0; i < segments.size(); ++i) entries.emplace_back(box_of(segments[i]), i);
    const geometry::index::rtree<Entry, geometry::index::quadratic<16>> tree(entries);
    Found found;
    std::vector<Entry> near;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        near.clear();
        tree.query(geometry::index::intersects(entries[i].first), std::back_inserter(near));
        for (const Entry& entry : near) {
            const Segment& other = segments[entry.second];
            if (entry.second <= i || other.line == segments[i].line) continue;
            // The same rounding whichever of the two comes first.
            const bool swap = std::tie(other.a, other.b) < std::tie(segments[i].a, segments[i].b);
            const auto at = swap ? crossing(other, segments[i]) : crossing(segments[i], other);
            if (!at) continue;
            for (const Segment& segment : {segments[i], other}) {
                found.vertices.push_back({segment.line, segment.number, *at});
            }
            const auto features = std::minmax(lines[segments[i].line].source->fid, lines[other.line].source->fid);
            found.told.emplace_back(*at, features.first, features.second);
        }
    }
    std::sort(found.told.begin(), found.told.end());
    found.told.erase(std::unique(found.told.begin(), found.told.end()), found.told.end());
    return found;
}

/// Leads lines through their new vertices.
void lead_through(std::vector<GridLine>& lines, std::vector<Vertex>& vertices) {
    const auto along = [&lines](const Vertex& vertex) {  // grows along the segment
        const GridPoint from = lines[vertex.line].points[vertex.segment];
        const GridPoint to = lines[vertex.line].points[vertex.segment + 1];
        return (Wide{to.lon} - from.lon) * (Wide{vertex.at.lon} - from.lon) +
               (Wide{to.lat} - from.lat) * (Wide{vertex.at.lat} - from.lat);
    };
    std::sort(vertices.begin(), vertices.end(), [&along](const Vertex& a, const Vertex& b) {
        if (const auto order = std::tie(a.line, a.segment) <=> std::tie(b.line, b.segment); order != 0)
            return order < 0;
        const Wide of_a = along(a), of_b = along(b);
        return of_a != of_b ? of_a < of_b : a.at < b.at;
    });
    for (std::size_t i = 0; i < vertices.size();) {
        GridLine& line = lines[vertices[i].line];
        std::vector<GridPoint> points;
        const auto add = [&points](GridPoint point) {
            if (points.empty() || points.back() != point) points.push_back(point);
        };
        const std::uint32_t number = vertices[i].line;
        for (std::uint32_t segment = 0; segment < line.points.size(); ++segment) {
            add(line.points[segment]);
            for (; i < vertices.size() && vertices[i].line == number && vertices[i].segment == segment; ++i) {
                add(vertices[i].at);
            }
        }
        line.points = std::move(points);
    }
}

}  // namespace

void treat_crossings(std::vector<GridLine>& lines, Crossings treatment, std::vector<Repair>& repairs) {
    if (treatment == Crossings::leave) return;
    Found found = find(lines);
    const bool join = treatment == Crossings::join;
    if (join) lead_through(lines, found.vertices);
    for (const auto& [at, a, b] : found.told) {
        repairs.push_back({lon_lat(at), "crossing",
                           fmt::format("feature {} crosses feature {} without a common vertex: {}", a, b,
                                       join ? "joined" : "they do not meet"),
                           Distance{}});
    }
}

}  // namespace aidway
