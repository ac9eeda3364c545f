// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/incidents.hpp"

#include <gtest/gtest.h>

#include "support/hand_log.hpp"

namespace aidway {
namespace {

using test::at;
using test::day;
using test::values;
using test::Values;

TEST(Incidents, AreCountedForTheWholeTheatreFromTheAgreementOn) {
    std::vector<Event> log{
        at(9 * day, EventKind::incident, Event::no_index), at(11 * day, EventKind::incident, Event::no_index),
        at(12 * day, EventKind::gate_shut, Event::no_index), at(12 * day, EventKind::incident, Event::no_index)};
    EXPECT_EQ(values<Incidents>(log, 1), (Values{2}));
}

}  // namespace
}  // namespace aidway
