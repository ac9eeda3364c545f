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
                            "factor on the rate while the party keeps a cessation that ends this kind")});
    return type;
}

const Type& describe(Tag<IncidentPlaceRecord>) {
    using I = IncidentPlaceRecord;
    static const auto type =
        record<I>("incident_place", "A place where incidents happen.",
                  {required("at", &I::at, "where"),
                   optional("weight", &I::weight, "weight beside those of the other places", more_than(0))});
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
         optional("shut_for", &V::shut_for, "how long a gate stays shut", more_than(0))});
    return type;
}

}  // namespace aidway
