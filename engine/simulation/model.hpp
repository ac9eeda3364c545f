// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "agreement/agreement.hpp"
#include "scenario/scenario.hpp"
#include "simulation/holdings.hpp"
#include "simulation/nearness.hpp"
#include "simulation/outcome.hpp"
#include "simulation/route_programs.hpp"

namespace aidway {

/// How a model is run, beside seed and replicates.
struct ModelOptions {
    std::uint32_t per_point = 16;           ///< replicates that share one draw of the uncertain values
    std::optional<Instant> effective_from;  ///< for all agreements, in place of their own date
};

/// A scenario and the agreements to compare, compiled: rules, route programs, places of uncertain values.
/// Immutable; threads share it.
class Model {
public:
    struct Variant {
        std::string name;
        Rules rules;
    };

    /// Throws std::invalid_argument when there is no agreement, one is named twice, their dates differ (give one date
    /// for all), or `per_point` is 0.
    Model(std::shared_ptr<const Scenario> scenario, const std::vector<DatedAgreement>& agreements,
          ModelOptions options);

    [[nodiscard]] const Scenario& scenario() const { return *scenario_; }
    [[nodiscard]] const std::vector<Variant>& variants() const { return variants_; }
    [[nodiscard]] std::uint32_t per_point() const { return options_.per_point; }
    [[nodiscard]] Instant effective_from() const { return effective_from_; }
    /// The agreement's date in seconds since the start of the period; may be negative.
    [[nodiscard]] std::int64_t effective_s() const;
    /// For all sets of overlays that slow roads at some time in some variant.
    [[nodiscard]] const RoutePrograms& programs() const { return programs_; }
    /// How far the scenario's places of incidents lie from gates and communities.
    [[nodiscard]] const Nearness& nearness() const { return nearness_; }
    /// Who holds the places of communities, in history.
    [[nodiscard]] const Holdings& holdings() const { return holdings_; }
    /// 32 hexadecimal digits: the same identity and key give the same bits.
    [[nodiscard]] const std::string& identity() const { return identity_; }

private:
    std::shared_ptr<const Scenario> scenario_;
    ModelOptions options_;
    Instant effective_from_;
    std::vector<Variant> variants_;
    RoutePrograms programs_;
    Nearness nearness_;
    Holdings holdings_;
    std::string identity_;
};

}  // namespace aidway
