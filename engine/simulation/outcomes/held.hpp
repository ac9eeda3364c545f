// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "simulation/outcomes/party_sums.hpp"
#include "simulation/residents.hpp"

namespace aidway {

/// Base of outcomes by the party that holds the places of communities: the need of the entitled while it holds them,
/// and what is delivered meanwhile. What falls on ground that nobody holds counts for no party.
class HeldGround {
public:
    using Reader = HeldGround;
    static constexpr EventKinds sees = Residents::sees | kinds(EventKind::changed_hands, EventKind::delivered);
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);
    /// Ends the spells that last until the end.
    void end(const OutcomeScope& scope);

protected:
    struct Sums {
        std::int64_t person_seconds = 0;  ///< of the entitled, there or gone
        Mass delivered;
    };
    /// Per party.
    [[nodiscard]] const std::vector<Sums>& sums() const { return sums_; }

private:
    struct Spell {
        std::uint16_t holder = Event::no_index;
        std::int64_t since_s = 0;
    };
    void close(std::size_t community, std::int64_t at_s);

    Residents residents_;
    std::vector<Spell> now_;  ///< per community
    std::vector<Sums> sums_;  ///< of spells that have ended, and all that was delivered
};

/// What the entitled of its ground need.
class RationsNeededHeld : public HeldGround {
public:
    static constexpr OutcomeInfo info{
        .name = "rations_needed_held",
        .label = "Rations needed on its ground",
        .unit = "rations",
        .doc = "full daily rations that the entitled of places need while the party holds them, there or gone",
        .shape = OutcomeShape::party,
        .better = Better::none,
        .safe = "yes",
        .needs = OutcomeNeeds::control};
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

/// What is delivered there.
class RationsDeliveredHeld : public HeldGround {
public:
    static constexpr OutcomeInfo info{
        .name = "rations_delivered_held",
        .label = "Rations delivered on its ground",
        .unit = "rations",
        .doc = "food delivered by road or air to places while the party holds them, in full daily rations",
        .shape = OutcomeShape::party,
        .better = Better::higher,
        .safe = "yes",
        .needs = OutcomeNeeds::control};
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

/// The second over the first.
class DeliveredShareHeld : public HeldGround {
public:
    static constexpr OutcomeInfo info{.name = "delivered_share_held",
                                      .label = "Delivered over needed on its ground",
                                      .unit = "share",
                                      .doc =
                                          "rations delivered to places while the party holds them, over what the "
                                          "entitled need there; 0 where it holds none",
                                      .shape = OutcomeShape::party,
                                      .better = Better::higher,
                                      .safe = "yes",
                                      .needs = OutcomeNeeds::control};
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

}  // namespace aidway
