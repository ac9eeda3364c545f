// SPDX-License-Identifier: Apache-2.0
#include "network/build.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "network/grid_point.hpp"
#include "network/join_ends.hpp"
#include "network/line_faults.hpp"

namespace aidway {
namespace {

/// What is wrong with the line as drawn, or "".
std::string fault_of(const LineFeature& line) {
    if (line.points.empty()) return "the line has 0 distinct points: expected at least 2";
    for (std::size_t i = 0; i < line.points.size(); ++i) {
        const LonLat place = line.points[i];
        if (!place.valid()) {
            return fmt::format(
                "vertex {} lies at ({:.9g}, {:.9g}): expected a longitude in [-180, 180] and a latitude in [-90, 90]",
                i + 1, place.lon_deg, place.lat_deg);
        }
    }
    return "";
}

/// Points on the grid without repeats of a neighbour.
std::vector<GridPoint> distinct_points(const LineFeature& line) {
    std::vector<GridPoint> points;
    for (const LonLat place : line.points) {
        const GridPoint point = grid_point(place);
        if (points.empty() || points.back() != point) points.push_back(point);
    }
    return points;
}

bool has_length(const std::vector<GridPoint>& points) {
    for (std::size_t i = 1; i < points.size(); ++i) {
        if (length_mm(points[i - 1], points[i]) > 0) return true;
    }
    return false;
}

std::vector<GridLine> checked_lines(const std::vector<LineFeature>& lines, const LineFaults& told) {
    std::vector<GridLine> good;
    for (const LineFeature& line : lines) {
        if (std::string fault = fault_of(line); !fault.empty()) {
            told.fault(line, std::move(fault));
            continue;
        }
        std::vector<GridPoint> points = distinct_points(line);
        if (points.size() < 2) {
            told.without_length(line, "the line has 1 distinct point", "at least 2");
        } else if (!has_length(points)) {
            told.without_length(line, "the line is 0 m long", "a length of at least 1 mm");
        } else if (line.length && !(line.length->metres() >= 0.001 && line.length->metres() <= 1e8)) {
            told.fault(line,
                       fmt::format("the stated length is {:g} m: expected 1 mm to 100,000 km", line.length->metres()));
        } else {
            good.push_back({&line, std::move(points)});
        }
    }
    return good;
}

/// What a line says and how it is drawn, the lesser way round where both are one road.
using Likeness = std::tuple<std::vector<GridPoint>, std::string, std::string, RoadKind, bool, std::optional<Distance>>;

Likeness likeness(const GridLine& line) {
    std::vector<GridPoint> points = line.points;
    const LineFeature& said = *line.source;
    if (!said.one_way) points = std::min(points, std::vector<GridPoint>(points.rbegin(), points.rend()));
    return {std::move(points), said.road, said.gate, said.kind, said.one_way, said.length};
}

/// Leaves out what is drawn twice; of each road the least feature stays.
void drop_duplicates(std::vector<GridLine>& lines, std::vector<Repair>& repairs) {
    std::stable_sort(lines.begin(), lines.end(),
                     [](const GridLine& a, const GridLine& b) { return a.source->fid < b.source->fid; });
    std::map<Likeness, std::int64_t> first;
    std::vector<GridLine> single;
    for (GridLine& line : lines) {
        const auto [like, fresh] = first.try_emplace(likeness(line), line.source->fid);
        if (fresh) {
            single.push_back(std::move(line));
            continue;
        }
        repairs.push_back(
            {lon_lat(line.points.front()),
             "duplicate",
             fmt::format("feature {} is drawn as feature {} is: left out", line.source->fid, like->second),
             {}});
    }
    lines = std::move(single);
}

/// Line ends and every vertex that occurs more than once, in ascending order.
std::vector<GridPoint> node_points(const std::vector<GridLine>& lines) {
    std::vector<GridPoint> vertices;
    std::vector<GridPoint> nodes;
    for (const GridLine& line : lines) {
        vertices.insert(vertices.end(), line.points.begin(), line.points.end());
        nodes.push_back(line.points.front());
        nodes.push_back(line.points.back());
    }
    std::sort(vertices.begin(), vertices.end());
    for (std::size_t i = 1; i < vertices.size(); ++i) {
        if (vertices[i] == vertices[i - 1]) nodes.push_back(vertices[i]);
    }
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return nodes;
}

/// Drawn length up to each point, in millimetres.
std::vector<std::int64_t> drawn_mm(const std::vector<GridPoint>& points) {
    std::vector<std::int64_t> so_far{0};
    for (std::size_t i = 1; i < points.size(); ++i)
        so_far.push_back(so_far.back() + length_mm(points[i - 1], points[i]));
    return so_far;
}

/// Pieces of the line between neighbouring nodes.
void split(const GridLine& line, const std::vector<GridPoint>& nodes, std::vector<LineFeature>& pieces) {
    const std::vector<std::int64_t> so_far = drawn_mm(line.points);
    LineFeature piece = *line.source;
    piece.points = {lon_lat(line.points.front())};
    std::size_t begin = 0;
    for (std::size_t i = 1; i < line.points.size(); ++i) {
        piece.points.push_back(lon_lat(line.points[i]));
        if (!std::binary_search(nodes.begin(), nodes.end(), line.points[i])) continue;
        if (line.source->length) {
            const double share = static_cast<double>(so_far[i] - so_far[begin]) /
                                 static_cast<double>(std::max<std::int64_t>(so_far.back(), 1));
            piece.length = Distance::metres(std::max(line.source->length->metres() * share, 0.001));
        }
        pieces.push_back(piece);
        piece.points = {lon_lat(line.points[i])};
        begin = i;
    }
}

/// The lines, parted wherever they share a vertex.
RoadNetwork pieces_between_nodes(const std::vector<GridLine>& lines) {
    const std::vector<GridPoint> nodes = node_points(lines);
    std::vector<LineFeature> pieces;
    for (const GridLine& line : lines) split(line, nodes, pieces);
    return RoadNetwork(pieces);
}

/// The lines as arcs that meet at their ends alone.
RoadNetwork arcs_of(const std::vector<GridLine>& lines) {
    std::vector<LineFeature> arcs;
    arcs.reserve(lines.size());
    for (const GridLine& line : lines) {
        arcs.push_back(*line.source);
        arcs.back().one_way = true;
    }
    RoadPieces ways = pieces_of(arcs);
    sort_words(ways);  // so that labels compare as what they say
    return RoadNetwork(to_and_fro(ways));
}

}  // namespace

Built build_network(const std::vector<LineFeature>& lines, const BuildOptions& options, const std::string& file,
                    std::vector<Diagnostic>& faults) {
    if (lines.empty()) faults.push_back({file, {}, "", "the layer has no lines: expected at least one road"});
    std::vector<Repair> repairs;
    const LineFaults told{file, options.mend, faults, repairs};
    std::vector<GridLine> good = checked_lines(lines, told);
    const bool drawn = options.meeting == Meeting::at_vertices;
    if (drawn && options.mend) drop_duplicates(good, repairs);
    if (drawn) join_ends(good, options.tolerance, told);
    if (drawn) treat_crossings(good, options.crossings, repairs);
    std::sort(repairs.begin(), repairs.end(), [](const Repair& a, const Repair& b) {
        return std::tie(a.at.lon_deg, a.at.lat_deg, a.what) < std::tie(b.at.lon_deg, b.at.lat_deg, b.what);
    });
    return {drawn ? pieces_between_nodes(good) : arcs_of(good), std::move(repairs)};
}

}  // namespace aidway
