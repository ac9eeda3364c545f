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

constexpr const char* scenario = "scenario.yaml";
const std::string plain = "  table: data/gate_status.csv\n";

/// The tiny scenario whose status is told by reports.
struct Reported : FolderCopy {
    explicit Reported(const std::string& table, const std::string& more = "") : FolderCopy(test_data() / "tiny") {
        apply(rewrite("data/logie.csv", table));
        apply(replace(scenario, plain, "  table: data/logie.csv\n  format: reports\n" + more));
    }
    [[nodiscard]] std::shared_ptr<const Scenario> read() const {
        return read_scenario_folder(path(), {.common = common_data()}).scenario;
    }
    [[nodiscard]] std::vector<std::string> faults() const { return test::faults_of_folder(path()); }
};

Access passing(const Scenario& of, const char* gate, int day) {
    return of.baseline().leave(*of.find_gate(gate), Traffic::aid, of.calendar().from + one_day * day, {}).access;
}

TEST(StatusReports, HoldUntilTheNextOnTheSameGate) {
    const auto read = Reported(
                          "ROAD_NAME,Road_Status,last_update\n"
                          "bridge,NOT_PASSABLE,2016-05-20\n"
                          "bridge,Restricted,2016-06-11T14:30\n"
                          "bridge,not passable,2016-07-01\n"
                          "harbour,PASSABLE,\n"
                          "pass,3,2016-04-01\n"
                          "pass,5,2016-05-31\n")
                          .read();
    EXPECT_EQ(passing(*read, "bridge", 0), Access::closed);
    EXPECT_EQ(passing(*read, "bridge", 9), Access::closed);
    EXPECT_EQ(passing(*read, "bridge", 10), Access::by_clearance) << "from the local midnight of its day";
    EXPECT_EQ(passing(*read, "bridge", 29), Access::by_clearance);
    EXPECT_EQ(passing(*read, "bridge", 30), Access::closed);
    EXPECT_EQ(passing(*read, "harbour", 59), Access::open);
    EXPECT_EQ(passing(*read, "pass", 0), Access::closed) << "the last of those before the period";
}

TEST(StatusReports, OfPlacesAreThoseOfTheirGatesAndOthersArePassedOver) {
    const auto read = Reported(
                          "crossing,border_status,who\n"
                          "Wend ferry,OPEN,crown\nDocks,OPEN,\nHill road at Pass,UNCLEAR,crown;league\n"
                          "Somewhere else,NO SUCH WORD,nobody\n",
                          "  gates: {Wend ferry: bridge, Docks: harbour, Hill road at Pass: pass}\n"
                          "  columns: {held_by: who}\n")
                          .read();
    EXPECT_EQ(passing(*read, "bridge", 20), Access::open);
    EXPECT_EQ(passing(*read, "pass", 20), Access::closed) << "what is not known to be open does not count as open";
    EXPECT_EQ(read->baseline().holders(*read->find_gate("pass"), read->calendar().from).size(), 2U);
}

TEST(StatusReports, SayWhatHeldBeforeOnlyWhereTheScenarioDoes) {
    const std::string late = "place,status,since\nbridge,open,2016-06-11\nharbour,open,\npass,open,\n";
    EXPECT_THAT(Reported(late).faults(),
                ElementsAre("data/logie.csv: nothing is told of gate 'bridge' when the period begins: say under "
                            "'gate_status/before' what held then"));
    const auto read = Reported(late, "  before: by_clearance\n").read();
    EXPECT_EQ(passing(*read, "bridge", 9), Access::by_clearance);
    EXPECT_EQ(passing(*read, "bridge", 10), Access::open);
}

TEST(StatusReports, ThatCannotBeMeantAreToldCellByCell) {
    EXPECT_THAT(
        Reported("place,status,since\nbridg,open,\nharbour,opn,\npass,open,soon\n").faults(),
        ElementsAre("data/logie.csv:2:1: no gate 'bridg' in the network's layer; did you mean 'bridge'?; or say "
                    "under 'gate_status/gates' which places are gates",
                    "data/logie.csv:3:9: the status 'opn' means nothing; did you mean 'open'?",
                    "data/logie.csv:4:11: 'soon' is not a date, e.g. '2016-09-12'"));
    EXPECT_THAT(Reported("where,how\nbridge,open\n").faults(),
                ElementsAre("data/logie.csv:1:1: no column is known to say the place: name it under "
                            "'gate_status/columns/place'",
                            "data/logie.csv:1:1: no column is known to say the status: name it under "
                            "'gate_status/columns/status'"));
    EXPECT_THAT(
        Reported("where,how\nbridge,open\nharbour,open\npass,open\n", "  columns: {place: where, status: how}\n")
            .faults(),
        ElementsAre());
}

TEST(StatusReports, HaveWordsOfTheirOwnWhereAFileSaysWhatTheyMean) {
    const Reported copy("place,status\nbridge,cut\nharbour,fine\npass,cut\n", "  words: data/words.csv\n");
    copy.apply(rewrite("data/words.csv", "word,access\ncut,closed\nfine,open\n"));
    EXPECT_EQ(passing(*copy.read(), "bridge", 3), Access::closed);
    copy.apply(rewrite("data/words.csv", "word,access\ncut,clsed\nfine,open\n"));
    EXPECT_THAT(copy.faults(), testing::Contains("data/words.csv:2:5: expected closed, by_clearance or open, got "
                                                 "'clsed'; did you mean 'closed'?"));
}

TEST(StatusReports, AloneHaveWordsAndPlaces) {
    const FolderCopy copy(test_data() / "tiny");
    copy.apply(replace(scenario, plain, plain + "  before: open\n"));
    EXPECT_THAT(test::faults_of_folder(copy.path()),
                ElementsAre("scenario.yaml:55:11: 'before' is of reports; add 'format: reports', or leave it out"));
}

}  // namespace
}  // namespace aidway
