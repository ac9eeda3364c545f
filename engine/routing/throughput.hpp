// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "routing/traveller.hpp"

namespace aidway {

/// How many trucks a day gates let through to a place.
struct Throughput {
    bool reachable = false;       ///< whether any open way leads there
    bool unlimited = false;       ///< a way leads there by which no gate counts trucks; then the rest says nothing
    std::int64_t at_least = 0;    ///< trucks a day that can be led through
    std::int64_t at_most = 0;     ///< no more can; equal to `at_least` but for gates in several parts
    std::vector<GateId> binding;  ///< gates that together let no more through, those nearest to the origins; by name
    bool operator==(const Throughput&) const = default;
};

/// The most trucks a day from the travellers' origins to their first place, when each gate lets `trucks_per_day` of
/// them through at most (nothing: any number) and closed gates none. A gate is one thing: who enters it may leave it at
/// any of its ends, counted once. Roads carry any number. Parts of a gate that lie apart, and kinds of vehicles on
/// roads of their own, share its number; then the answer may be a range.
///
/// Maximum flow by shortest augmenting ways (Edmonds and Karp, Journal of the ACM 19, 1972) on the zones between
/// counted gates, so exact and cheap. Binding gates are a minimum cut, which holds gates alone; roads are never ranked.
/// Throws std::invalid_argument as `check_travellers`, without a place, unless there is one number per gate from 0 to
/// 1e9.
[[nodiscard]] Throughput throughput(std::span<const Traveller> travellers,
                                    std::span<const std::optional<std::int64_t>> trucks_per_day);

}  // namespace aidway
