// SPDX-License-Identifier: Apache-2.0
#include "scenario/trade.hpp"

namespace aidway {

const Type& describe(Tag<OutsideRecord>) {
    static const auto type = record<OutsideRecord>(
        "outside", "A place beyond the siege that traders come from and people leave to.",
        {required("name", &OutsideRecord::name, "name as people say it"), required("at", &OutsideRecord::at, "where")});
    return type;
}

const Type& describe(Tag<TradeRecord>) {
    using T = TradeRecord;
    static const auto type =
        record<T>("trade", "How the market of an enclave comes to life and fades.",
                  {optional("refill_to", &T::refill_to,
                            "cover that traders refill stocks towards, in days of full need", at_least(0)),
                   optional("refill_over", &T::refill_over, "time over which a missing stock is refilled at full level",
                            more_than(0)),
                   optional("climb", &T::climb, "of the target a week while goods may pass"),
                   optional("decay", &T::decay, "of the remembered level, per whole day shut")});
    return type;
}

const Type& describe(Tag<PriceRecord>) {
    using P = PriceRecord;
    static const auto type = record<P>(
        "price", "Prices follow inflow: (inflow of seven days over need, floored)^-elasticity.",
        {required("elasticity", &P::elasticity, "per cent of price for one per cent of inflow", at_least(0)),
         optional("floor", &P::floor, "least inflow that is reckoned with, as a share of need", more_than(0)),
         optional("inflow_before", &P::inflow_before,
                  "inflow in the week before the siege, as a share of need: where the index is 1", more_than(0))});
    return type;
}

const Type& describe(Tag<DeparturesRecord>) {
    using D = DeparturesRecord;
    static const auto type =
        record<D>("departures", "People who leave on their own account while civilians may pass.",
                  {required("willing", &D::willing, "share of those there at the start who would leave"),
                   required("rate", &D::rate, "hazard at which the willing leave while they may")});
    return type;
}

const Type& describe(Tag<EvacuationRecord>) {
    using E = EvacuationRecord;
    static const auto type = record<E>(
        "evacuation", "People moved by force on a date of history, whatever is agreed: displaced, never reached.",
        {required("community", &E::community, "whose people are moved"),
         required("at", &E::at, "when, as it was; later by the time that the front has stood still"),
         optional("people", &E::people, "how many, at most all who are there", between(0, 10'000'000)),
         optional("share", &E::share, "in place of `people`: the share of those who are there"),
         optional("to", &E::to,
                  "the community that takes them in, or a place outside; without it they are followed no further")});
    return type;
}

}  // namespace aidway
