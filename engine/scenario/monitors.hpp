// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/fields/describe.hpp"

namespace aidway {

/// Factors on a monitor's coverage, by kind of violence.
struct KindFactorsRecord {
    Probability air_strikes{1.0};
    Probability shelling{1.0};
    Probability ground_attacks{1.0};
    Probability banned_weapons{1.0};
    Probability arrests{1.0};
    bool operator==(const KindFactorsRecord&) const = default;
};
const Type& describe(Tag<KindFactorsRecord>);

/// Whom a monitor blames: by the party that acted, the chance of each party blamed; nobody for the rest.
using BlameRecord = Named<Named<Probability>>;

/// Somebody who watches for breaches, with or without an agreement (model, section 4).
struct MonitorRecord {
    std::string name;
    Probability coverage;  ///< of the breaches
    std::optional<KindFactorsRecord> by_kind;
    Named<Probability> by_party;  ///< factors on coverage
    Named<Probability> by_place;  ///< likewise, by place of incidents
    Chance<Duration> delay{Law::certain(0)};
    BlameRecord attribution;
    Hazard false_reports;           ///< a day and party bound
    std::vector<Name> admitted_by;  ///< parties whose access it needs
    bool operator==(const MonitorRecord&) const = default;
};
const Type& describe(Tag<MonitorRecord>);

/// How parties answer to consequences (model, section 4).
struct DeterrenceRecord {
    Probability severity;             ///< of a consequence
    Probability undeterred;           ///< share of what a party does that no threat reaches
    double response = 0;              ///< per unit of deterrence
    double responds = 1;              ///< factor on it
    double applied_before = 1;        ///< consequences that all remember as applied
    double failed_before = 3;         ///< and as threatened in vain, where terms are not published
    double failed_before_public = 1;  ///< likewise, where they are
    Duration memory = one_day * 30;   ///< time between act and consequence in which deterrence falls to 1/e
    double backfire = 1;              ///< factor on breaks while a consequence lasts
    bool operator==(const DeterrenceRecord&) const = default;
};
const Type& describe(Tag<DeterrenceRecord>);

/// What a consequence does.
enum class ConsequenceEffect : std::uint8_t { ground_aircraft, sanctions };
const Type& describe(Tag<ConsequenceEffect>);

/// "20 reports in 7 d": so many reports within so long.
struct ReportTrigger {
    std::int64_t reports = 1;
    Duration within = one_day;
    bool operator==(const ReportTrigger&) const = default;
};
const Type& describe(Tag<ReportTrigger>);

}  // namespace aidway
