// SPDX-License-Identifier: Apache-2.0
#include "core/fields_example.hpp"

#include "core/fields/leaf.hpp"

namespace aidway::example {

const Type& describe(Tag<Passenger>) {
    static const WordType type = enum_type<Passenger>("passenger", "what may pass", {"aid", "goods", "civilians"});
    return type;
}

const Type& describe(Tag<Fleet>) {
    static const RecordType type = record<Fleet>(
        "fleet", "trucks of one owner",
        {required("home", &Fleet::home, "depot the trucks return to"),
         required("payload", &Fleet::payload, "cargo of one truck", more_than(0)),
         required("speed", &Fleet::speed, "on a free paved road", more_than(0)),
         optional("turnaround", &Fleet::turnaround, "between two journeys", between(0, 7 * 86'400)),
         optional("space", &Fleet::space, "loading space of one truck; unlimited when left out", more_than(0)),
         optional("loading", &Fleet::loading, "time at the depot", at_least(0))});
    return type;
}

const Type& describe(Tag<Place>) {
    static const RecordType type =
        record<Place>("place", "where people live",
                      {required("at", &Place::at, "its middle"), required("population", &Place::population, "people"),
                       optional("willing", &Place::willing, "share of the people who would leave"),
                       optional("departures", &Place::departures, "of those who would leave, while the way is open"),
                       optional("ration", &Place::ration, "food of one person", more_than(0)),
                       optional("weights", &Place::weights, "of its quarters", at_least(0))});
    return type;
}

const Type& describe(Tag<OpenRoad>) {
    static const RecordType type = record<OpenRoad>(
        "open_road", "a named road is open",
        {required("road", &OpenRoad::road, "the road"), required("for", &OpenRoad::passengers, "who may pass")});
    return type;
}

const Type& describe(Tag<NeedsBased>) {
    static const RecordType type =
        record<NeedsBased>("needs_based", "aid goes by need",
                           {optional("undo_links", &NeedsBased::undo_links, "whether linked places are parted")});
    return type;
}

const Type& describe(Tag<Term>) {
    static const RecordType type = record<Term>(
        "term", "one term of an agreement",
        {choice(&Term::what, "what the term says"), optional("name", &Term::name, "unique; kind/object when left out"),
         optional("obliges", &Term::obliges, "parties; the holders of its gates when left out"),
         optional("cite", &Term::cite, "where the text stands")});
    return type;
}

const Type& describe(Tag<Problem>) {
    static const RecordType type = record<Problem>(
        "problem", "a small scenario",
        {required("title", &Problem::title, "one line"), required("from", &Problem::from, "first day"),
         optional("fleets", &Problem::fleets, "who drives"), optional("places", &Problem::places, "where people live"),
         optional("terms", &Problem::terms, "what was agreed"),
         optional("sources", &Problem::sources, "what is cited")});
    return type;
}

}  // namespace aidway::example
