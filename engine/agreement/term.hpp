// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "agreement/terms/air_delivery.hpp"
#include "agreement/terms/apply_overlay.hpp"
#include "agreement/terms/cease_hostilities.hpp"
#include "agreement/terms/checkpoint.hpp"
#include "agreement/terms/consequence.hpp"
#include "agreement/terms/demilitarise.hpp"
#include "agreement/terms/free_movement.hpp"
#include "agreement/terms/ground_aircraft.hpp"
#include "agreement/terms/lift_siege.hpp"
#include "agreement/terms/monitor.hpp"
#include "agreement/terms/needs_based.hpp"
#include "agreement/terms/obligation_term.hpp"
#include "agreement/terms/open_crossing.hpp"
#include "agreement/terms/open_road.hpp"
#include "agreement/terms/permission_term.hpp"
#include "agreement/terms/protect_cargo.hpp"
#include "agreement/terms/publish_terms.hpp"
#include "core/fields/describe.hpp"

namespace aidway {

/// All kinds of terms: a new kind is one file pair under terms/, a test, and one line here.
using TermBody = std::variant<OpenRoad, PermissionTerm, ProtectCargo, Checkpoint, CeaseHostilities, LiftSiege,
                              FreeMovement, ApplyOverlay, GroundAircraft, Demilitarise, AirDeliveryTerm, NeedsBased,
                              OpenCrossing, Monitor, Consequence, PublishTerms, ObligationTerm>;

/// Where a term was written; no part of what it says, so all places are equal.
struct TermPlace {
    std::string agreement;  ///< the one that wrote it: another one where the term is inherited
    std::string file;
    Mark at;
    bool operator==(const TermPlace&) const { return true; }
};

/// One term of an agreement: what it says, whom it obliges, how long it lasts, where it is taken from.
struct Term {
    std::optional<Name> name;   ///< unique in its agreement; else kind/object
    bool on = true;             ///< a term that is switched off has no effect
    std::vector<Name> obliges;  ///< else those that the kind obliges by itself
    std::string cite;
    Duration after{0};                ///< it begins so long after the agreement
    std::optional<Duration> lasting;  ///< it ends so long after it began
    std::optional<Duration> renewal;  ///< it lapses unless renewed so often
    TermBody body;
    TermPlace place;
    bool operator==(const Term&) const = default;
};
const Type& describe(Tag<Term>);

[[nodiscard]] std::string_view kind_of(const Term& term);
/// The given name, or the default: kind/object.
[[nodiscard]] std::string name_of(const Term& term);
/// The parties obliged: those given, or those that the kind obliges by itself, ascending and without repeats.
[[nodiscard]] std::vector<PartyId> obliged(const Term& term, const Scenario& scenario);

}  // namespace aidway
