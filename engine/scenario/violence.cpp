// SPDX-License-Identifier: Apache-2.0
#include "scenario/violence.hpp"

#include "core/fields/leaf.hpp"

namespace aidway {

const Type& describe(Tag<ViolenceKind>) {
    static const auto type =
        enum_type<ViolenceKind>("violence_kind", "a kind of violence",
                                {"air_strikes", "shelling", "ground_attacks", "banned_weapons", "arrests"});
    return type;
}

const Type& describe(Tag<IncidentSourceRecord>) {
    using I = IncidentSourceRecord;
    static const auto type =
        record<I>("incident_source", "Incidents of one kind by one party.",
                  {required("party", &I::party, "who does it"), required("kind", &I::kind, "what it is"),
                   required("rate", &I::rate, "incidents a day in the whole theatre, in a climate whose factor is 1"),
                   required("severe", &I::severe, "share of them that is severe"),
                   required("while_kept", &I::while_kept,
                            "factor on the rate while the party keeps a cessation that ends this kind"),
                   optional("theatre", &I::theatre, "the theatre it strikes in: places of the same one"),
                   optional("share", &I::share,
                            "share of what its party answers in this theatre; else in proportion to the rates")});
    return type;
}

const Type& describe(Tag<IncidentPlaceRecord>) {
    using I = IncidentPlaceRecord;
    static const auto type =
        record<I>("incident_place", "A place where incidents happen.",
                  {required("at", &I::at, "where"),
                   optional("weight", &I::weight, "weight beside those of the other places", more_than(0)),
                   optional("theatre", &I::theatre, "the theatre it lies in: sources of the same one strike here")});
    return type;
}

const Type& describe(Tag<AnsweringRecord>) {
    using A = AnsweringRecord;
    static const auto type = record<A>(
        "answering", "Violence that answers violence.",
        {required("delay", &A::delay, "mean time from an incident to one that answers it", more_than(0)),
         required("by", &A::by,
                  "by the party that answers, then by the party it answers: further incidents of the first that one "
                  "incident of the second brings, on average, while nothing restrains them",
                  at_least(0)),
         optional("most", &A::most, "no source commits more a day; what that cuts off is logged", more_than(0))});
    return type;
}

const Type& describe(Tag<ConvoyAttackRecord>) {
    using C = ConvoyAttackRecord;
    static const auto type = record<C>(
        "convoy_attack", "What an incident does to convoys in its reach.",
        {required("hit", &C::hit, "chance that it hits a convoy in its reach"),
         optional("within", &C::within, "its reach; else 'on_route'", at_least(0)),
         required("trucks", &C::trucks, "share of a hit convoy's trucks that is hit: the chance of each of them"),
         required("suspend", &C::suspend, "for so long no convoy sets out after one was hit", at_least(0))});
    return type;
}

const Type& describe(Tag<ViolenceRecord>) {
    using V = ViolenceRecord;
    static const auto type = record<V>(
        "violence", "Acts of violence, and what they do to convoys and gates.",
        {required("by", &V::by, "who does what how often"), required("where", &V::where, "where it happens"),
         optional("near", &V::near, "a severe incident so near the route or its end stops a convoy", at_least(0)),
         optional("on_route", &V::on_route, "any incident so near the route, or a gate, is on it", at_least(0)),
         optional("remembered", &V::remembered, "for so long convoys stay because of it", at_least(0)),
         optional("shuts_gate", &V::shuts_gate, "chance that an incident on a gate shuts it"),
         optional("shut_for", &V::shut_for, "how long a gate stays shut", more_than(0)),
         optional("while_grounded", &V::while_grounded,
                  "factor on the rate of air strikes while their party keeps its aircraft on the ground"),
         optional("while_demilitarised", &V::while_demilitarised,
                  "factor on the rate near a road, of kinds that a party has pulled back from it, while it keeps that"),
         optional("answers", &V::answers, "violence that answers violence; without it none does"),
         optional("convoys", &V::convoys, "convoys that are hit; without it none is")});
    return type;
}

}  // namespace aidway
