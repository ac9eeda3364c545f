// SPDX-License-Identifier: Apache-2.0
#include "simulation/event.hpp"

#include <array>

namespace aidway {
namespace {

constexpr std::array<std::string_view, event_kinds> kind_names{"request_submitted",
                                                               "planned",
                                                               "answered_full",
                                                               "answered_part",
                                                               "answered_refused",
                                                               "answer_overdue",
                                                               "letter_issued",
                                                               "cleared",
                                                               "no_go",
                                                               "convoy_departed",
                                                               "loaded",
                                                               "gate_passed",
                                                               "trucks_returned",
                                                               "removed",
                                                               "convoy_offloaded",
                                                               "delivered",
                                                               "returned",
                                                               "ended",
                                                               "obligation_kept",
                                                               "obligation_broken",
                                                               "opening_stock",
                                                               "informal_inflow",
                                                               "local_inflow",
                                                               "market_inflow",
                                                               "handed_out",
                                                               "diverted",
                                                               "eaten",
                                                               "closing_stock",
                                                               "residents",
                                                               "departed",
                                                               "climate_changed",
                                                               "incident",
                                                               "gate_shut",
                                                               "term_lapsed",
                                                               "front_frozen",
                                                               "front_resumed",
                                                               "convoy_arrived",
                                                               "stock_emptied",
                                                               "stock_refilled",
                                                               "trucks_hit",
                                                               "lost",
                                                               "convoys_suspended",
                                                               "reported",
                                                               "consequence_triggered",
                                                               "consequence_applied",
                                                               "consequence_ended",
                                                               "flown",
                                                               "depot_filled",
                                                               "evacuated",
                                                               "settled",
                                                               "incident_cut",
                                                               "rerouted",
                                                               "used",
                                                               "requested",
                                                               "joined_enclave",
                                                               "changed_hands"};

constexpr std::array<std::string_view, reasons> reason_names{
    "none",         "delivered", "refused",   "silent",       "letter_never_came", "not_granted",     "no_open_road",
    "security",     "no_trucks", "no_time",   "gate_shut",    "turned_back",       "waited_too_long", "removed",
    "on_the_road",  "incident",  "linked",    "no_stock",     "gate_full",         "met_locally",     "never_planned",
    "displaced",    "attacked",  "suspended", "no_drop_zone", "weather",           "no_aircraft",     "drop_failed",
    "cross_loading"};

}  // namespace

std::string_view name_of(EventKind kind) { return kind_names.at(static_cast<std::size_t>(kind)); }
std::string_view name_of(Reason reason) { return reason_names.at(static_cast<std::size_t>(reason)); }

}  // namespace aidway
