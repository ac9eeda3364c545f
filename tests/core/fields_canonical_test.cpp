// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <variant>
#include <vector>

#include "core/fields/canonical.hpp"
#include "core/fields/reading.hpp"
#include "core/fields_example.hpp"
#include "io/yaml.hpp"

namespace aidway {
namespace {

using example::Problem;

Problem reread(const std::string& text) {
    Reading reading;
    Problem problem;
    read(parse_yaml("f", text, reading.faults), Origin{"f", "", ""}, problem, reading);
    reading.throw_if_faulty();
    return problem;
}

TEST(Canonical, WritesEveryKeyInTheOrderOfTheTable) {
    Problem problem;
    problem.title = "a: b";
    problem.from = *parse_local_time("2016-09-12T19:00");
    auto& fleet = problem.fleets.add("wfp");
    fleet.home = "damascus";
    fleet.payload = Mass::grams(555);
    fleet.speed = Speed::kilometres_per_hour(15);
    problem.terms.resize(1);
    std::get<example::OpenRoad>(problem.terms[0].what) = {"castello", {example::Passenger::aid}};
    EXPECT_EQ(write_canonical(problem), R"(title: "a: b"
from: "2016-09-12T19:00"
fleets:
  wfp:
    home: damascus
    payload: 555 g
    speed: 15 km/h
    turnaround: 3 h
    loading: 30 min
places: {}
terms:
  - open_road:
      road: castello
      for: [aid]
    obliges: []
    cite: ""
sources: {}
)");
    EXPECT_EQ(reread(write_canonical(problem)), problem);
}

std::string awkward_text(std::mt19937& random) {
    static const std::vector<std::string> parts{"a",  " ", "\n", ":",   "#", "'", "\"",   "\\", "\t", "- ",
                                                "{",  "]", "%",  "حلب", "é", "~", "null", "1",  ",",  "\x01",
                                                "\r", "&", "*",  "!",   "|", ">", "@",    "`",  "?",  "="};
    std::string text;
    for (auto n = random() % 8; n > 0; --n) text += parts[random() % parts.size()];
    return text;
}

/// A problem with values that no person would write.
Problem wild(std::mt19937& random) {
    const auto u = [&] { return std::generate_canonical<double, 53>(random); };
    Problem problem;
    problem.title = awkward_text(random);
    problem.from.day = static_cast<std::int32_t>(random() % 40'000);
    problem.from.second = static_cast<std::int32_t>(random() % 86'400);
    for (int i = 0; i < 3; ++i) {
        auto& fleet = problem.fleets.add("fleet " + std::to_string(i) + (i == 1 ? ": é" : ""));
        fleet.home = "x" + awkward_text(random);
        fleet.payload = Mass::grams(static_cast<std::int64_t>((1 + random()) * (1 + random() % 10'000)));
        fleet.speed = Speed{1e-3 + u() * 100};
        fleet.turnaround = Duration{random() % 604'801};
        if (random() % 2 == 0) fleet.space = Volume::cubic_metres(1e-9 + u() * 1e6);
        if (random() % 2 == 0) fleet.loading.law = {LawKind::uniform, {u(), 1 + u() * 1e6}};
        auto& place = problem.places.add("place-" + std::to_string(i));
        place.at = {360 * u() - 180, 180 * u() - 90};
        place.population = Count{static_cast<std::int64_t>(random())};
        place.willing = Probability(u());
        place.departures = Hazard{u() * 10};
        place.ration = MassRate::grams_per_day(static_cast<std::int64_t>(1 + random()));
        place.weights = {u(), u() * 1e300, u() * 1e-300, 0};
        auto& term = problem.terms.emplace_back();
        if (random() % 2 == 0) term.name = Name("x" + awkward_text(random));
        if (random() % 2 == 0) term.what = example::NeedsBased{random() % 2 == 0};
        if (auto* road = std::get_if<example::OpenRoad>(&term.what)) road->road = "castello";
        term.obliges = {"gov", "opp"};
        term.cite = awkward_text(random);
        problem.sources.add("s" + std::to_string(i), awkward_text(random));
    }
    return problem;
}

TEST(Canonical, ReadsBackEqualWhateverTheValues) {
    std::mt19937 random(20160912);
    for (int i = 0; i < 300; ++i) {
        const auto problem = wild(random);
        const auto text = write_canonical(problem);
        const auto back = reread(text);
        ASSERT_EQ(back, problem) << text;
        ASSERT_EQ(write_canonical(back), text);
    }
}

}  // namespace
}  // namespace aidway
