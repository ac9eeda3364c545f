// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "agreement/notes/banned_acts.hpp"

namespace aidway {

/// Somebody whose reports count for an agreement, and what it may see. Where the scenario draws what a monitor is like,
/// it is taken to see and to say whatever it can.
class Watcher {
public:
    Watcher(const Scenario& scenario, const MonitorRule& rule);
    /// A monitor of the scenario, by its index.
    Watcher(const Scenario& scenario, std::size_t standing);

    /// Whether it watches acts of violence at all, not distribution alone.
    [[nodiscard]] bool sees_acts() const { return sees_acts_; }
    /// Whether it overlooks everything: a coverage of 0.
    [[nodiscard]] bool is_blind() const { return !drawn_ && !(sight_.coverage > 0); }
    /// Whether no place of incidents lies where it is.
    [[nodiscard]] bool is_out_of_reach() const;
    /// Whether it may report of parties what they never did.
    [[nodiscard]] bool invents() const { return sees_acts_ && (drawn_ || sight_.false_reports > 0); }
    [[nodiscard]] bool may_see(const BannedAct& act) const;
    /// Whether it may name this party for what another one, or the party itself, did.
    [[nodiscard]] bool may_blame(PartyId actor, PartyId blamed) const;

private:
    [[nodiscard]] bool is_here(const std::optional<std::size_t>& place) const;

    MonitorSight sight_;
    bool sees_acts_ = true;
    bool drawn_ = false;  ///< whether any of its values is a law
    bool everywhere_ = true;
    std::vector<bool> in_reach_{};  ///< per place of incidents, where it is not everywhere
    std::size_t parties_ = 0;
    Instant from_;
    Instant until_;
};

/// Those whose reports a consequence counts.
[[nodiscard]] std::vector<Watcher> watchers_for(const Scenario& scenario, const Rules& rules,
                                                const ConsequenceRule& consequence);

}  // namespace aidway
