// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "core/fields/describe.hpp"

namespace aidway {

/// A place beyond the siege that traders come from and people leave to.
struct OutsideRecord {
    std::string name;
    LonLat at;
    bool operator==(const OutsideRecord&) const = default;
};
const Type& describe(Tag<OutsideRecord>);

/// The market of an enclave (model, section 5): while goods may pass from outside, inflow climbs towards what need
/// asks beyond the informal inflow, and stocks are refilled; while shut, what was reached fades.
struct TradeRecord {
    Duration refill_to = one_day * 30;    ///< cover, in days of full need, that traders refill stocks towards
    Duration refill_over = one_day * 30;  ///< the time over which a missing stock is refilled, at full level
    Probability climb{0.25};              ///< of the target a week, while goods may pass
    Probability decay{0.10};              ///< of the remembered level, per whole day shut
    bool operator==(const TradeRecord&) const = default;
};
const Type& describe(Tag<TradeRecord>);

/// Prices follow inflow: (inflow of seven days over need, floored)^-elasticity, relative to the week before the siege.
struct PriceRecord {
    double elasticity = 1.0;
    Probability floor{0.02};         ///< least inflow that is reckoned with, as a share of need
    Probability inflow_before{1.0};  ///< inflow in the week before the siege, as a share of need
    bool operator==(const PriceRecord&) const = default;
};
const Type& describe(Tag<PriceRecord>);

/// People who leave on their own account while civilians may pass.
struct DeparturesRecord {
    Probability willing;  ///< share of those there at the start who would leave
    Hazard rate;          ///< at which the willing leave, while they may
    bool operator==(const DeparturesRecord&) const = default;
};
const Type& describe(Tag<DeparturesRecord>);

/// People moved by force on a date of history: the same in every agreement, whatever is agreed.
struct EvacuationRecord {
    Name community;                    ///< whose people
    LocalTime at;                      ///< while the front stands still, history does too
    std::optional<Count> people;       ///< as many, at most all who are there
    std::optional<Probability> share;  ///< or this share of those who are there
    std::optional<Name> to;            ///< a community or a place outside; else they are followed no further
    bool operator==(const EvacuationRecord&) const = default;
};
const Type& describe(Tag<EvacuationRecord>);

}  // namespace aidway
