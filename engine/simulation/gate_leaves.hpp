// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "access/passage_table.hpp"
#include "simulation/world.hpp"

namespace aidway {

/// What a passage table grants at each gate and how terms have it run, kept until something may change it: a promise
/// that the gate hangs on is kept or broken, or a spell of the table begins or ends. The same as asking the table,
/// always. One per thread and table, which must outlive it; it allocates nothing after it was made.
class GateLeaves {
public:
    /// Spells turn between `from` and `until`; nothing is asked before `from`.
    GateLeaves(const PassageTable& passage, Instant from, Instant until);
    /// A new run begins: what was known before may be wrong.
    void forget();
    /// As PassageTable::leave. `history` may lie before `at`.
    [[nodiscard]] const Leave& leave(GateId gate, Traffic traffic, Instant at, Instant history, const World& world) {
        follow(at, history, world);
        auto& known = known_[gate.index() * traffic_classes + static_cast<std::size_t>(traffic)];
        if (known.version != versions_[gate.index()]) {
            known = {passage_->leave(gate, traffic, at, history, world.kept), versions_[gate.index()]};
        }
        return known.leave;
    }

    /// As PassageTable::check.
    [[nodiscard]] const CheckInForce& check(GateId gate, Instant at, Instant history, const World& world) {
        follow(at, history, world);
        auto& known = known_checks_[gate.index()];
        if (known.version != versions_[gate.index()]) {
            known = {passage_->check(gate, at, world.kept), versions_[gate.index()]};
        }
        return known.check;
    }

    /// While this is what it was, all leaves are what they were, and so is how terms have gates run. Above 0.
    [[nodiscard]] std::uint32_t version(Instant at, Instant history, const World& world) {
        follow(at, history, world);
        return version_;
    }
    /// Likewise of one gate; as it was when last asked for anything.
    [[nodiscard]] std::uint32_t version_of(GateId gate) const { return versions_[gate.index()]; }

    /// Per gate, 1 where this traffic is let through freely.
    [[nodiscard]] const std::vector<std::uint8_t>& open(Traffic traffic, Instant at, Instant history,
                                                        const World& world);

private:
    /// Between two turns nothing changes by the clock.
    struct Spell {
        Instant from = Instant::max();  ///< half open; at first it holds nothing
        Instant until = Instant::min();
        [[nodiscard]] bool holds(Instant at) const { return at >= from && at < until; }
    };
    /// An obligation that gates hang on, and whether it was kept when last looked at.
    struct Promise {
        ObligationId obligation;
        std::vector<GateId> gates;
        std::uint8_t kept = 0;
    };
    struct Known {
        Leave leave;
        std::uint32_t version = 0;
    };
    struct KnownCheck {
        CheckInForce check;
        std::uint32_t version = 0;
    };
    struct Open {
        std::vector<std::uint8_t> gates;
        std::uint32_t version = 0;
    };
    void follow(Instant at, Instant history, const World& world) {
        if (!now_.holds(at) || !past_.holds(history)) turn(at, history);
        if (world.kept_version != kept_version_) look_at_promises(world);
    }
    void look_at_promises(const World& world);
    void all_may_change();
    void turn(Instant at, Instant history);
    [[nodiscard]] Spell spell_at(Instant at) const;

    const PassageTable* passage_;
    std::vector<Instant> turns_;
    std::vector<Promise> promises_;
    std::vector<Known> known_;              ///< [gate][traffic]
    std::vector<KnownCheck> known_checks_;  ///< per gate
    std::array<Open, traffic_classes> open_;
    Spell now_, past_;
    static constexpr std::uint32_t never = 0xffff'ffff;
    std::uint32_t kept_version_ = never;
    std::uint32_t version_ = 1;            ///< grows whenever that of any gate does
    std::vector<std::uint32_t> versions_;  ///< per gate
};

}  // namespace aidway
