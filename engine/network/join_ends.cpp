// SPDX-License-Identifier: Apache-2.0
#include "network/join_ends.hpp"

#include <fmt/format.h>

#include <algorithm>
#define BOOST_ALLOW_DEPRECATED_HEADERS  // by Boost 1.74, which warns of its own includes
#include <boost/geometry.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <cmath>
#include <iterator>
#include <map>
#include <numbers>
#include <tuple>
#include <utility>

namespace aidway {
namespace {

namespace geometry = boost::geometry;
using PlanePoint = geometry::model::point<double, 2, geometry::cs::cartesian>;
using PlaneBox = geometry::model::box<PlanePoint>;
using Entry = std::pair<PlanePoint, std::size_t>;
using Tree = geometry::index::rtree<Entry, geometry::index::quadratic<16>>;

constexpr double metres_per_degree = 6'371'008.8 * std::numbers::pi / 180.0;

/// What stands at one place: the lines that end there, by ascending feature number.
using Ends = std::map<GridPoint, std::vector<std::int64_t>>;

Ends ends_of(const std::vector<GridLine>& lines) {
    Ends ends;
    for (const GridLine& line : lines) {
        ends[line.points.front()].push_back(line.source->fid);
        ends[line.points.back()].push_back(line.source->fid);
    }
    for (auto& [place, features] : ends) std::sort(features.begin(), features.end());
    return ends;
}

std::vector<GridPoint> places(const Ends& ends) {
    std::vector<GridPoint> points;
    for (const auto& [place, features] : ends) points.push_back(place);
    return points;
}

Tree tree_of(const std::vector<GridPoint>& points) {
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const LonLat place = lon_lat(points[i]);
        entries.emplace_back(PlanePoint{place.lon_deg, place.lat_deg}, i);
    }
    return Tree(entries);
}

/// Points of the tree within `metres` of the box around the segment and some more, in ascending order.
std::vector<std::size_t> near(const Tree& tree, GridPoint a, GridPoint b, double metres) {
    const LonLat from = lon_lat(std::min(a, b));
    const LonLat to = lon_lat(std::max(a, b));
    const double south = std::min(from.lat_deg, to.lat_deg);
    const double north = std::max(from.lat_deg, to.lat_deg);
    const double high = 1.01 * metres / metres_per_degree + 1e-6;
    const double shrink = std::cos(std::min(90.0, std::max(-south, north) + high) * std::numbers::pi / 180.0);
    const double wide = high / std::max(shrink, 1e-6);
    std::vector<Entry> found;
    tree.query(
        geometry::index::intersects(PlaneBox{{from.lon_deg - wide, south - high}, {to.lon_deg + wide, north + high}}),
        std::back_inserter(found));
    std::vector<std::size_t> indices;
    indices.reserve(found.size());
    for (const Entry& entry : found) indices.push_back(entry.second);
    std::sort(indices.begin(), indices.end());
    return indices;
}

std::size_t root(std::vector<std::size_t>& parent, std::size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
}

/// Where each end goes: of a chain of near ends, the place most lines end at, the smallest on a tie.
std::map<GridPoint, GridPoint> targets(const Ends& ends, std::int64_t tolerance_mm, double tolerance_m) {
    const std::vector<GridPoint> points = places(ends);
    const Tree tree = tree_of(points);
    std::vector<std::size_t> parent(points.size());
    for (std::size_t i = 0; i < parent.size(); ++i) parent[i] = i;
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (const std::size_t j : near(tree, points[i], points[i], tolerance_m)) {
            if (j > i && length_mm(points[i], points[j]) <= tolerance_mm) parent[root(parent, j)] = root(parent, i);
        }
    }
    std::map<std::size_t, GridPoint> chosen;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto [entry, first] = chosen.try_emplace(root(parent, i), points[i]);
        if (!first && ends.at(points[i]).size() > ends.at(entry->second).size()) entry->second = points[i];
    }
    std::map<GridPoint, GridPoint> target;
    for (std::size_t i = 0; i < points.size(); ++i) target[points[i]] = chosen.at(root(parent, i));
    return target;
}

std::string metres_text(std::int64_t millimetres) {
    return fmt::format("{:.2f} m", static_cast<double>(millimetres) / 1000.0);
}

void move_vertices(GridLine& line, const std::map<GridPoint, GridPoint>& target) {
    for (GridPoint& point : line.points) {
        if (const auto found = target.find(point); found != target.end()) point = found->second;
    }
    line.points.erase(std::unique(line.points.begin(), line.points.end()), line.points.end());
}

/// How far `place` lies from the segment, in metres, and where along it (0 to 1), on the plane that touches the globe
/// at `place`.
std::pair<double, double> distance_to_segment(GridPoint place, GridPoint a, GridPoint b) {
    const LonLat origin = lon_lat(place);
    const double shrink = std::cos(origin.lat_deg * std::numbers::pi / 180.0);
    const auto plane = [&](GridPoint point) {
        const LonLat there = lon_lat(point);
        return std::pair{(there.lon_deg - origin.lon_deg) * shrink * metres_per_degree,
                         (there.lat_deg - origin.lat_deg) * metres_per_degree};
    };
    const auto [ax, ay] = plane(a);
    const auto [bx, by] = plane(b);
    const double dx = bx - ax, dy = by - ay;
    const double square = dx * dx + dy * dy;
    const double t = square > 0 ? std::clamp(-(ax * dx + ay * dy) / square, 0.0, 1.0) : 0.0;
    const double x = ax + t * dx, y = ay + t * dy;
    return {std::sqrt(x * x + y * y), t};
}

/// A place that a line is led through, after its vertex number `segment`.
struct Through {
    std::size_t segment;
    double along;
    GridPoint place;
    double distance_m;
};

/// Line ends within the tolerance of the line that are not yet on it, each at its nearest segment.
std::vector<Through> ends_beside(const GridLine& line, const std::vector<GridPoint>& points, const Tree& tree,
                                 double tolerance_m) {
    std::vector<GridPoint> own = line.points;
    std::sort(own.begin(), own.end());
    std::map<GridPoint, Through> nearest;
    for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
        for (const std::size_t index : near(tree, line.points[i], line.points[i + 1], tolerance_m)) {
            const GridPoint place = points[index];
            if (std::binary_search(own.begin(), own.end(), place)) continue;
            const auto [distance, along] = distance_to_segment(place, line.points[i], line.points[i + 1]);
            if (distance > tolerance_m) continue;
            const Through here{i, along, place, distance};
            const auto [entry, first] = nearest.try_emplace(place, here);
            if (!first && distance < entry->second.distance_m) entry->second = here;
        }
    }
    std::vector<Through> through;
    through.reserve(nearest.size());
    for (const auto& [place, here] : nearest) through.push_back(here);
    std::sort(through.begin(), through.end(), [](const Through& a, const Through& b) {
        return std::tie(a.segment, a.along, a.place) < std::tie(b.segment, b.along, b.place);
    });
    return through;
}

void lead_through(GridLine& line, const std::vector<Through>& through) {
    std::vector<GridPoint> points;
    auto next = through.begin();
    for (std::size_t i = 0; i < line.points.size(); ++i) {
        points.push_back(line.points[i]);
        for (; next != through.end() && next->segment == i; ++next) points.push_back(next->place);
    }
    line.points = std::move(points);
}

}  // namespace

void join_ends(std::vector<GridLine>& lines, Distance tolerance, const LineFaults& told) {
    std::vector<Repair>& repairs = told.repairs;
    const double tolerance_m = tolerance.metres();
    const std::int64_t tolerance_mm = std::llround(tolerance_m * 1000.0);
    if (tolerance_mm <= 0) return;
    const Ends drawn = ends_of(lines);
    const std::map<GridPoint, GridPoint> target = targets(drawn, tolerance_mm, tolerance_m);

    std::vector<GridLine> kept;
    for (GridLine& line : lines) {
        const GridPoint front = line.points.front(), back = line.points.back();
        std::int64_t length = 0;
        for (std::size_t i = 1; i < line.points.size(); ++i) length += length_mm(line.points[i - 1], line.points[i]);
        const std::string feature = fmt::format("feature {}", line.source->fid);
        move_vertices(line, target);
        if (line.points.size() < 2 ||
            (front != back && target.at(front) == target.at(back) && length <= tolerance_mm)) {
            told.without_length(*line.source,
                                fmt::format("the line is {} long and would shrink to a point", metres_text(length)),
                                fmt::format("more than the tolerance of {}", metres_text(tolerance_mm)));
            continue;
        }
        for (const GridPoint end : {front, back}) {
            const GridPoint place = target.at(end);
            if (place == end) continue;
            const std::int64_t apart = length_mm(end, place);
            repairs.push_back({lon_lat(place), "join",
                               fmt::format("{} ends {} from the end of feature {}: joined", feature, metres_text(apart),
                                           drawn.at(place).front()),
                               Distance::metres(static_cast<double>(apart) / 1000.0)});
        }
        kept.push_back(std::move(line));
    }

    const Ends ends = ends_of(kept);
    const std::vector<GridPoint> points = places(ends);
    const Tree tree = tree_of(points);
    for (GridLine& line : kept) {
        const std::vector<Through> through = ends_beside(line, points, tree, tolerance_m);
        for (const Through& here : through) {
            const std::int64_t apart = std::llround(here.distance_m * 1000.0);
            repairs.push_back({lon_lat(here.place), "join",
                               fmt::format("feature {} ends {} beside feature {}: joined", ends.at(here.place).front(),
                                           metres_text(apart), line.source->fid),
                               Distance::metres(static_cast<double>(apart) / 1000.0)});
        }
        lead_through(line, through);
    }
    lines = std::move(kept);
}

}  // namespace aidway
