// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tuple>

#include "simulation/outcomes/blame.hpp"
#include "simulation/outcomes/breaches.hpp"
#include "simulation/outcomes/closing_stock.hpp"
#include "simulation/outcomes/consequence_counts.hpp"
#include "simulation/outcomes/convoys_delivered.hpp"
#include "simulation/outcomes/convoys_departed.hpp"
#include "simulation/outcomes/coverage.hpp"
#include "simulation/outcomes/coverage_spread.hpp"
#include "simulation/outcomes/delivery_gaps.hpp"
#include "simulation/outcomes/departures.hpp"
#include "simulation/outcomes/displaced_person_days.hpp"
#include "simulation/outcomes/evacuated.hpp"
#include "simulation/outcomes/funnel.hpp"
#include "simulation/outcomes/held.hpp"
#include "simulation/outcomes/incidents.hpp"
#include "simulation/outcomes/incidents_by_party.hpp"
#include "simulation/outcomes/letters_late.hpp"
#include "simulation/outcomes/lost.hpp"
#include "simulation/outcomes/need_waterfall.hpp"
#include "simulation/outcomes/obligation_days.hpp"
#include "simulation/outcomes/people_announced.hpp"
#include "simulation/outcomes/people_reached.hpp"
#include "simulation/outcomes/person_days_below.hpp"
#include "simulation/outcomes/price.hpp"
#include "simulation/outcomes/rations_delivered.hpp"
#include "simulation/outcomes/rations_distributed.hpp"
#include "simulation/outcomes/rations_needed.hpp"
#include "simulation/outcomes/removed.hpp"
#include "simulation/outcomes/removed_and_lost.hpp"
#include "simulation/outcomes/share_by_air.hpp"
#include "simulation/outcomes/stock_out.hpp"
#include "simulation/outcomes/treatment_days.hpp"
#include "simulation/outcomes/trucks_hit.hpp"
#include "simulation/outcomes/unequal_person_days.hpp"
#include "simulation/outcomes/unmet_rations.hpp"
#include "simulation/outcomes/unmet_rations_stayers.hpp"
#include "simulation/outcomes/weekly_coverage.hpp"
#include "simulation/outcomes/where_rations_ended.hpp"

namespace aidway {

/// All outcomes, in the order of tables: a new one is one file pair under outcomes/, a test, and one line here.
/// Each sees the events from the agreement's date on (model, section 7) and is a pure function of them.
using Outcomes =
    std::tuple<UnmetRations, UnmetRationsStayers, ClosingStock, DisplacedPersonDays, DisplacedOwnWill, DisplacedForced,
               Departures, Evacuated, RationsNeeded, Coverage, RationsDelivered, RationsDistributed, LongestGap,
               LongestGapOpen, FirstWait, StockOut, DaysBeforeStockOut, PersonDaysBelow25, PersonDaysBelow50,
               PersonDaysBelow75, PersonDaysBelow100, PersonDaysBelow25Unequal, PersonDaysBelow50Unequal,
               PersonDaysBelow75Unequal, PersonDaysBelow100Unequal, MedicineCoverage, TreatmentDaysUnmet,
               PeopleAnnounced, PeopleReachedLow, PeopleReachedHigh, ConvoysDeparted, ConvoysDelivered, Removed, Lost,
               RemovedAndLost, PriceMean, Incidents, TrucksHit, WorstOff, GiniOfCoverage, WeeklyCoverage, WeeklyPrice,
               WhereRationsEnded, NeedWaterfall, Funnel, ShareByAir, LettersLate, IncidentsByParty, Breaches,
               BreachesSeen, BreachesAttributed, BlamedFalsely, ObligationDaysDue, ObligationDaysKept, ObligationsKept,
               ObligationBreaks, ConsequencesTriggered, ConsequencesApplied, RationsNeededHeld, RationsDeliveredHeld,
               DeliveredShareHeld>;

}  // namespace aidway
