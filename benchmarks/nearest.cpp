// SPDX-License-Identifier: Apache-2.0
// Nearest nodes a second of NearestNode beside Boost.Geometry's packed R-tree, on as many nodes as a country has, drawn
// at random in a box of 6 x 4 degrees; places are drawn in the same box. The answers are compared first.
#include <benchmark/benchmark.h>

#define BOOST_ALLOW_DEPRECATED_HEADERS  // by Boost 1.74, which warns of its own includes
#include <boost/geometry.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <cmath>
#include <iterator>
#include <memory>
#include <numbers>
#include <random>
#include <utility>
#include <vector>

#include "network/nearest.hpp"

namespace aidway {
namespace {

namespace geometry = boost::geometry;
using SpherePoint = geometry::model::point<double, 3, geometry::cs::cartesian>;
using Entry = std::pair<SpherePoint, std::uint32_t>;
using Tree = geometry::index::rtree<Entry, geometry::index::quadratic<16>>;

std::vector<LonLat> places(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&random](double top) { return top * static_cast<double>(random()) / 4294967296.0; };
    std::vector<LonLat> all;
    for (std::size_t i = 0; i < count; ++i) {
        const double lon = 36 + below(6);
        all.push_back({lon, 33 + below(4)});
    }
    return all;
}

RoadNetwork network_of(std::size_t nodes) {
    const auto at = places(nodes, 1);
    std::vector<LineFeature> lines;
    for (std::size_t i = 0; i + 1 < at.size(); i += 2) {
        lines.push_back({static_cast<std::int64_t>(i), {at[i], at[i + 1]}, "", "", {""}});
    }
    return RoadNetwork(lines);
}

SpherePoint on_sphere(LonLat place) {
    const double lon = place.lon_deg * std::numbers::pi / 180.0, lat = place.lat_deg * std::numbers::pi / 180.0;
    return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}

Tree tree_of(const RoadNetwork& network) {
    std::vector<Entry> entries;
    for (std::uint32_t node = 0; node < network.node_count(); ++node) {
        entries.emplace_back(on_sphere(network.position({node})), node);
    }
    return Tree(entries);
}

std::uint32_t nearest_in(const Tree& tree, LonLat place) {
    Entry found;
    for (auto at = tree.qbegin(geometry::index::nearest(on_sphere(place), 1)); at != tree.qend(); ++at) found = *at;
    return found.second;
}

void ours(benchmark::State& state) {
    const RoadNetwork network = network_of(static_cast<std::size_t>(state.range(0)));
    const NearestNode index(network);
    const auto asked = places(4096, 2);
    const Tree tree = tree_of(network);
    for (const LonLat place : asked) {
        const auto answer = index.nearest(place);
        if (great_circle(place, network.position({nearest_in(tree, place)})) != answer.distance) {
            return state.SkipWithError("NearestNode and Boost.Geometry disagree");
        }
    }
    std::size_t i = 0;
    for (auto _ : state) benchmark::DoNotOptimize(index.nearest(asked[i++ % asked.size()]));
}

void boosts(benchmark::State& state) {
    const RoadNetwork network = network_of(static_cast<std::size_t>(state.range(0)));
    const Tree tree = tree_of(network);
    const auto asked = places(4096, 2);
    std::size_t i = 0;
    for (auto _ : state) benchmark::DoNotOptimize(nearest_in(tree, asked[i++ % asked.size()]));
}

BENCHMARK(ours)->Name("NearestNode")->Arg(10'000)->Arg(1'000'000);
BENCHMARK(boosts)->Name("Boost.Geometry")->Arg(10'000)->Arg(1'000'000);

}  // namespace
}  // namespace aidway
