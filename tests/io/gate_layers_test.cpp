// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "io/scenario_folder.hpp"
#include "support/folder_copy.hpp"
#include "support/folders.hpp"

namespace aidway {
namespace {

using test::FolderCopy;
using test::replace;
using test::rewrite;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* scenario = "scenario.yaml";
constexpr const char* status = "data/gate_status.csv";

/// The tiny scenario with a table of points, two junctions of which have no gate yet.
struct WithPoints : FolderCopy {
    explicit WithPoints(const std::string& rows, const std::string& more = "") : FolderCopy(test_data() / "tiny") {
        apply(rewrite("data/points.csv", "id,said,holder,state,x,y\n" + rows));
        apply(replace(scenario, "gates:\n",
                      "gate_layers:\n"
                      "  posts:\n"
                      "    layer: data/points.csv\n"
                      "    columns: {name: id, title: said, held_by: holder, status: state, lon: x, lat: y}\n"
                      "    aid: by_clearance\n    goods: closed\n    civilians: open\n    inspection: 4 min\n" +
                          more + "gates:\n"));
    }
    [[nodiscard]] ScenarioFolder read() const { return read_scenario_folder(path(), {.common = common_data()}); }
    [[nodiscard]] std::vector<std::string> faults() const { return test::faults_of_folder(path()); }
};

/// What is told of the gates: the copy's folder has another name than the scenario, which is told first.
std::vector<std::string> notes_on_gates(const ScenarioFolder& folder) {
    return {folder.notes.begin() + 1, folder.notes.end()};
}

Access passing(const Scenario& of, const char* gate, Traffic traffic, int day = 5) {
    return of.baseline().leave(*of.find_gate(gate), traffic, of.calendar().from + one_day * day, {}).access;
}

TEST(GateLayers, AreGatesAtTheJunctionsNearestToThem) {
    const auto folder = WithPoints("yard,Yard post,league,,5.3003,0.2001\n").read();
    const auto& read = *folder.scenario;
    ASSERT_TRUE(read.find_gate("yard"));
    EXPECT_EQ(read.gates().size(), 4U);
    EXPECT_EQ(read.gate_record(*read.find_gate("yard")).name, "Yard post");
    EXPECT_EQ(read.gate_record(*read.find_gate("yard")).inspection, std::chrono::minutes{4});
    EXPECT_EQ(passing(read, "yard", Traffic::aid), Access::by_clearance);
    EXPECT_EQ(passing(read, "yard", Traffic::goods), Access::closed);
    EXPECT_EQ(passing(read, "yard", Traffic::civilians, 59), Access::open);
    EXPECT_THAT(read.baseline().holders(*read.find_gate("yard"), read.calendar().from),
                ElementsAre(*read.find_party("league")));
    EXPECT_THAT(notes_on_gates(folder), ElementsAre());
}

TEST(GateLayers, TakeTheirStatusFromTheirColumnAndTheirHoldersFromTheLayer) {
    const auto read = WithPoints("yard,,,Not passable,5.3,0.2\n", "    held_by: [crown, league]\n").read().scenario;
    EXPECT_EQ(passing(*read, "yard", Traffic::civilians), Access::closed);
    EXPECT_EQ(read->gate_record(*read->find_gate("yard")).name, "yard") << "no title: its name";
    EXPECT_EQ(read->baseline().holders(*read->find_gate("yard"), read->calendar().from).size(), 2U);
}

TEST(GateLayers, AreAsTheTableOfStatusSaysWhereItSpeaksOfThem) {
    const WithPoints copy("yard,,,,5.3,0.2\n");
    copy.apply(replace(status, "harbour,",
                       "yard,2016-06-01,2016-06-10,closed,closed,closed,crown,FABLE,assumed,\n"
                       "yard,2016-06-10,2016-07-31,open,open,open,,FABLE,assumed,\nharbour,"));
    const auto read = copy.read().scenario;
    EXPECT_EQ(passing(*read, "yard", Traffic::aid, 8), Access::closed);
    EXPECT_EQ(passing(*read, "yard", Traffic::aid, 9), Access::open);
}

TEST(GateLayers, OnNoRoadAreToldOfAndAreNoGates) {
    const auto folder =
        WithPoints("far,Far post,,,5.4,0.2\nmill,,,,5.2,0.12\nyard,,,,5.3,0.2\nshed,,,,5.3002,0.2\n").read();
    EXPECT_EQ(folder.scenario->gates().size(), 4U);
    EXPECT_THAT(notes_on_gates(folder),
                ElementsAre("data/points.csv: feature 1: 'far' is no gate: the nearest junction of the network is 11.1 "
                            "km away; expected at most 0.2 km, or a greater 'within'",
                            "data/points.csv: feature 2: 'mill' is no gate: a road at the nearest junction lies in "
                            "gate 'pass' of the layer",
                            "data/points.csv: feature 4: 'shed' is no gate: the nearest junction is that of gate "
                            "'yard' already: one gate stands there"));
}

TEST(GateLayers, ThatCannotBeMeantAreToldAtTheirFeatures) {
    const WithPoints copy(
        "pass,,,,5.3,0.2\n,,,,5.3,0.2\nyard,,crwn,PASABLE,5.3,0.2\nyard,,,,5.3,0.2\n"
        "north,,,,five,0.2\nsouth,,,,5.3,95\n");
    EXPECT_THAT(
        copy.faults(),
        ElementsAre("data/points.csv: feature 1: 'pass' is the name of a gate in scenario.yaml",
                    "data/points.csv: feature 2: 'id' is empty: a gate needs a name",
                    "data/points.csv: feature 3: no party 'crwn' in scenario.yaml; did you mean 'crown'?",
                    "data/points.csv: feature 3: the status 'PASABLE' means nothing; did you mean 'PASSABLE'?",
                    "data/points.csv: feature 4: 'yard' is the name of another feature (data/points.csv: feature "
                    "3)",
                    "data/points.csv: feature 5: x 'five' and y '0.2' are no place: expected degrees",
                    "data/points.csv: feature 6: a point lies at (5.3, 95): expected a longitude in [-180, "
                    "180] and a latitude in [-90, 90]"));
}

/// A line across both tracks between the towns, and one across nothing.
constexpr const char* lines =
    "{\"type\": \"FeatureCollection\", \"features\": [\n"
    "{\"type\": \"Feature\", \"properties\": {\"name\": \"ring\", \"holder\": \"league\"}, \"geometry\": {\"type\": "
    "\"LineString\", \"coordinates\": [[5.15, 0.1], [5.15, 0.19]]}},\n"
    "{\"type\": \"Feature\", \"properties\": {\"name\": \"afar\", \"holder\": null}, \"geometry\": {\"type\": "
    "\"MultiLineString\", \"coordinates\": [[[5.4, 0.1], [5.4, 0.19]]]}}]}\n";

TEST(GateLayers, OfLinesAreGatesWhereRoadsCrossThemAndTheirNameStandsForAll) {
    const FolderCopy copy(test_data() / "tiny");
    copy.apply(rewrite("data/lines.geojson", lines));
    copy.apply(replace(scenario, "gates:\n",
                       "gate_layers:\n"
                       "  siege: {layer: data/lines.geojson, columns: {held_by: holder}, aid: closed, goods: closed, "
                       "civilians: closed}\ngates:\n"));
    copy.apply(replace(scenario, "siege_line: [bridge]", "siege_line: [bridge, ring]"));
    const auto folder = read_scenario_folder(copy.path(), {.common = common_data()});
    const auto& read = *folder.scenario;
    ASSERT_TRUE(read.find_gate("ring-1") && read.find_gate("ring-2"));
    EXPECT_EQ(read.gates().size(), 5U);
    EXPECT_TRUE(read.gate_record(*read.find_gate("ring-1")).front);
    EXPECT_EQ(passing(read, "ring-2", Traffic::civilians), Access::closed);
    EXPECT_THAT(read.baseline().holders(*read.find_gate("ring-1"), read.calendar().from),
                ElementsAre(*read.find_party("league")));
    EXPECT_THAT(read.record().enclaves.at("lower-wend").siege_line,
                ElementsAre(Name("bridge"), Name("ring-1"), Name("ring-2")));
    EXPECT_THAT(notes_on_gates(folder),
                ElementsAre("data/lines.geojson: feature 1: no road crosses 'afar' beside its gates"));
}

TEST(GateLayers, WithoutShapesAskForCoordinates) {
    const WithPoints copy("yard,,,,5.3,0.2\n");
    copy.apply(replace(scenario, ", lon: x, lat: y", ""));
    EXPECT_THAT(copy.faults(),
                ElementsAre("data/points.csv: feature 1: there is no geometry: expected a point or a line, or "
                            "name the columns 'lon' and 'lat'"));
}

TEST(GateLayers, OfALayerThatIsMissingHideNoOtherFault) {
    const WithPoints copy("yard,,,,5.3,0.2\n");
    copy.apply(test::remove("data/points.csv"));
    copy.apply(replace("agreements/one-road.yaml", "road: river", "road: rivr"));
    EXPECT_THAT(copy.faults(), testing::Contains(HasSubstr("no road 'rivr'")));
    EXPECT_THAT(copy.faults(), testing::Contains(HasSubstr("data/points.csv")));
}

}  // namespace
}  // namespace aidway
