// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "io/text_file.hpp"
#include "support/broken_case.hpp"
#include "support/folder_copy.hpp"
#include "support/folders.hpp"

namespace aidway {
namespace {

using test::BrokenCase;
using test::Edit;
using test::faults_of_folder;
using test::faults_of_tiny;
using test::FolderCopy;
using test::remove;
using test::replace;
using test::rewrite;

constexpr const char* scenario = "scenario.yaml";
constexpr const char* one_road = "agreements/one-road.yaml";
constexpr const char* two_roads = "agreements/two-roads.yaml";
constexpr const char* status_quo = "agreements/status-quo.yaml";
constexpr const char* roads = "data/roads.geojson";
constexpr const char* control = "data/control.geojson";
constexpr const char* status = "data/gate_status.csv";

/// The table of the tiny scenario, as it stands there.
const std::string climate_of_tiny = [] {
    const auto text = read_text_file(test_data() / "tiny" / scenario);
    const auto begin = text.find("\nclimate:\n");
    return text.substr(begin, text.find("\nviolence:\n") - begin);
}();

/// An area of the league across Hill Road.
const std::string hilltop =
    "{\"type\": \"Feature\", \"properties\": {\"party\": \"league\", \"valid_from\": \"2016-06-11\", \"valid_to\": "
    "null}, "
    "\"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[5.28, 0.17], [5.29, 0.17], [5.29, 0.2], [5.28, 0.2], "
    "[5.28, 0.17]]]}},\n";

/// The tiny scenario with one fault, and every word that is said about it.
// clang-format off
const std::vector<BrokenCase> golden{
    {"BrokenSyntax", {replace(scenario, "vehicles:\n", "vehicles: [\n")},
     {"scenario.yaml:26:10: a list '[' is not closed before here, or a comma is missing"}},
    {"QuoteClosedLate", {replace(scenario, "name: Oldmere\n", "name: \"Oldmere\n")},
     {"scenario.yaml:94:11: this quote is closed in line 280 only: close it where its text ends"}},
    {"ScenarioOfJunk", {rewrite(scenario, std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16))},
     {"scenario.yaml:1:1: a byte that is not UTF-8: save the file as UTF-8"}},
    {"ScenarioAboveOneMebibyte", {replace(scenario, "name: Oldmere\n", "name: Oldmere\n" + std::string(1U << 20U, '#') + "\n")},
     {"scenario.yaml:1:1: larger than 1 MiB: put tables into a layer"}},
    {"NestedTooDeep", {replace(scenario, "name: Oldmere\n", "name: " + std::string(70, '[') + std::string(70, ']') + "\n")},
     {"scenario.yaml:94:72: nested deeper than 64 levels"}},
    {"AgreementOfJunk", {rewrite(one_road, "agreement: \xff\xfe\n")},
     {"agreements/one-road.yaml:1:12: a byte that is not UTF-8: save the file as UTF-8"}},
    {"StatusOfJunk", {rewrite(status, std::string("gate\0party", 10))},
     {"data/gate_status.csv:1:5: a zero byte: this is not a text file"}},
    {"TabIndents", {replace(scenario, "  layer: data/roads.geojson", "	layer: data/roads.geojson")},
     {"scenario.yaml:18:1: a tab indents this line: use spaces"}},
    {"UnknownKeyWithSuggestion", {replace(scenario, "    siege_tier: 3", "    seige_tier: 3")},
     {"scenario.yaml:125:5: unknown key 'seige_tier'; did you mean 'siege_tier'?"}},
    {"UnknownKeyWithout", {replace(scenario, "    siege_tier: 3", "    siege_tier: 3\n    colour: red")},
     {"scenario.yaml:126:5: unknown key 'colour'"}},
    {"MisspeltRequiredTableIsOneFault", {replace(scenario, "depots:\n", "deports:\n")},
     {"scenario.yaml:136:1: unknown key 'deports'; did you mean 'depots'?"}},
    {"DuplicateKey", {replace(scenario, "    trucks: 24\n", "    trucks: 24\n    trucks: 25\n")},
     {"scenario.yaml:145:5: 'trucks' is given twice; first in line 144"}},
    {"MissingKey", {replace(scenario, "    payload: 8 t\n", "")},
     {"scenario.yaml:142:5: missing key 'payload': mass that one truck carries"}},
    {"MissingTableIsOneFault", {replace(scenario, "parties:\n  crown: {name: The Crown, source: FABLE, confidence: seen}\n  league: {name: The River League, source: FABLE, confidence: seen}\n", "")},
     {"scenario.yaml:2:1: missing key 'parties': the sides"}},
    {"BareNumberWhereAUnitBelongs", {replace(scenario, "payload: 8 t", "payload: 8")},
     {"scenario.yaml:145:14: '8' is not a mass: write a number with its unit, e.g. '40 t'"}},
    {"WrongUnit", {replace(scenario, "space: 25 m3", "space: 25 kg")},
     {"scenario.yaml:146:12: '25 kg' is not a volume: its unit is one of m3, l"}},
    {"UnknownUnit", {replace(scenario, "speed: 40 km/h", "speed: 40 knots")},
     {"scenario.yaml:26:12: '40 knots' is not a speed: its unit is one of km/h, m/s"}},
    {"OutOfRange", {replace(scenario, "siege_tier: 1", "siege_tier: 4")},
     {"scenario.yaml:113:17: '4' is out of range: must be from 1 to 3"}},
    {"ChanceAboveOne", {replace(scenario, "diverted: 0.05", "diverted: 1.05")},
     {"scenario.yaml:88:13: '1.05' is out of range: must be from 0 to 1"}},
    {"LawOfWrongOrder", {replace(scenario, "{pert: [16000, 20000, 22000]}", "{pert: [16000, 23000, 22000]}")},
     {"scenario.yaml:96:24: pert needs low <= mode <= high"}},
    {"LawOfUnknownKind", {replace(scenario, "{pert: [16000, 20000, 22000]}", "{part: [16000, 20000, 22000]}")},
     {"scenario.yaml:96:18: unknown key 'part'; did you mean 'pert'?"}},
    {"LawLeavesTheRange", {replace(scenario, "informal: {uniform: [0.05, 0.2]}", "informal: {uniform: [0.05, 1.2]}")},
     {"scenario.yaml:116:25: the uniform law leaves the valid range: must be from 0 to 1"}},
    {"LawOnStructure", {replace(scenario, "speed: 40 km/h", "speed: {uniform: [30 km/h, 40 km/h]}")},
     {"scenario.yaml:26:12: a law cannot stand here: routes are computed once; write one value"}},
    {"BadConfidence", {replace(scenario, "vehicle: lorry\n    trucks: 10", "vehicle: lorry\n    trucks: {value: 10, confidence: seem}")},
     {"scenario.yaml:155:37: 'seem' is not seen, derived or assumed; did you mean 'seen'?"}},
    {"DanglingGateOfARoad", {replace(scenario, "gates: [harbour, bridge]", "gates: [harbour, brige]")},
     {"scenario.yaml:44:22: no gate 'brige'; did you mean 'bridge'?"}},
    {"DanglingDepot", {replace(scenario, "depot: northport", "depot: northpart")},
     {"scenario.yaml:142:12: no depot 'northpart'; did you mean 'northport'?"}},
    {"DanglingVehicle", {replace(scenario, "vehicle: lorry\n    trucks: 24", "vehicle: larry\n    trucks: 24")},
     {"scenario.yaml:143:14: no vehicle 'larry'; did you mean 'lorry'?"}},
    {"DanglingCommunity", {replace(scenario, "members: [oldmere]", "members: [oldmare]")},
     {"scenario.yaml:112:15: no community 'oldmare'; did you mean 'oldmere'?"}},
    {"DanglingParty", {replace(scenario, "deciders: [crown]", "deciders: [crone]")},
     {"scenario.yaml:172:14: no party 'crone'; did you mean 'crown'?"}},
    {"DanglingGoods", {replace(scenario, "  goods: food\n", "  goods: fuel\n")},
     {"scenario.yaml:82:10: no class of goods 'fuel'"}},
    {"DanglingSource", {replace(scenario, "    time_factor: 1.25\n    source: FABLE", "    time_factor: 1.25\n    source: FABEL")},
     {"scenario.yaml:29:13: no source 'FABEL' under 'sources' in scenario.yaml; did you mean 'FABLE'?"}},
    {"DanglingSourceInAnAgreement", {replace(one_road, "source: FABLE", "source: LEGEND")},
     {"agreements/one-road.yaml:5:9: no source 'LEGEND' under 'sources' in scenario.yaml"}},
    {"CommunityInTwoEnclaves", {replace(scenario, "members: [tarnwick]", "members: [tarnwick, oldmere]")},
     {"scenario.yaml:124:25: community 'oldmere' already belongs to enclave 'lower-wend'"}},
    {"CommunityInNoEnclave", {replace(scenario, "members: [oldmere]", "members: [tarnwick]")},
     {"scenario.yaml:93:3: community 'oldmere' belongs to no enclave",
      "scenario.yaml:124:15: community 'tarnwick' already belongs to enclave 'lower-wend'"}},
    {"EnclaveWithoutCommunity", {replace(scenario, "members: [tarnwick]", "members: []")},
     {"scenario.yaml:124:14: expected at least one community"}},
    {"EmptyTable", {replace(scenario, "depots:\n  northport: {name: Northport docks, at: [5.0, 0.2], source: FABLE, confidence: seen}\n  eastgrange: {name: Eastgrange yard, at: [5.3, 0.2], source: FABLE, confidence: seen}\n", "depots: {}\n")},
     {"scenario.yaml:136:9: expected at least one depot",
      "scenario.yaml:140:12: no depot 'northport'",
      "scenario.yaml:151:12: no depot 'eastgrange'"}},
    {"CopingRises", {replace(scenario, "cover_at_least: 10 d", "cover_at_least: 40 d")},
     {"scenario.yaml:86:24: the steps go by falling cover: expected less than in the step before"}},
    {"CopingEndsAboveZero", {replace(scenario, "cover_at_least: 0 d", "cover_at_least: 1 d")},
     {"scenario.yaml:87:24: the last step starts at 0 d, so that every stock has a step"}},
    {"AnswersAboveOne", {replace(scenario, "silent: 0.5}", "silent: 0.8}")},
     {"scenario.yaml:178:12: the chances full, part and silent add up to 1.15; expected at most 1"}},
    {"SubmittedBeforeACycle", {replace(scenario, "submitted_before: 7 d", "submitted_before: 27 d")},
     {"scenario.yaml:175:21: longer than 'cycle': a plan is submitted while the one before it runs"}},
    {"PeriodReversed", {replace(scenario, "to: 2016-07-31", "to: 2016-05-31")},
     {"scenario.yaml:12:7: 'to' must lie after 'from'"}},
    {"PeriodWithinADay", {replace(scenario, "from: 2016-06-01", "from: 2016-06-01T06:00")},
     {"scenario.yaml:11:9: a period begins at midnight; write the day alone"}},
    {"DayThatIsNone", {replace(scenario, "from: 2016-06-01", "from: 2016-06-31")},
     {"scenario.yaml:11:9: '2016-06-31' is not a date or a local time, e.g. '2016-09-12' or '2016-09-12T19:00'"}},
    {"UnknownTimeZone", {replace(scenario, "Asia/Damascus", "Asia/Damaskus")},
     {"scenario.yaml:13:13: no time zone 'Asia/Damaskus'; expected an IANA name such as 'Asia/Damascus'; did you mean 'Asia/Damascus'?"}},
    {"PlaceFarFromTheNetwork", {replace(scenario, "at: [5.1, 0.12]", "at: [51, 0.12]")},
     {"scenario.yaml:95:9: the nearest junction of the network is 5081.6 km away; expected at most 5 km"}},
    {"PlaceOffTheGlobe", {replace(scenario, "at: [5.1, 0.12]", "at: [5.1, 100.12]")},
     {"scenario.yaml:95:9: the latitude 100.12 is out of range: must be from -90 to 90"}},
    {"GateInTheLayerAlone", {replace(scenario, "  pass: {name: Hill pass, front: true, lanes: 1, inspection: 9 min, source: FABLE, confidence: assumed}\n", ""),
      replace(scenario, "gates: [pass]", "gates: [bridge]"), replace(scenario, "siege_line: [pass]", "siege_line: [bridge]")},
     {"data/roads.geojson: gate 'pass' has no entry under 'gates' in scenario.yaml"}},
    {"GateInTheFileAlone", {replace(roads, "\"gate\": \"pass\"", "\"gate\": null")},
     {"scenario.yaml:61:3: no line of data/roads.geojson lies in gate 'pass'"}},
    {"LayerMissing", {replace(scenario, "data/roads.geojson", "data/road.geojson")},
     {"scenario.yaml:18:10: no file 'data/road.geojson' in the folder; did you mean 'data/roads.geojson'?"}},
    {"RoadColumnThatIsNone",
     {replace(scenario, "layer: data/roads.geojson", "layer: data/roads.geojson\n  columns: {gate: gaet, one_way: road}")},
     {"data/roads.geojson: there is no column 'gaet'; did you mean 'gate'?"}},
    {"RoadColumnOfAnotherKind",
     {replace(scenario, "layer: data/roads.geojson",
              "layer: data/roads.geojson\n  columns: {road: road, gate: gate, lenght_m: road_class}")},
     {"scenario.yaml:19:37: unknown key 'lenght_m'; did you mean 'length_m'?"}},
    {"RoadDirectionThatIsNone",
     {replace(scenario, "layer: data/roads.geojson",
              "layer: data/roads.geojson\n  columns: {road: road, gate: gate, one_way: road_class}")},
     {"data/roads.geojson: feature 0: the direction is 'primary': expected yes, no or -1 (or F, B or T)",
      "data/roads.geojson: feature 1: the direction is 'primary': expected yes, no or -1 (or F, B or T)",
      "data/roads.geojson: feature 2: the direction is 'secondary': expected yes, no or -1 (or F, B or T)",
      "data/roads.geojson: feature 3: the direction is 'secondary': expected yes, no or -1 (or F, B or T)",
      "data/roads.geojson: feature 4: the direction is 'track': expected yes, no or -1 (or F, B or T)",
      "data/roads.geojson: feature 5: the direction is 'track': expected yes, no or -1 (or F, B or T)"}},
    {"LayerOfAreas", {replace(scenario, "layer: data/roads.geojson", "layer: data/control.geojson")},
     {"data/control.geojson: there is no column 'gate'; did you mean 'name'?",
      "data/control.geojson: there is no column 'road'",
      "data/control.geojson: there is no column 'road_class'"}},
    {"LayerOfPoints", {replace(roads, "\"type\": \"LineString\", \"coordinates\": [[5.3, 0.2], [5.25, 0.16]]", "\"type\": \"Point\", \"coordinates\": [5.3, 0.2]")},
     {"data/roads.geojson: feature 2: the geometry is a Point: expected a line"}},
    {"LayerOfJunk", {rewrite(roads, "\x01\x02 no layer \xff")},
     {"data/roads.geojson: the file cannot be read as a vector layer"}},
    {"LayerWithoutLines", {rewrite(roads, "{\"type\": \"FeatureCollection\", \"features\": []}")},
     {"data/roads.geojson: there is no column 'gate'",
      "data/roads.geojson: there is no column 'road'",
      "data/roads.geojson: there is no column 'road_class'"}},
    {"ControlLayerMissing", {remove(control)},
     {"scenario.yaml:33:10: no file 'data/control.geojson' in the folder; did you mean 'data/roads.geojson'?"}},
    {"ControlLayerOfJunk", {rewrite(control, "no layer")},
     {"data/control.geojson: the file cannot be read as a vector layer"}},
    {"ControlLayerOfLines", {replace(scenario, "layer: data/control.geojson", "layer: data/roads.geojson")},
     {"data/roads.geojson: there is no column 'party'",
      "data/roads.geojson: there is no column 'valid_from'",
      "data/roads.geojson: there is no column 'valid_to'"}},
    {"ControlOfNoParty", {replace(control, "\"Tarnwick\", \"party\": \"league\"", "\"Tarnwick\", \"party\": \"leage\"")},
     {"data/control.geojson: feature 2: no party 'leage' in scenario.yaml; did you mean 'league'?"}},
    {"ControlDateThatIsNone", {replace(control, "\"Tarnwick\", \"party\": \"league\", \"valid_from\": \"2016-06-01\"", "\"Tarnwick\", \"party\": \"league\", \"valid_from\": \"June\"")},
     {"data/control.geojson: feature 2: valid_from 'June' is not a date, e.g. '2016-09-12'"}},
    {"ControlReversed", {replace(control, "\"Tarnwick\", \"party\": \"league\", \"valid_from\": \"2016-06-01\"", "\"Tarnwick\", \"party\": \"league\", \"valid_from\": \"2016-08-01\"")},
     {"data/control.geojson: feature 2: valid_to must lie after valid_from"}},
    {"ControlByAPoint", {replace(control, "\"type\": \"Polygon\", \"coordinates\": [[[4.95, 0.15], [5.35, 0.15], [5.35, 0.25], [4.95, 0.25], [4.95, 0.15]]]", "\"type\": \"Point\", \"coordinates\": [4.95, 0.15]")},
     {"data/control.geojson: feature 0: the geometry is a Point: expected an area"}},
    {"StatusMissing", {remove(status)},
     {"scenario.yaml:54:10: no file 'data/gate_status.csv' in the folder"}},
    {"StatusGap", {replace(status, "bridge,2016-06-20", "bridge,2016-06-22")},
     {"data/gate_status.csv:3:8: gate 'bridge' has no status between the row of line 2 and this day"}},
    {"StatusOverlap", {replace(status, "bridge,2016-06-20", "bridge,2016-06-18")},
     {"data/gate_status.csv:3:8: gate 'bridge' has two statuses from this day; the other row is line 2"}},
    {"StatusBeginsLate", {replace(status, "harbour,2016-06-01", "harbour,2016-06-02")},
     {"data/gate_status.csv:4:9: gate 'harbour' has no status before this day, but the period begins earlier"}},
    {"StatusEndsEarly", {replace(status, "harbour,2016-06-01,2016-07-31", "harbour,2016-06-01,2016-07-30")},
     {"data/gate_status.csv:4:9: gate 'harbour' has no status after this row, but the period goes on"}},
    {"StatusOfNoGate", {replace(status, "pass,2016", "path,2016")},
     {"data/gate_status.csv:5:1: no gate 'path' in the network's layer; did you mean 'pass'?"}},
    {"StatusLacksAGate", {replace(status, "pass,2016-06-01,2016-07-31,by_clearance,closed,closed,league,FABLE,assumed,\n", "")},
     {"data/gate_status.csv: no row for gate 'pass'"}},
    {"StatusOfNoParty", {replace(status, "crown;league", "crown;leage")},
     {"data/gate_status.csv:2:51: no party 'leage' in scenario.yaml; did you mean 'league'?"}},
    {"StatusOfNoSource", {replace(status, "FABLE;TABLES", "FABLE;TABELS")},
     {"data/gate_status.csv:3:63: no source 'TABELS' under 'sources' in scenario.yaml; did you mean 'TABLES'?"}},
    {"StatusBadWord", {replace(status, "open,open,open", "opened,open,open")},
     {"data/gate_status.csv:4:31: 'opened' is not closed, by_clearance or open; did you mean 'open'?"}},
    {"StatusBadDate", {replace(status, "bridge,2016-06-01,2016-06-20", "bridge,2016-06-01,20 June")},
     {"data/gate_status.csv:2:19: '20 June' is not a date or a local time, e.g. '2016-09-12' or '2016-09-12T19:00'"}},
    {"StatusReversed", {replace(status, "bridge,2016-06-01,2016-06-20", "bridge,2016-06-21,2016-06-20")},
     {"data/gate_status.csv:2:19: 'to' must lie after 'from'"}},
    {"StatusRaggedRow", {replace(status, "crown,FABLE,seen,\n", "crown,FABLE,seen\n")},
     {"data/gate_status.csv:4:1: this row has 9 cells, the header 10 cells"}},
    {"StatusMisspeltColumn", {replace(status, "held_by", "hold_by")},
     {"data/gate_status.csv:1:34: unknown column 'hold_by'; did you mean 'held_by'?"}},
    {"StatusMissingColumn", {replace(status, "civilians", "people")},
     {"data/gate_status.csv:1:1: missing column 'civilians'",
      "data/gate_status.csv:1:24: unknown column 'people'"}},
    {"EscalatesToNobodyKnown", {replace(scenario, "escalates_to: league", "escalates_to: leage")},
     {"scenario.yaml:183:17: no party 'leage'; did you mean 'league'?"}},
    {"EscalatesToADecider", {replace(scenario, "escalates_to: league", "escalates_to: crown")},
     {"scenario.yaml:183:17: party 'crown' is one of the deciders; expected one above them"}},
    {"EscalatesToNobody", {replace(scenario, "silence_means: refusal", "silence_means: escalate"), replace(scenario, "  escalates_to: league\n", "")},
     {"scenario.yaml:177:18: silence that escalates needs 'escalates_to': the party it goes to"}},
    {"MisspeltEscalatesToIsOneFault", {replace(scenario, "silence_means: refusal", "silence_means: escalate"), replace(scenario, "escalates_to: league", "escalate_to: league")},
     {"scenario.yaml:183:3: unknown key 'escalate_to'; did you mean 'escalates_to'?"}},
    {"LinkedToNoPlace", {replace(scenario, "  escalates_to: league\n", "  escalates_to: league\n  linked: [{places: [oldmere, tarnvick]}]\n")},
     {"scenario.yaml:184:31: no community 'tarnvick'; did you mean 'tarnwick'?"}},
    {"LinkedToItselfAlone", {replace(scenario, "  escalates_to: league\n", "  escalates_to: league\n  linked: [{places: [oldmere]}]\n")},
     {"scenario.yaml:184:21: expected two or more communities: they wait for each other"}},
    {"LinkedTwice", {replace(scenario, "  escalates_to: league\n", "  escalates_to: league\n  linked: [{places: [oldmere, tarnwick, oldmere]}]\n")},
     {"scenario.yaml:184:41: community 'oldmere' is linked twice: a place stands in one group"}},
    {"ClimateAsked", {replace(scenario, "silence_means: refusal", "silence_means: refusal\n  answer_model: climate"), replace(scenario, "\nclimate:\n", "\nviolences:\n")},
     {"scenario.yaml:216:1: unknown key 'violences'; did you mean 'violence'?"}},
    {"AnswersByNoClimate", {replace(scenario, "silence_means: refusal", "silence_means: refusal\n  answer_model: climate"),
      replace(scenario, climate_of_tiny, "")},
     {"scenario.yaml:178:17: answers by the climate need the table 'climate'"}},
    {"ClimateAnswersAboveOne", {replace(scenario, "answers: {full: 0.6, part: 0.2, silent: 0.1}", "answers: {full: 0.6, part: 0.2, silent: 0.3}")},
     {"scenario.yaml:226:14: the chances full, part and silent add up to 1.1; expected at most 1"}},
    {"ClimateStartsAboveOne", {replace(scenario, "starts_restricted: 0.3", "starts_restricted: 0.6")},
     {"scenario.yaml:231:22: the chances starts_closed and starts_restricted add up to 1.1; expected at most 1"}},
    {"ClimateOfNegativeViolence", {replace(scenario, "violence: 1.6", "violence: -1")},
     {"scenario.yaml:220:15: '-1' is out of range: must be at least 0"}},
    {"ViolenceByNobodyKnown", {replace(scenario, "crown-guns: {party: crown", "crown-guns: {party: clown")},
     {"scenario.yaml:242:25: no party 'clown'; did you mean 'crown'?"}},
    {"ViolenceOfUnknownKind", {replace(scenario, "kind: shelling", "kind: shelings")},
     {"scenario.yaml:242:38: 'shelings' is not air_strikes, shelling, ground_attacks, banned_weapons or arrests; did you mean 'shelling'?"}},
    {"ViolenceNowhere", {replace(scenario, "  where:\n    quay: {at: [5.1, 0.121], weight: 3}\n    ridge: {at: [5.2375, 0.15]}\n", "  where: {}\n")},
     {"scenario.yaml:244:10: expected at least one place"}},
    {"ViolenceWithoutEnd", {replace(scenario, "rate: 0.3 /d, severe", "rate: 1001 /d, severe")},
     {"scenario.yaml:242:54: 1001 incidents a day; expected at most 1000"}},
    {"NoInformalInflowAndNoTable", {replace(scenario, "    informal: {uniform: [0.05, 0.2]}\n", "")},
     {"scenario.yaml:111:3: enclave 'lower-wend' has no 'informal', and there is no 'informal_by_tier' under 'food' to take it from"}},
    {"NoInformalInflowAndNoTier", {replace(scenario, "    siege_tier: 1\n", ""), replace(scenario, "    informal: {uniform: [0.05, 0.2]}\n", ""),
      replace(scenario, "food:\n  goods: food\n", "food:\n  goods: food\n  informal_by_tier: {tier_1: 0.05, tier_2: 0.2, tier_3: 0.5}\n")},
     {"scenario.yaml:112:3: enclave 'lower-wend' has no 'informal', and no 'siege_tier' to take it by"}},
    {"ViolenceByNobody", {replace(scenario, "  by:\n    crown-guns: {party: crown, kind: shelling, rate: 0.3 /d, severe: 0.2, while_kept: 0.4}\n    league-raids: {party: league, kind: ground_attacks, rate: 0.1 /d, severe: 0.3, while_kept: 0.5}\n", "  by: {}\n")},
     {"scenario.yaml:241:7: expected at least one party that commits it"}},
    {"ViolenceOfAPlaceAsALaw", {replace(scenario, "at: [5.1, 0.121]", "at: {uniform: [5.1, 0.121]}")},
     {"scenario.yaml:245:17: unknown key 'uniform'"}},
    {"OutsideOfNoPlace", {replace(scenario, "    outside: [fairs]\n    trade_at_start: 0.0", "    outside: [fair]\n    trade_at_start: 0.0")},
     {"scenario.yaml:118:15: no place under 'outside' called 'fair'; did you mean 'fairs'?"}},
    {"OutsideWithoutItsTable", {replace(scenario, "outside:\n  fairs: {name: The autumn fairs, at: [5.3, 0.205], source: FABLE, confidence: seen}\n", "")},
     {"scenario.yaml:118:15: no place under 'outside' called 'fairs'",
      "scenario.yaml:130:15: no place under 'outside' called 'fairs'"}},
    {"OutsideFarFromTheNetwork", {replace(scenario, "at: [5.3, 0.205]", "at: [5.3, 0.305]")},
     {"scenario.yaml:256:39: the nearest junction of the network is 11.7 km away; expected at most 5 km"}},
    {"SiegeLineOfNoGate", {replace(scenario, "siege_line: [pass]", "siege_line: [past]")},
     {"scenario.yaml:132:18: no gate 'past'; did you mean 'pass'?"}},
    {"PriceWithoutAFloor", {replace(scenario, "floor: 0.02", "floor: 0")},
     {"scenario.yaml:268:10: '0' is out of range: must be more than 0 and at most 1"}},
    {"LawOnAFront", {replace(scenario, "inspection: 12 min", "inspection: {uniform: [10 min, 20 min]}")},
     {"scenario.yaml:210:15: a law cannot stand here: routes are computed once; write one value"}},
    {"LawOnACap", {replace(scenario, "inspection: 9 min,", "inspection: 9 min, trucks_per_day: {uniform: [10, 20]},")},
     {"scenario.yaml:61:85: a law cannot stand here: what passes a gate in a day, and for what fees, is part of its status; write one value"}},
    {"LawOnFees", {replace(scenario, "inspection: 9 min,", "inspection: 9 min, fees: {uniform: [0.1, 0.2]},")},
     {"scenario.yaml:61:75: a law cannot stand here: what passes a gate in a day, and for what fees, is part of its status; write one value"}},
    {"FeesWithoutPrices", {replace(scenario, "inspection: 9 min,", "inspection: 9 min, fees: 0.1,"), replace(scenario, "price:\n  elasticity: {uniform: [0.7, 1.5]}\n  floor: 0.02\n  inflow_before: 1.0\n  source: FABLE\n  confidence: assumed\n\n", "")},
     {"scenario.yaml:61:75: fees make goods dearer: they need the table 'price', by which less is then bought"}},
    {"FrontOfUnknownStatus", {replace(scenario, "  aid: closed\n  goods: closed", "  aid: shut\n  goods: closed")},
     {"scenario.yaml:206:8: 'shut' is not closed, by_clearance or open"}},
    {"GateNamedLikeOneOnTheFront", {replace(scenario, "  pass: {name: Hill pass", "  hill-front-1: {name: Hill pass"), replace(scenario, "gates: [pass]", "gates: [hill-front-1]"), replace(scenario, "siege_line: [pass]", "siege_line: [hill-front-1]"),
      replace(roads, "\"gate\": \"pass\"", "\"gate\": \"hill-front-1\""), replace(status, "pass,2016", "hill-front-1,2016"),
      replace(control, "[5.35, 0.25], [4.95, 0.25], [4.95, 0.15]]]}},\n", "[5.35, 0.25], [4.95, 0.25], [4.95, 0.15]]]}},\n" + hilltop)},
     {"scenario.yaml:61:3: 'hill-front-1' is the name of the gate where road 'hill' crosses the front, made from the areas of control; choose another"}},
    {"RoadWithoutAnyGate", {replace(scenario, "gates: [pass]", "gates: []")},
     {"scenario.yaml:49:12: expected at least one gate that opens with the road"}},
    {"LayerOutsideTheFolder", {replace(scenario, "layer: data/roads.geojson", "layer: ../roads.geojson")},
     {"scenario.yaml:18:10: '../roads.geojson' lies outside the scenario folder: name a file within it"}},
    {"LayerOfOpenStreetMap", {replace(scenario, "layer: data/roads.geojson", "layer: data/roads.osm"), rewrite("data/roads.osm", "<osm version='0.6'/>")},
     {"data/roads.osm: there are no roads among 0 ways and 0 nodes: expected ways with the tag highway", "scenario.yaml:19:16: 'data/roads.osm' is OpenStreetMap data, whose roads meet at nodes: nothing is joined"}},
    {"OsmOfALayer", {replace(scenario, "layer: data/roads.geojson\n", "layer: data/roads.geojson\n  osm: {ferries: true}\n")},
     {"scenario.yaml:19:8: 'data/roads.geojson' is no OpenStreetMap file, of which this speaks"}},
    {"MeaningsOfNoFile", {replace(scenario, "layer: data/roads.geojson\n  join_within: 5 m\n", "layer: data/roads.osm\n  osm: {meanings: \"common:osm-raods.yaml\"}\n"), rewrite("data/roads.osm", "<osm version='0.6'/>")},
     {"scenario.yaml:19:19: no file 'common:osm-raods.yaml' in the data library; did you mean 'common:osm-roads.yaml'?"}},
    {"LayerAtTheEndOfADetour", {replace(scenario, "layer: data/control.geojson", "layer: data/../../control.geojson")},
     {"scenario.yaml:33:10: 'data/../../control.geojson' lies outside the scenario folder: name a file within it"}},
    {"TableAnywhere", {replace(scenario, "table: data/gate_status.csv", "table: /data/gate_status.csv")},
     {"scenario.yaml:54:10: '/data/gate_status.csv' lies outside the scenario folder: name a file within it"}},
    {"LayerOnANetwork", {replace(scenario, "layer: data/roads.geojson", "layer: /vsicurl/https://example.org/roads.geojson")},
     {"scenario.yaml:18:10: '/vsicurl/https://example.org/roads.geojson' lies on a network, which is not read unless that is allowed (--allow-network)"}},
    {"LayerOfADatabase", {replace(scenario, "layer: data/control.geojson", "layer: PG:dbname=roads")},
     {"scenario.yaml:33:10: 'PG:dbname=roads' lies on a network, which is not read unless that is allowed (--allow-network)"}},
    {"LayerInAnArchive", {replace(scenario, "layer: data/roads.geojson", "layer: /vsizip/data/roads.zip")},
     {"scenario.yaml:18:10: '/vsizip/data/roads.zip' is neither a file nor an address that is known"}},
    {"TableThatIsAFolder", {replace(scenario, "table: data/gate_status.csv", "table: data")},
     {"scenario.yaml:54:10: 'data' is a folder: name a file in it"}},
    {"ProfileThatIsAFolder", {replace(scenario, "    speed: 40 km/h\n", "    profile: data\n")},
     {"scenario.yaml:26:14: 'data' is a folder: name a file in it"}},
    {"TableWithAZeroByte", {replace(scenario, "table: data/gate_status.csv", "table: \"data\\0\"")},
     {"scenario.yaml:54:10: a zero byte in a text"}},
    {"TableOnANetwork", {replace(scenario, "table: data/gate_status.csv", "table: https://example.org/gates.csv")},
     {"scenario.yaml:54:10: no file 'https://example.org/gates.csv' in the folder"}},
    {"CommonFileOutsideTheLibrary", {replace(scenario, "layer: data/roads.geojson", "layer: common:../network.py")},
     {"scenario.yaml:18:10: no file 'common:../network.py' in the data library"}},
    {"LayerThatPointsElsewhere", {replace(scenario, "layer: data/roads.geojson", "layer: data/roads.vrt"), rewrite("data/roads.vrt", "<OGRVRTDataSource><OGRVRTLayer name='roads'><SrcDataSource>roads.geojson</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>")},
     {"data/roads.vrt: files of the format OGR_VRT are not read, as they may point elsewhere: make a GeoPackage or GeoJSON of it"}},
    {"ControlOffTheGlobe", {replace(control, "[5.05, 0.08], [5.15, 0.08]", "[5.05, 0.08], [5.15, 98]")},
     {"data/control.geojson: feature 1: a corner lies at (5.15, 98): expected a longitude in [-180, 180] and a latitude in [-90, 90]"}},
    {"ControlWithoutGeometry", {replace(control, "{\"type\": \"Polygon\", \"coordinates\": [[[4.95, 0.15], [5.35, 0.15], [5.35, 0.25], [4.95, 0.25], [4.95, 0.15]]]}", "null")},
     {"data/control.geojson: feature 0: there is no geometry: expected an area"}},
    {"StatusOfNoHours", {replace(status, "confidence,note\n", "confidence,note,hours\n"), replace(status, "each side holds an end\n", "each side holds an end,18:00-06:00\n"),
      replace(status, "then opened by leave\"\n", "then opened by leave\",\n"), replace(status, "crown,FABLE,seen,\n", "crown,FABLE,seen,,\n"), replace(status, "league,FABLE,assumed,\n", "league,FABLE,assumed,,all day\n")},
     {"data/gate_status.csv:2:98: '18:00-06:00' is not daily opening hours within one day, e.g. '06:00-18:00'"}},
    {"AgreementNotOfItsFile", {replace(two_roads, "agreement: two-roads", "agreement: three-roads")},
     {"agreements/two-roads.yaml:1:12: agreement 'three-roads' stands in two-roads.yaml; name and file must agree"}},
    {"AgreementBeforeThePeriod", {replace(two_roads, "effective_from: 2016-06-15T12:00", "effective_from: 2016-05-15T12:00")},
     {"agreements/two-roads.yaml:4:17: outside the period of the scenario: expected from 2016-06-01 to before 2016-07-31"}},
    {"AgreementOnTheLastDay", {replace(two_roads, "effective_from: 2016-06-15T12:00", "effective_from: 2016-07-31")},
     {"agreements/two-roads.yaml:4:17: outside the period of the scenario: expected from 2016-06-01 to before 2016-07-31"}},
    {"UnknownTerm", {replace(two_roads, "open_road: {road: hill, for: [aid]}", "open_rode: {road: hill, for: [aid]}")},
     {"agreements/two-roads.yaml:11:5: unknown key 'open_rode'; did you mean 'open_road'?"}},
    {"NoTerm", {replace(two_roads, "  - open_road: {road: hill, for: [aid]}\n    name", "  - name")},
     {"agreements/two-roads.yaml:11:5: missing one of the keys open_road, permission, protect_cargo, checkpoint, cease_hostilities, lift_siege, free_movement, apply_overlay, ground_aircraft, demilitarise, air_delivery, needs_based, open_crossing, monitor, consequence, publish_terms, obligation: what the term says"}},
    {"TwoTermsInOne", {replace(two_roads, "    name: the-pass\n", "    permission: {procedure: standing}\n")},
     {"agreements/two-roads.yaml:12:5: 'permission' stands beside 'open_road' of line 11: give one of them"}},
    {"TermNamesTwice", {replace(two_roads, "name: the-pass", "name: open_road/river")},
     {"agreements/two-roads.yaml:11:5: two terms are named 'open_road/river' (the first at line 8); give one of them another 'name'"}},
    {"TermOfAnUnknownRoad", {replace(two_roads, "road: hill", "road: hull")},
     {"agreements/two-roads.yaml:11:23: no road 'hull' in scenario.yaml; did you mean 'hill'?"}},
    {"TermForNobody", {replace(two_roads, "road: hill, for: [aid]", "road: hill, for: []")},
     {"agreements/two-roads.yaml:11:23: open_road is 'for' nobody; expected one or more of aid, goods, civilians"}},
    {"TermForAnUnknownTraffic", {replace(two_roads, "road: hill, for: [aid]", "road: hill, for: [aid, goats]")},
     {"agreements/two-roads.yaml:11:40: 'goats' is not aid, goods or civilians; did you mean 'goods'?"}},
    {"TermObligesAnUnknownParty", {replace(two_roads, "    obliges: [crown]\n", "    obliges: [crow]\n")},
     {"agreements/two-roads.yaml:16:15: no party 'crow' in scenario.yaml; did you mean 'crown'?"}},
    {"TermDecidedByNobodyKnown", {replace(two_roads, "deciders: [crown]", "deciders: [king]")},
     {"agreements/two-roads.yaml:15:59: no party 'king' in scenario.yaml"}},
    {"TermWithBadHours", {replace(two_roads, "hours: 06:00-18:00", "hours: 18:00-06:00")},
     {"agreements/two-roads.yaml:8:60: '18:00-06:00' is not daily opening hours within one day, e.g. '06:00-18:00'"}},
    {"AgreementBrokenSyntax", {replace(two_roads, "road: hill, for: [aid]}", "road: hill, for: [aid}")},
     {"agreements/two-roads.yaml:11:38: a closing bracket that does not fit any open one"}},
    {"NoAgreements", {remove("agreements")},
     {"agreements: expected at least one agreement, e.g. agreements/status-quo.yaml"}},
};
// clang-format on

class BrokenFolder : public testing::TestWithParam<BrokenCase> {};

TEST_P(BrokenFolder, SaysThisAndNoMore) {
    EXPECT_THAT(faults_of_tiny(GetParam().edits), testing::ElementsAreArray(GetParam().expected));
}

INSTANTIATE_TEST_SUITE_P(Golden, BrokenFolder, testing::ValuesIn(golden), test::name_of);

TEST(BrokenFolders, TwentyFaultsInSixFilesComeAtOnceAndInOrder) {
    const FolderCopy copy(test_data() / "tiny");
    const std::vector<Edit> edits{
        replace(one_road, "road: river", "road: rivver"),
        replace(one_road, "[crown, league]", "[crown, legue]"),
        replace(status_quo, "agreement: status-quo", "agreement: statusquo"),
        replace(status_quo, "2016-06-15T12:00", "2016-09-15"),
        replace(two_roads, "hours: 06:00-18:00", "hours: 18:00-06:00"),
        replace(two_roads, "road: hill", "road: hull"),
        replace(two_roads, "silence_means: consent", "silence_means: yes"),
        replace(status, "bridge,2016-06-20", "bridge,2016-06-22"),
        replace(status, "open,open,open", "opened,open,open"),
        replace(status, "closed,league", "closed,leage"),
        replace(roads, "\"LineString\", \"coordinates\": [[5.3, 0.2], [5.25, 0.16]]",
                "\"Point\", \"coordinates\": [5.3, 0.2]"),
        replace(scenario, "timezone: Asia/Damascus\n  source: FABLE", "timezone: Asia/Damascus\n  source: FABEL"),
        replace(scenario, "speed: 40 km/h", "speed: {uniform: [30 km/h, 40 km/h]}"),
        replace(scenario, "[harbour, bridge]", "[harbor, bridge]"),
        replace(scenario, "cover_at_least: 10 d", "cover_at_least: 40 d"),
        replace(scenario, "population: 9000", "population: -5"),
        replace(scenario, "siege_tier: 3", "seige_tier: 3"),
        replace(scenario, "depot: northport", "depot: northpart"),
        replace(scenario, "payload: 8 t", "payload: 8"),
        replace(scenario, "silent: 0.5}", "silent: 0.8}"),
    };
    for (const auto& edit : edits) copy.apply(edit);
    const std::vector<std::string> expected{
        "agreements/one-road.yaml:8:23: no road 'rivver' in scenario.yaml; did you mean 'river'?",
        "agreements/one-road.yaml:9:22: no party 'legue' in scenario.yaml; did you mean 'league'?",
        "agreements/status-quo.yaml:1:12: agreement 'statusquo' stands in status-quo.yaml; name and file must agree",
        "agreements/status-quo.yaml:4:17: outside the period of the scenario: expected from 2016-06-01 to before "
        "2016-07-31",
        "agreements/two-roads.yaml:8:60: '18:00-06:00' is not daily opening hours within one day, e.g. '06:00-18:00'",
        "agreements/two-roads.yaml:11:23: no road 'hull' in scenario.yaml; did you mean 'hill'?",
        "agreements/two-roads.yaml:15:97: 'yes' is not refusal, consent or escalate",
        "data/gate_status.csv:3:8: gate 'bridge' has no status between the row of line 2 and this day",
        "data/gate_status.csv:4:31: 'opened' is not closed, by_clearance or open; did you mean 'open'?",
        "data/gate_status.csv:5:55: no party 'leage' in scenario.yaml; did you mean 'league'?",
        "data/roads.geojson: feature 2: the geometry is a Point: expected a line",
        "scenario.yaml:14:11: no source 'FABEL' under 'sources' in scenario.yaml; did you mean 'FABLE'?",
        "scenario.yaml:26:12: a law cannot stand here: routes are computed once; write one value",
        "scenario.yaml:44:13: no gate 'harbor'; did you mean 'harbour'?",
        "scenario.yaml:86:24: the steps go by falling cover: expected less than in the step before",
        "scenario.yaml:104:17: '-5' is out of range: must be from 1 to 10000000",
        "scenario.yaml:125:5: unknown key 'seige_tier'; did you mean 'siege_tier'?",
        "scenario.yaml:142:12: no depot 'northpart'; did you mean 'northport'?",
        "scenario.yaml:145:14: '8' is not a mass: write a number with its unit, e.g. '40 t'",
        "scenario.yaml:178:12: the chances full, part and silent add up to 1.15; expected at most 1",
    };
    EXPECT_EQ(expected.size(), 20U);
    EXPECT_THAT(faults_of_folder(copy.path()), testing::ElementsAreArray(expected));
}

TEST(BrokenFolders, FaultsOfTheScenarioHideNoneOfAgreementsTablesAndLayers) {
    const FolderCopy copy(test_data() / "tiny");
    copy.apply(replace(scenario, "vehicles:\n", "vehicles: [\n"));  // nothing of scenario.yaml can be read
    copy.apply(replace(two_roads, "road: hill, for: [aid]", "road: hill, for: [goats]"));
    EXPECT_THAT(faults_of_folder(copy.path()),
                testing::ElementsAre(
                    "agreements/two-roads.yaml:11:35: 'goats' is not aid, goods or civilians; did you mean 'goods'?",
                    "scenario.yaml:26:10: a list '[' is not closed before here, or a comma is missing"));
}

TEST(BrokenFolders, AMisspeltTableBringsForthNoDanglingNames) {
    for (const auto* table : {"parties", "gates", "communities", "depots", "vehicles", "goods", "sources", "roads"}) {
        const FolderCopy copy(test_data() / "tiny");
        copy.apply(replace(scenario, std::string("\n") + table + ":\n", std::string("\n") + table + "s:\n"));
        EXPECT_THAT(faults_of_folder(copy.path()), testing::SizeIs(1)) << table;
    }
}

TEST(BrokenFolders, TheNearestLegalFoldersAreReadWithoutAWord) {
    const std::vector<Edit> legal{
        replace(scenario, "siege_tier: 1", "siege_tier: 2"),
        replace(scenario, "silent: 0.5}", "silent: 0.65}"),
        replace(scenario, "cover_at_least: 10 d", "cover_at_least: 29 d"),
        replace(scenario, "submitted_before: 7 d", "submitted_before: 20 d"),
        replace(scenario, "at: [5.1, 0.12]", "at: [5.1, 0.08]"),  // 4.4 km from the junction
        replace(scenario, "Asia/Damascus", "Asia/Beirut"),
        replace(status, "bridge,2016-06-01,2016-06-20", "bridge,2015-06-01,2016-06-20"),
        replace(two_roads, "name: the-pass", "name: open_road/rivers"),
        replace(two_roads, "for: [aid]", "for: [goods]"),
        replace(scenario, "starts_restricted: 0.3", "starts_restricted: 0.5"),
        replace(scenario, "answers: {full: 0.6, part: 0.2, silent: 0.1}",
                "answers: {full: 0.6, part: 0.2, silent: 0.2}"),
        replace(scenario, "silence_means: refusal", "silence_means: escalate"),
        replace(scenario, "silence_means: refusal", "silence_means: refusal\n  answer_model: climate"),
        replace(scenario, "  escalates_to: league\n", "  linked: [{places: [oldmere, tarnwick]}]\n"),
        replace(scenario, "at: [5.3, 0.205]", "at: [5.3, 0.24]"),  // 4.4 km from the junction
        replace(scenario, "floor: 0.02", "floor: 0.01"),
        replace(scenario, "inspection: 9 min,", "inspection: 9 min, trucks_per_day: 10, goods_per_day: 3 t/d,"),
        replace(scenario, "layer: data/control.geojson", "layer: data/../data/control.geojson"),
        replace(scenario, climate_of_tiny, ""),
        replace(scenario,
                "trade:\n  refill_to: 20 d\n  refill_over: 30 d\n  climb: 0.25\n  decay: 0.1\n  source: FABLE\n  "
                "confidence: assumed\n",
                ""),
        rewrite("agreements/draft.txt", "no agreement"),
        test::remove(one_road),
    };
    for (const auto& edit : legal) {
        const FolderCopy copy(test_data() / "tiny");
        copy.apply(edit);
        EXPECT_THAT(faults_of_folder(copy.path()), testing::IsEmpty()) << edit.file << ": " << edit.text;
    }
}

}  // namespace
}  // namespace aidway
