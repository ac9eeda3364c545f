// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/term_scope.hpp"
#include "core/fields/describe.hpp"

namespace aidway {

/// Where a monitor is; without roads and communities it sees no acts of violence.
struct WatchedRecord {
    std::vector<Name> roads;
    std::vector<Name> communities;
    bool distribution = false;
    Distance within = Distance::kilometres(5);
    bool operator==(const WatchedRecord&) const = default;
};
const Type& describe(Tag<WatchedRecord>);

/// Somebody watches whether the agreement is kept, and says who breaks it: a monitor of the scenario, whose reports
/// then count, or one that is stated here. Whoever is obliged must admit it; while he does not, it sees nothing of his
/// acts.
struct Monitor {
    static constexpr std::string_view kind = "monitor";
    Name by;  ///< a monitor of the scenario, a party that runs it, or `independent`
    std::optional<Probability> coverage;
    std::optional<Probability> attribution;
    std::optional<Probability> misattributed;
    std::optional<Chance<Duration>> delay;
    std::optional<Hazard> false_reports;
    BlameRecord bias;
    std::optional<WatchedRecord> where;
    bool operator==(const Monitor&) const = default;
};
const Type& describe(Tag<Monitor>);

[[nodiscard]] std::string object_of(const Monitor& term);
void resolve(const Monitor& term, Resolver& resolver);
/// Whose access a monitor of the scenario needs; else nobody.
[[nodiscard]] std::vector<PartyId> obliged_by_default(const Monitor& term, const Scenario& scenario);
void apply(const Monitor& term, const TermScope& scope, Rules& rules);
[[nodiscard]] std::string sentence(const Monitor& term, const Scenario& scenario);
[[nodiscard]] std::string breach(const Monitor& term, const Scenario& scenario);

}  // namespace aidway
