// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/quantity.hpp"
#include "simulation/event.hpp"

namespace aidway {

/// What an outcome has one value for, beside replicate, agreement and arm.
enum class OutcomeShape : std::uint8_t {
    community,
    scenario,
    community_week,
    community_reason,
    community_stage,
    party,
};
inline constexpr std::size_t outcome_shapes = 6;
[[nodiscard]] std::string_view name_of(OutcomeShape shape);

/// How far a request came, for outcomes of the shape community_stage; `pending` stands apart from the others.
enum class Stage : std::uint8_t { requested, answered, lettered, departed, arrived, delivered, pending };
inline constexpr std::size_t stages = 7;
[[nodiscard]] std::string_view name_of(Stage stage);

/// What is counted at each stage.
enum class StageMeasure : std::uint8_t { requests, people, rations };
inline constexpr std::size_t stage_measures = 3;
[[nodiscard]] std::string_view name_of(StageMeasure measure);

/// What a scenario must hold for an outcome to exist.
enum class OutcomeNeeds : std::uint8_t { nothing, price, violence, air, inequality, medicine, control, evacuations };
/// The key of scenario.yaml; "" for nothing.
[[nodiscard]] std::string_view name_of(OutcomeNeeds needs);

/// Which direction is better for the people concerned.
enum class Better : std::uint8_t { higher, lower, none };
[[nodiscard]] std::string_view name_of(Better better);

/// An outcome as tables, files and the reference page name it.
struct OutcomeInfo {
    std::string_view name;
    std::string_view label;
    std::string_view unit;
    std::string_view doc;
    OutcomeShape shape = OutcomeShape::community;
    Better better = Better::none;
    std::string_view safe;  ///< when two agreements may be compared by it alone
    double low = 0;         ///< range of the histogram, for community_week
    double high = 1;
    bool geometric = false;  ///< its bins grow by a factor and its mean is geometric; values above 0 only
    OutcomeNeeds needs = OutcomeNeeds::nothing;
};

/// How prices follow inflow; shares of need.
struct PriceScope {
    double elasticity = 1;
    double floor = 0.02;
    double inflow_before = 1;
};

/// How unevenly food is shared within a community; deviations of a logarithm.
struct InequalityScope {
    double base = 0;
    double by_price = 0;  ///< per unit of the logarithm of the price index
};

/// Something that a party must do, and since when and until when, in seconds since the start of the period; a term that
/// lapses leaves it due.
struct DueObligation {
    std::size_t party = 0;
    std::int64_t from_s = 0;
    std::int64_t until_s = 0;
};

/// What an outcome must know of the replicate beside its events.
struct OutcomeScope {
    std::int64_t from_s = 0;   ///< the agreement's date, or the start of the period if that is later
    std::int64_t until_s = 0;  ///< end of the period
    MassRate need_per_person;
    std::uint16_t food = 0;
    std::vector<std::int64_t> population;           ///< per community, when the period starts
    std::vector<std::int64_t> announced_per_truck;  ///< people, per fleet
    std::optional<PriceScope> price;
    std::optional<InequalityScope> inequality;
    std::uint16_t medicine = Event::no_index;  ///< goods that are medicine
    std::size_t parties = 0;
    std::vector<std::size_t> party_of_source;  ///< of incidents
    std::vector<DueObligation> obligations;    ///< of the agreement that ran
    std::vector<std::uint16_t> holders;        ///< per community: who holds its place at `from_s`, or `no_index`

    [[nodiscard]] std::size_t communities() const { return population.size(); }
    [[nodiscard]] std::int64_t weeks() const { return (until_s - from_s + week_s - 1) / week_s; }
    [[nodiscard]] std::int64_t length_s() const { return until_s - from_s; }
    /// What so many person-seconds need, exactly.
    [[nodiscard]] Mass need_of(std::int64_t person_seconds) const { return need_per_person * Duration{person_seconds}; }
    /// Full daily needs of one person.
    [[nodiscard]] double rations(Mass mass) const {
        return static_cast<double>(mass.ticks()) / static_cast<double>((need_per_person * one_day).ticks());
    }
    /// The cell, community-major, of what flowed during a stretch; stretches straddle no week.
    [[nodiscard]] std::size_t week_cell(const Event& flow) const {
        const std::int64_t week = (flow.at_s - flow.count - from_s) / week_s;
        return flow.community * static_cast<std::size_t>(weeks()) + static_cast<std::size_t>(week);
    }
    static constexpr std::int64_t week_s = std::int64_t{7} * 86'400;
};

}  // namespace aidway
