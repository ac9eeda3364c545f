// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/agreement.hpp"

namespace aidway {

/// A term in force, and when.
struct TermInForce {
    const Term& term;
    PassageOrigin origin;
    TermSpell spell;
    std::string name;
};

/// What every check of notes is given: an agreement as it is in force, and where what is noticed goes.
class NoteScope {
public:
    NoteScope(const Scenario& scenario, const DatedAgreement& dated, std::vector<Diagnostic>& notes);

    [[nodiscard]] const Scenario& scenario() const { return scenario_; }
    [[nodiscard]] const Agreement& agreement() const { return dated_.agreement; }
    [[nodiscard]] const Rules& rules() const { return rules_; }
    /// Those that are switched on, in their order.
    [[nodiscard]] const std::vector<TermInForce>& in_force() const { return in_force_; }
    [[nodiscard]] const TermInForce* of_origin(PassageOrigin origin) const;
    /// The one of this name; null where it is switched off.
    [[nodiscard]] const TermInForce* named(std::string_view name) const;
    /// Whether this agreement wrote the term itself.
    [[nodiscard]] bool is_own(const Term& term) const;

    void note(const Term& term, std::string message);

private:
    const Scenario& scenario_;
    const DatedAgreement& dated_;
    std::vector<Diagnostic>& notes_;
    Rules rules_;
    std::vector<TermInForce> in_force_;
};

// The checks: one file each. A new one is a line here and one in `notes.cpp`.
void note_times(NoteScope& scope);              ///< terms that are never in force, renewals that are never asked for
void note_switched_off(NoteScope& scope);       ///< terms that their own agreement switches off
void note_overridden(NoteScope& scope);         ///< terms of which a later one says everything otherwise
void note_repeated(NoteScope& scope);           ///< terms of which another one says everything too
void note_opened_twice(NoteScope& scope);       ///< terms that open what is open without them
void note_needless_notice(NoteScope& scope);    ///< notice instead of clearance where no clearance is asked for
void note_cargo(NoteScope& scope);              ///< protection of goods that nobody sends or takes
void note_uninspected(NoteScope& scope);        ///< checkpoints where nobody stops
void note_turned_back(NoteScope& scope);        ///< checkpoints that turn all back where another term lets them pass
void note_drop_zones(NoteScope& scope);         ///< drops where nothing can be dropped
void note_overlays(NoteScope& scope);           ///< overlays that lie there at another time
void note_violence(NoteScope& scope);           ///< an end to violence that nobody commits
void note_holders(NoteScope& scope);            ///< parties obliged about gates that they never hold
void note_admission(NoteScope& scope);          ///< monitors whose access nobody promises
void note_companions(NoteScope& scope);         ///< kinds of terms that do nothing without one of another kind
void note_idle_monitors(NoteScope& scope);      ///< monitors that see no breach
void note_idle_consequences(NoteScope& scope);  ///< consequences that nothing triggers, that are never applied, or that
                                                ///< take nothing away

/// The kinds of terms without which this one does nothing, and what is then said; "" where it needs none or one is
/// there.
[[nodiscard]] std::string lacks_company(std::string_view kind, const std::vector<std::string_view>& kinds);

}  // namespace aidway
