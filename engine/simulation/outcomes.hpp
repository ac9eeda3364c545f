// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tuple>

#include "simulation/outcomes/closing_stock.hpp"
#include "simulation/outcomes/convoys_delivered.hpp"
#include "simulation/outcomes/convoys_departed.hpp"
#include "simulation/outcomes/coverage.hpp"
#include "simulation/outcomes/delivery_gaps.hpp"
#include "simulation/outcomes/departures.hpp"
#include "simulation/outcomes/displaced_person_days.hpp"
#include "simulation/outcomes/funnel.hpp"
#include "simulation/outcomes/incidents.hpp"
#include "simulation/outcomes/lost.hpp"
#include "simulation/outcomes/need_waterfall.hpp"
#include "simulation/outcomes/people_announced.hpp"
#include "simulation/outcomes/people_reached.hpp"
#include "simulation/outcomes/person_days_below.hpp"
#include "simulation/outcomes/price.hpp"
#include "simulation/outcomes/rations_delivered.hpp"
#include "simulation/outcomes/rations_needed.hpp"
#include "simulation/outcomes/removed.hpp"
#include "simulation/outcomes/stock_out.hpp"
#include "simulation/outcomes/trucks_hit.hpp"
#include "simulation/outcomes/unmet_rations.hpp"
#include "simulation/outcomes/unmet_rations_stayers.hpp"
#include "simulation/outcomes/weekly_coverage.hpp"
#include "simulation/outcomes/where_rations_ended.hpp"

namespace aidway {

/// All outcomes, in the order of tables: a new one is one file pair under outcomes/, a test, and one line here.
/// Each sees the events from the agreement's date on (model, section 7) and is a pure function of them.
using Outcomes = std::tuple<UnmetRations, UnmetRationsStayers, ClosingStock, DisplacedPersonDays, Departures,
                            RationsNeeded, Coverage, RationsDelivered, LongestGap, FirstWait, StockOut,
                            DaysBeforeStockOut, PersonDaysBelow25, PersonDaysBelow50, PeopleAnnounced, PeopleReachedLow,
                            PeopleReachedHigh, ConvoysDeparted, ConvoysDelivered, Removed, Lost, PriceMean, Incidents,
                            TrucksHit, WeeklyCoverage, WeeklyPrice, WhereRationsEnded, NeedWaterfall, Funnel>;

}  // namespace aidway
