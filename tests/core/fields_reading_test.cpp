// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/fields/reading.hpp"
#include "core/fields_example.hpp"
#include "io/yaml.hpp"

namespace aidway {
namespace {

using example::Problem;

struct Case {
    const char* text;      ///< third line of a file whose first two are sound
    const char* expected;  ///< "line:column: message" of its one fault
};

// clang-format off
const std::vector<Case> golden{
    {"fleets: [a]", "3:9: expected a mapping from names, got a list"},
    {"fleets: {a: b}", "3:13: expected a mapping (trucks of one owner), got a value"},
    {"fleets: {a/b: {}}", "3:10: 'a/b': a name must not hold '/' or control characters"},
    {"fleets: {' a': {}}", "3:10: ' a': a name must not begin or end with a space"},
    {"flets: {}", "3:1: unknown key 'flets'; did you mean 'fleets'?"},
    {"title: u", "3:1: 'title' is given twice; first in line 1"},
    {"terms: aid", "3:8: expected a list: write [aid]"},
    {"terms: {a: b}", "3:8: expected a list, got a mapping"},
    {"source: []", "3:9: expected a source, a text, or a list of them, got a list"},
    {"confidence: sen", "3:13: 'sen' is not seen, derived or assumed; did you mean 'seen'?"},
    {"note: [x]", "3:7: expected a text, got a list"},
    {"fleets: {a: {home: x, payload: 40, speed: 1 m/s}}", "3:32: '40' is not a mass: write a number with its unit, e.g. '40 t'"},
    {"fleets: {a: {home: x, payload: 40t, speed: 1 m/s}}", "3:32: '40t' is not a mass: put a space before the unit: '40 t'"},
    {"fleets: {a: {home: x, payload: heavy, speed: 1 m/s}}", "3:32: 'heavy' is not a mass: write a number with its unit, e.g. '40 t'"},
    {"fleets: {a: {home: x, payload: 40 tonnes, speed: 1 m/s}}", "3:32: '40 tonnes' is not a mass: its unit is one of t, kg, g; did you mean '40 t'?"},
    {R"(fleets: {a: {home: x, payload: "4,000 kg", speed: 1 m/s}})", "3:32: '4,000 kg' is not a mass: write numbers without separators: 4000"},
    {"fleets: {a: {home: x, payload: nan t, speed: 1 m/s}}", "3:32: 'nan t' is not a mass: the number must be finite"},
    {"fleets: {a: {home: x, payload: 1e300 t, speed: 1 m/s}}", "3:32: '1e300 t' is out of range: too large"},
    {"fleets: {a: {home: x, payload: 0 t, speed: 1 m/s}}", "3:32: '0 t' is out of range: must be more than 0 t"},
    {"fleets: {a: {home: x, payload: 0.5 g, speed: 1 m/s}}", "3:32: '0.5 g' is too fine: whole grams only"},
    {"fleets: {a: {home: x, payload: [1 t], speed: 1 m/s}}", "3:32: expected a mass, e.g. '40 t', got a list"},
    {"fleets: {a: {home: x, payload: , speed: 1 m/s}}", "3:31: no value: expected a mass, e.g. '40 t'"},
    {"fleets: {a: {home: x, payload: 1 t, speed: 15 kmh}}", "3:44: '15 kmh' is not a speed: its unit is one of km/h, m/s; did you mean '15 km/h'?"},
    {"fleets: {a: {home: x, payload: 1 t, speed: 15 KM/H}}", "3:44: '15 KM/H' is not a speed: its unit is one of km/h, m/s; did you mean '15 km/h'?"},
    {"fleets: {a: {home: x, payload: 1 t, speed: 1e400 m/s}}", "3:44: '1e400 m/s' is not a speed: the number must be finite"},
    {"fleets: {a: {home: x, payload: 1 t, speed: 1 m/s, turnaround: 8 d}}", "3:63: '8 d' is out of range: must be from 0 s to 7 d"},
    {"fleets: {a: {home: x, payload: 1 t, speed: 1 m/s, turnaround: 1.5 s}}", "3:63: '1.5 s' is too fine: whole seconds only"},
    {"fleets: {a: {home: x, payload: 1 t, speed: 1 m/s, turnaround: 3 hours}}", "3:63: '3 hours' is not a duration: its unit is one of s, min, h, d; did you mean '3 h'?"},
    {"fleets: {a: {home: x, payload: {trianglar: [1 t, 2 t, 3 t]}, speed: 1 m/s}}", "3:33: unknown key 'trianglar'; did you mean 'triangular'?"},
    {"fleets: {a: {home: x, payload: {pert: [0 t, 2 t, 3 t]}, speed: 1 m/s}}", "3:39: the pert law leaves the valid range: must be more than 0 t"},
    {"fleets: {a: {home: x, payload: {pert: [1, 2 t, 3 t]}, speed: 1 m/s}}", "3:40: '1' is not a mass: write a number with its unit, e.g. '40 t'"},
    {"fleets: {a: {home: x, payload: {uniform: 3 t}, speed: 1 m/s}}", "3:42: expected the list of parameters of uniform, got a value"},
    {"fleets: {a: {home: x, payload: {beta: [2, 2]}, speed: 1 m/s}}", "3:33: a beta law lies between 0 and 1: give a mass as pert or triangular"},
    {"fleets: {a: {home: x, payload: {normal: [3 t, 2 t]}, speed: 1 m/s}}", "3:41: the normal law leaves the valid range: must be more than 0 t"},
    {"fleets: {a: {home: x, payload: {lognormal: [3 t, 2 t]}, speed: 1 m/s}}", "3:50: '2 t' is not a plain number: write a number"},
    {"fleets: {a: {home: x, payload: {value: 1 t, pert: [1 t, 2 t, 3 t]}, speed: 1 m/s}}", "3:45: 'pert' stands beside 'value': give one of them"},
    {"fleets: {a: {home: x, payload: {value: {value: 3 t}}, speed: 1 m/s}}", "3:40: 'value' stands inside 'value'"},
    {"fleets: {a: {home: x, payload: {source: x}, speed: 1 m/s}}", "3:32: expected a mass, e.g. '40 t', got a mapping without 'value'"},
    {"fleets: {a: {home: x, payload: {value: 1 t, confidence: [seen]}, speed: 1 m/s}}", "3:57: expected seen, derived or assumed, got a list"},
    {"fleets: {a: {home: {valeu: x}, payload: 1 t, speed: 1 m/s}}", "3:21: unknown key 'valeu'; did you mean 'value'?"},
    {R"(fleets: {a: {home: "", payload: 1 t, speed: 1 m/s}})", "3:20: a name must not be empty"},
    {"fleets: {a: {home: x, payload: 1 t, speed: 1 m/s, loading: {value: 1 h, pert: [1 h, 2 h, 3 h]}}}", "3:73: 'pert' stands beside 'value': give one of them"},
    {"fleets: {a: {home: x, payload: 1 t, speed: 1 m/s, loading: 5}}", "3:60: '5' is not a duration: write a number with its unit, e.g. '7 d'"},
    {"fleets: {a: {home: x, payload: 1 t}}", "3:13: missing key 'speed': on a free paved road"},
    {"fleets: {a: {home: x, payload: 1 t, sped: 1 m/s}}", "3:37: unknown key 'sped'; did you mean 'speed'?"},
    {"places: {a: {at: [1], population: 5}}", "3:18: expected longitude and latitude in degrees, e.g. '[36.69, 36.23]'"},
    {"places: {a: {at: [36.2, 137.1], population: 5}}", "3:18: the latitude 137.1 is out of range: must be from -90 to 90"},
    {"places: {a: {at: [x, 3], population: 5}}", "3:18: 'x' is not a longitude: write a number"},
    {"places: {a: {at: [1, 3], population: 2.5}}", "3:38: '2.5' is too fine: whole numbers only"},
    {R"(places: {a: {at: [1, 3], population: "5"}})", "3:38: '5' is not a count: quotes make it text"},
    {"places: {a: {at: [1, 3], population: many}}", "3:38: 'many' is not a count: write a whole number without a unit, e.g. 275000"},
    {"places: {a: {at: [1, 3], population: -5}}", "3:38: '-5' is out of range: must be at least 0"},
    {"places: {a: {at: [1, 3], population: 275_000}}", "3:38: '275_000' is not a count: write numbers without separators: 275000"},
    {"places: {a: {at: [37, 36], population: 5, willing: 1.2}}", "3:52: '1.2' is out of range: must be from 0 to 1"},
    {"places: {a: {at: [37, 36], population: 5, willing: 120 %}}", "3:52: '120 %' is out of range: must be from 0 to 1"},
    {"places: {a: {at: [37, 36], population: 5, willing: often}}", "3:52: 'often' is not a chance or a share: write a number without a unit, e.g. 0.6 or '60 %'"},
    {"places: {a: {at: [37, 36], population: 5, willing: 60 %%}}", "3:52: '60 %%' is not a chance or a share: write a number without a unit, e.g. 0.6 or '60 %'"},
    {"places: {a: {at: [37, 36], population: 5, departures: 0.05}}", "3:55: '0.05' is not a hazard: write a number with its unit, e.g. '0.05 /d'"},
    {"places: {a: {at: [37, 36], population: 5, departures: 0.05 /day}}", "3:55: '0.05 /day' is not a hazard: its unit is one of /d, /h; did you mean '0.05 /d'?"},
    {"places: {a: {at: [37, 36], population: 5, weights: [1, -2]}}", "3:56: '-2' is out of range: must be at least 0"},
    {"places: {a: {at: [37, 36], population: 5, weights: {value: 3}}}", "3:60: expected a list, got a value"},
    {"places: {a: {at: [37, 36], population: 5, ration: 555 g}}", "3:51: '555 g' is not a mass a day: its unit is one of kg/d, g/d, t/d"},
    {"terms: [{open_rod: {road: a, for: [aid]}}]", "3:10: unknown key 'open_rod'; did you mean 'open_road'?"},
    {"terms: [{obliges: [gov]}]", "3:9: missing one of the keys open_road, needs_based: what the term says"},
    {"terms: [{open_road: {road: a, for: [ait]}}]", "3:37: 'ait' is not aid, goods or civilians; did you mean 'aid'?"},
    {"terms: [{open_road: {road: a, for: aid}}]", "3:36: expected a list: write [aid]"},
    {"terms: [{needs_based: {}, open_road: {road: a, for: [aid]}}]", "3:27: 'open_road' stands beside 'needs_based' of line 3: give one of them"},
    {"terms: [{needs_based: {undo_links: yes}}]", "3:36: 'yes' is not true or false"},
    {R"(terms: [{needs_based: {undo_links: "true"}}])", "3:36: 'true' is not true or false (quotes make it text)"},
    {"terms: [{needs_based: , names: x}]", "3:25: unknown key 'names'; did you mean 'name'?"},
    {"terms: [needs_based]", "3:9: expected a mapping (one term of an agreement), got a value"},
    {"terms: [{open_road: {road: a}}]", "3:21: missing key 'for': who may pass"},
};
// clang-format on

std::string faults_of(const std::string& text, Problem& problem, Reading& reading) {
    const auto tree = parse_yaml("f", text, reading.faults);
    read(tree, Origin{"f", "", ""}, problem, reading);
    std::string all;
    for (const auto& fault : reading.faults) all += (all.empty() ? "" : "\n") + fault.text();
    return all;
}

TEST(Reading, EachBadInputHasItsMessage) {
    for (const auto& [text, expected] : golden) {
        Problem problem;
        Reading reading;
        const auto all = faults_of("title: t\nfrom: 2016-09-12\n" + std::string(text) + "\n", problem, reading);
        EXPECT_EQ(all, "f:" + std::string(expected)) << text;
    }
}

TEST(Reading, NearestLegalTwinsPass) {
    for (const std::string text :
         {"fleets: {a: {home: x, payload: 40 t, speed: 15 km/h, turnaround: 7 d}}",
          "fleets: {a: {home: x, payload: 1 g, speed: {lognormal: [15 km/h, 0.2]}, turnaround: 0 s}}",
          "fleets: {a: {home: {value: x}, payload: {value: {pert: [1 g, 1 t, 2 t]}}, speed: '15 km/h'}}",
          "places: {a: {at: [-180, 90], population: 0, willing: 100 %, weights: {value: [0]}}}",
          "places: {a: {at: [1, 3], population: 5, willing: {beta: [2, 2]}, departures: {uniform: [0 /d, 1 /d]}}}",
          "terms: [{needs_based: }, {open_road: {road: a, for: []}, obliges: [gov]}]", "source: x", "source: [x, y]",
          "confidence: derived"}) {
        Problem problem;
        Reading reading;
        EXPECT_EQ(faults_of("title: t\nfrom: 2016-09-12\n" + text + "\n", problem, reading), "") << text;
    }
}

TEST(Reading, OneFaultHidesNoOther) {
    Problem problem;
    Reading reading;
    const auto all = faults_of(
        "titel: t\nfleets:\n  a: {home: x, payload: 5, speed: 15 kmh}\n  b: {home: [x]}\n"
        "places: {a: {population: -1}}\n",
        problem, reading);
    EXPECT_EQ(reading.faults.size(), 9U) << all;
    EXPECT_THROW(reading.throw_if_faulty(), ScenarioError);
}

TEST(Reading, FaultsInALayerNameTheFeature) {
    Node tree;
    tree.kind = Node::Kind::mapping;
    tree.pairs.push_back({"population", {}, Node::scalar("many")});
    Reading reading;
    example::Place place;
    read(tree, Origin{"data/places.gpkg", "feature 12", "places/aleppo"}, place, reading);
    ASSERT_EQ(reading.faults.size(), 2U);
    EXPECT_EQ(reading.faults[0].text(),
              "data/places.gpkg: feature 12: 'many' is not a count: write a whole number without a unit, e.g. 275000");
}

constexpr const char* sound = R"(title: A small case
from: 2016-09-12T19:00
source: PHR-2017
confidence: seen
fleets:
  wfp:
    home: damascus
    payload: {value: {triangular: [4 t, 5 t, 6 t]}, source: [A, B], confidence: derived, note: weighed}
    speed: {uniform: [20 km/h, 40 km/h], confidence: assumed}
    loading: {triangular: [10 min, 20 min, 1 h]}
places:
  aleppo:
    at: [37.1, 36.2]
    population: {uniform: [100, 201], source: UN}
terms:
  - open_road: {road: castello, for: [aid, civilians]}
    obliges: [gov, opp]
  - needs_based:
)";

const Provenance& provenance_of(const Reading& reading, const std::string& path) {
    for (const auto& value : reading.provenance) {
        if (value.path == path) return value;
    }
    throw std::invalid_argument("nothing is known of " + path);
}

TEST(Reading, FillsTheRecord) {
    Problem problem;
    Reading reading;
    ASSERT_EQ(faults_of(sound, problem, reading), "");
    EXPECT_EQ(problem.from, *parse_local_time("2016-09-12T19:00"));
    EXPECT_EQ(problem.from.at, (Mark{2, 7}));
    const auto& fleet = problem.fleets.at("wfp");
    EXPECT_EQ(fleet.home, Name("damascus"));
    EXPECT_EQ(fleet.home.at, (Mark{7, 11}));
    EXPECT_EQ(fleet.payload, Mass::tonnes(5));
    EXPECT_EQ(fleet.turnaround, std::chrono::hours(3)) << "the default";
    EXPECT_EQ(fleet.space, std::nullopt);
    EXPECT_EQ(fleet.loading.law, (Law{LawKind::triangular, {600, 1200, 3600}}));
    EXPECT_EQ(problem.fleets.name(0).at, (Mark{6, 3}));
    ASSERT_EQ(problem.terms.size(), 2U);
    const auto& road = std::get<example::OpenRoad>(problem.terms[0].what);
    EXPECT_EQ(road.passengers, (std::vector{example::Passenger::aid, example::Passenger::civilians}));
    EXPECT_TRUE(std::holds_alternative<example::NeedsBased>(problem.terms[1].what));
}

TEST(Reading, LawsOfOrdinaryFieldsAreUncertainInNaturalUnits) {
    Problem problem;
    Reading reading;
    ASSERT_EQ(faults_of(sound, problem, reading), "");
    ASSERT_EQ(reading.uncertain.size(), 3U) << "a chance inside a replicate is none of them";
    EXPECT_EQ(reading.uncertain[0].path, "fleets/wfp/payload");
    EXPECT_EQ(reading.uncertain[0].law, (Law{LawKind::triangular, {4000, 5000, 6000}}));
    EXPECT_EQ(reading.uncertain[0].unit, "kg");
    EXPECT_EQ(reading.uncertain[1].unit, "m/s");
    EXPECT_NEAR(problem.fleets.at("wfp").speed.metres_per_second(), 30 / 3.6, 1e-9);
    EXPECT_EQ(problem.places.at("aleppo").population.value, 151) << "people are whole: the median is 150.5";
}

TEST(Reading, EveryValueHasAProvenance) {
    Problem problem;
    Reading reading;
    ASSERT_EQ(faults_of(sound, problem, reading), "");
    const auto& payload = provenance_of(reading, "fleets/wfp/payload");
    EXPECT_EQ(payload.sources, (std::vector<Name>{"A", "B"}));
    EXPECT_EQ(payload.confidence, Confidence::derived);
    EXPECT_EQ(payload.note, "weighed");
    EXPECT_EQ(payload.text, "{triangular: [4 t, 5 t, 6 t]}");
    const auto& speed = provenance_of(reading, "fleets/wfp/speed");
    EXPECT_EQ(speed.confidence, Confidence::assumed);
    EXPECT_TRUE(speed.confidence_stated);
    EXPECT_EQ(speed.sources, (std::vector<Name>{"PHR-2017"})) << "from the record around it";
    EXPECT_EQ(provenance_of(reading, "terms/0/obliges/1").at, (Mark{17, 20}));
    EXPECT_EQ(reading.provenance.size(), 13U);
}

TEST(Reading, WhatNobodyStatesIsAssumed) {
    Problem problem;
    Reading reading;
    ASSERT_EQ(faults_of("title: t\nfrom: 2016-09-12\n", problem, reading), "");
    ASSERT_EQ(reading.provenance.size(), 2U);
    EXPECT_EQ(reading.provenance[0].confidence, Confidence::assumed);
    EXPECT_FALSE(reading.provenance[0].confidence_stated);
}

TEST(Reading, LaterChecksFindThePlaceOfAPath) {
    Problem problem;
    Reading reading;
    ASSERT_EQ(faults_of(sound, problem, reading), "");
    EXPECT_EQ(reading.fault_at("fleets/wfp/home", "no such depot").text(), "f:7:11: no such depot");
    EXPECT_EQ(reading.fault_at("fleets/wfp", "x").text(), "f:7:11: x") << "the first value beneath";
    EXPECT_EQ(reading.fault_at("fleets/wfp/turnaround", "x").text(), "f:7:11: x") << "the nearest around a default";
}

}  // namespace
}  // namespace aidway
