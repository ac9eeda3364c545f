// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "access/gate.hpp"
#include "core/id.hpp"
#include "core/instant.hpp"
#include "core/quantity.hpp"

namespace aidway {

/// Whether a class of traffic may pass: not at all, with a clearance, or freely (notification at most).
enum class Access : std::uint8_t { closed, by_clearance, open };

/// Who or what grants a passage: the baseline is 0, term i of the agreement is i + 1. Opaque to routing.
struct PassageOrigin {
    std::uint32_t value = 0;
    auto operator<=>(const PassageOrigin&) const = default;
};
inline constexpr PassageOrigin baseline_origin{0};

/// One grant of passage through one gate, for one class of traffic.
struct Passage {
    Instant from;  ///< half open
    Instant until;
    Access access = Access::closed;
    Hours hours;
    std::vector<ObligationId> while_kept;  ///< the grant holds while all of these are kept; empty: always
    PassageOrigin origin;
    std::optional<std::int64_t> trucks_per_day{};  ///< of aid, at most
    std::optional<MassRate> goods_per_day{};       ///< of trade, at most
    std::optional<double> fees{};                  ///< of trade, as a share of what it is worth; else the gate's own
    bool operator==(const Passage&) const = default;
};

/// How a gate is run by a term, in place of how it was: inspection, refusal, removal.
struct GateCheck {
    Instant from;  ///< half open
    Instant until;
    std::vector<ObligationId> while_kept;
    std::optional<Duration> inspection;  ///< per truck
    std::optional<std::int64_t> lanes;
    std::optional<Probability> turn_back;  ///< chance per convoy
    std::uint32_t untouchable = 0;         ///< bits of goods that may not be removed
    PassageOrigin origin;
    bool operator==(const GateCheck&) const = default;
};

/// All checks that hold at one moment: the last to speak of a thing decides it; what any protects is protected.
struct CheckInForce {
    std::optional<Duration> inspection;
    std::optional<std::int64_t> lanes;
    std::optional<Probability> turn_back;
    std::uint32_t untouchable = 0;
};

/// What narrows a gate for everybody, whoever grants passage: a broken bridge, a road works' hours.
struct Restriction {
    Instant from;  ///< half open
    Instant until;
    std::vector<ObligationId> while_kept;
    bool closed = false;
    Hours hours;                                   ///< passage only within them
    std::optional<std::int64_t> trucks_per_day{};  ///< of aid, at most
    std::optional<MassRate> goods_per_day{};       ///< of trade, at most
    std::uint32_t overlay = 0;                     ///< which says so; opaque here
    bool operator==(const Restriction&) const = default;
};

/// Who holds a gate, and when.
struct Holding {
    Instant from;
    Instant until;
    std::vector<PartyId> parties;  ///< more than one where both sides must let pass
    bool operator==(const Holding&) const = default;
};

/// What is granted at one moment: the best of all grants that hold then.
struct Leave {
    Access access = Access::closed;
    bool by_term = false;  ///< granted by a kept term rather than by the baseline
    Hours hours;           ///< of that grant
    PassageOrigin origin;
    std::optional<std::int64_t> trucks_per_day{};
    std::optional<MassRate> goods_per_day{};
    double fees = 0;  ///< of trade, as a share of what it is worth
    bool operator==(const Leave&) const = default;
};

/// Passage through every gate over time: grants only ever add to each other (the gate rule of the model), and what is
/// restricted is so for all of them. A value; an agreement copies the baseline and adds its grants.
class PassageTable {
public:
    PassageTable() = default;
    explicit PassageTable(std::size_t gates)
        : grants_(gates), holdings_(gates), checks_(gates), restrictions_(gates), fees_(gates, 0.0) {}

    [[nodiscard]] std::size_t gates() const noexcept { return grants_.size(); }
    void grant(GateId gate, Traffic traffic, Passage passage);
    void hold(GateId gate, Holding holding);
    void check(GateId gate, GateCheck check);
    void restrict(GateId gate, Restriction restriction);
    /// What the gate lets through in a day, for all grants so far that have no cap of their own: `trucks` of aid,
    /// `goods` of trade.
    void cap(GateId gate, std::optional<std::int64_t> trucks, std::optional<MassRate> goods);
    /// What is taken at the gate from traders, for all grants that say nothing of it: a share of what goods are worth.
    void charge(GateId gate, double fees) { fees_.at(gate.index()) = fees; }
    /// What is taken there from traders under one of its grants.
    [[nodiscard]] double fees_of(GateId gate, const Passage& passage) const {
        return passage.fees.value_or(fees_[gate.index()]);
    }

    [[nodiscard]] std::span<const Passage> grants(GateId gate, Traffic traffic) const;
    [[nodiscard]] std::span<const Holding> holdings(GateId gate) const;
    [[nodiscard]] std::span<const Restriction> restrictions(GateId gate) const;
    /// Overlays that shut the gate at `at`, in the order they were laid.
    [[nodiscard]] std::vector<std::uint32_t> shut_by(GateId gate, Instant at, std::span<const std::uint8_t> kept) const;
    /// When any gate may change its leave, its holders or how it is run, from one moment to another (not included);
    /// ascending.
    [[nodiscard]] std::vector<Instant> turns(Instant from, Instant until) const;
    /// Obligations that any grant, restriction or check of the gate hangs on; ascending, each once.
    [[nodiscard]] std::vector<ObligationId> promises(GateId gate) const;
    /// Parties that hold the gate at `at`; empty where nobody does.
    [[nodiscard]] std::span<const PartyId> holders(GateId gate, Instant at) const;

    /// The freest grant at `at`, hours aside (they are returned). `kept[o]` tells whether obligation o is kept.
    /// Ties go to the grant by a term, then to that with lower fees, then to the earlier grant; one that narrows
    /// another adds nothing. Cost: linear in the grants of that gate.
    [[nodiscard]] Leave leave(GateId gate, Traffic traffic, Instant at, std::span<const std::uint8_t> kept) const {
        return leave(gate, traffic, at, at, kept);
    }
    /// Likewise, with the baseline as it was at `history`: earlier than `at` where the front stood still. Restrictions
    /// are those of `at`.
    [[nodiscard]] Leave leave(GateId gate, Traffic traffic, Instant at, Instant history,
                              std::span<const std::uint8_t> kept) const;
    /// How terms have the gate run at `at`.
    [[nodiscard]] CheckInForce check(GateId gate, Instant at, std::span<const std::uint8_t> kept) const;

    bool operator==(const PassageTable&) const = default;

private:
    /// Of every grant, check and restriction of the gate.
    template <class Act>
    void for_rules(GateId gate, const Act& act) const;
    [[nodiscard]] Leave granted(GateId gate, Traffic traffic, Instant at, Instant history,
                                std::span<const std::uint8_t> kept) const;

    std::vector<std::array<std::vector<Passage>, traffic_classes>> grants_;
    std::vector<std::vector<Holding>> holdings_;
    std::vector<std::vector<GateCheck>> checks_;
    std::vector<std::vector<Restriction>> restrictions_;
    std::vector<double> fees_;  ///< per gate
};

}  // namespace aidway
