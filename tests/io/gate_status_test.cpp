// SPDX-License-Identifier: Apache-2.0
#include "io/gate_status.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace aidway {
namespace {

constexpr Instant start{std::chrono::seconds{1'464'739'200}};  // 2016-06-01T00:00 UTC
const std::string header = "gate,from,to,aid,goods,civilians,held_by,source_key\n";

GateStatusFrame frame() {
    const std::vector<std::string> gates{"bridge", "pass"};
    const std::vector<std::string> parties{"crown", "league"};
    return {gates, {}, parties, std::vector<std::string>{"FABLE"}, Calendar{start, start + one_day * 30, "UTC"}};
}

struct Answer {
    PassageTable table;
    std::vector<std::string> faults;
};

Answer read_table(const std::string& text, const GateStatusFrame& in = frame()) {
    Reading reading;
    const auto table = parse_csv("g.csv", text, reading.faults);
    Answer answer{read_gate_status(table, in, reading), {}};
    for (const auto& fault : reading.faults) answer.faults.push_back(fault.text());
    return answer;
}

const std::string whole_pass = "pass,2016-06-01,2016-07-01,open,closed,by_clearance,league,FABLE\n";

TEST(GateStatus, RowsBecomeGrantsAndHoldings) {
    const auto answer = read_table(header + whole_pass +
                                   "bridge,2016-06-11,2016-07-01,by_clearance,open,closed,crown,FABLE\n"
                                   "bridge,2016-06-01,2016-06-11,closed,closed,closed,crown; league,FABLE\n");
    EXPECT_THAT(answer.faults, testing::IsEmpty());
    const GateId bridge{0};
    const auto day_10 = start + one_day * 10;
    EXPECT_EQ(answer.table.leave(bridge, Traffic::aid, day_10 - Duration{1}, {}).access, Access::closed);
    EXPECT_EQ(answer.table.leave(bridge, Traffic::aid, day_10, {}).access, Access::by_clearance);
    EXPECT_EQ(answer.table.leave(bridge, Traffic::goods, day_10, {}).access, Access::open);
    EXPECT_EQ(answer.table.leave(GateId{1}, Traffic::civilians, start, {}).access, Access::by_clearance);
    EXPECT_THAT(answer.table.holders(bridge, start), testing::ElementsAre(PartyId{0}, PartyId{1}));
    EXPECT_THAT(answer.table.holders(bridge, day_10), testing::ElementsAre(PartyId{0}));
}

TEST(GateStatus, RowsMaySayHoursAndHowMuchPassesInADay) {
    const auto answer = read_table(
        "gate,from,to,aid,goods,civilians,held_by,source_key,hours,trucks_per_day,goods_per_day\n"
        "pass,2016-06-01,2016-07-01,open,open,open,league,FABLE,,,\n"
        "bridge,2016-06-01,2016-06-11,open,open,open,crown,FABLE,07:00-16:30,12,40 t/d\n"
        "bridge,2016-06-11,2016-07-01,open,open,open,crown,FABLE,all day,0,\n");
    EXPECT_THAT(answer.faults, testing::IsEmpty());
    const auto leave = [&](std::uint32_t gate, Traffic traffic, int day) {
        return answer.table.leave(GateId{gate}, traffic, start + one_day * day, {});
    };
    EXPECT_EQ(leave(0, Traffic::aid, 0).hours, (Hours{7 * 3600, 16 * 3600 + 1800}));
    EXPECT_EQ(leave(0, Traffic::civilians, 0).hours, (Hours{7 * 3600, 16 * 3600 + 1800}));
    EXPECT_EQ(leave(0, Traffic::aid, 0).trucks_per_day, 12);
    EXPECT_EQ(leave(0, Traffic::aid, 0).goods_per_day, std::nullopt);
    EXPECT_EQ(leave(0, Traffic::goods, 0).goods_per_day, MassRate::grams_per_day(40'000'000));
    EXPECT_EQ(leave(0, Traffic::goods, 0).trucks_per_day, std::nullopt);
    EXPECT_EQ(leave(0, Traffic::aid, 10).trucks_per_day, 0) << "no truck is a cap too";
    EXPECT_TRUE(leave(0, Traffic::aid, 10).hours.all_day());
    EXPECT_EQ(leave(1, Traffic::aid, 0).trucks_per_day, std::nullopt);
}

TEST(GateStatus, HoursAndCapsThatAreNoneAreFaults) {
    const auto answer = read_table(
        "gate,from,to,aid,goods,civilians,hours,trucks_per_day\n"
        "pass,2016-06-01,2016-07-01,open,open,open,6-18,\n"
        "bridge,2016-06-01,2016-07-01,open,open,open,,-3\n");
    EXPECT_THAT(answer.faults, testing::SizeIs(2));
}

TEST(GateStatus, OneGateMayHaveAGapAndAnOverlap) {
    const auto answer = read_table(header + whole_pass +
                                   "bridge,2016-06-01,2016-06-10,open,open,open,,\n"
                                   "bridge,2016-06-12,2016-06-20,open,open,open,,\n"
                                   "bridge,2016-06-19,2016-07-01,open,open,open,,\n");
    EXPECT_THAT(answer.faults, testing::ElementsAre(
                                   "g.csv:4:8: gate 'bridge' has no status between the row of line 3 and this day",
                                   "g.csv:5:8: gate 'bridge' has two statuses from this day; the other row is line 4"));
}

TEST(GateStatus, ARowThatCannotBeReadBringsForthNoGap) {
    const auto answer = read_table(header + whole_pass + "bridge,2016-06-01,2016-07-01,ajar,open,open,crone,TALE\n");
    EXPECT_THAT(answer.faults, testing::ElementsAre("g.csv:3:30: 'ajar' is not closed, by_clearance or open",
                                                    "g.csv:3:45: no party 'crone' in scenario.yaml; did you mean "
                                                    "'crown'?",
                                                    "g.csv:3:51: no source 'TALE' under 'sources' in scenario.yaml; "
                                                    "did you mean 'FABLE'?"));
}

TEST(GateStatus, AGateNamedInAnUnreadableRowIsNotMissed) {
    const auto answer = read_table(header + whole_pass + "brige,2016-06-01,2016-07-01,open,open,open,,\n");
    EXPECT_THAT(answer.faults, testing::ElementsAre("g.csv:3:1: no gate 'brige' in the network's layer; did you mean "
                                                    "'bridge'?"));
    EXPECT_THAT(read_table(header + whole_pass).faults, testing::ElementsAre("g.csv: no row for gate 'bridge'"));
}

TEST(GateStatus, AbsentColumnsAreToldOnceAndAtTheHeader) {
    const auto answer = read_table("gate,from,too,aid,goods,colour\nbridge,2016-06-01,2016-07-01,open,open,red\n");
    EXPECT_THAT(answer.faults,
                testing::ElementsAre("g.csv:1:1: missing column 'to'; did you mean 'too'?",
                                     "g.csv:1:1: missing column 'civilians'", "g.csv:1:25: unknown column 'colour'"));
}

TEST(GateStatus, WhatIsUnknownItselfIsNotHeldAgainstTheRows) {
    const auto answer = read_table(header + "gorge,2016-06-05,2016-06-09,open,open,open,nobody,TALE\n", {});
    EXPECT_THAT(answer.faults, testing::IsEmpty());
    auto reported = frame();
    reported.missing = {"gorge"};
    reported.gates->pop_back();
    const auto told = read_table(header +
                                     "bridge,2016-06-01,2016-07-01,open,open,open,,\n"
                                     "gorge,2016-06-05,2016-06-09,open,open,open,,\n",
                                 reported);
    EXPECT_THAT(told.faults, testing::IsEmpty());
}

TEST(GateStatus, RowsMayReachBeyondThePeriod) {
    const auto answer = read_table(header + whole_pass + "bridge,2015-06-01,2017-07-01,open,open,open,,\n");
    EXPECT_THAT(answer.faults, testing::IsEmpty());
}

}  // namespace
}  // namespace aidway
