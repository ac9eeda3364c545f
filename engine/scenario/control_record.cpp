// SPDX-License-Identifier: Apache-2.0
#include "scenario/control_record.hpp"

namespace aidway {

const Type& describe(Tag<ControlColumnsRecord>) {
    using C = ControlColumnsRecord;
    static const auto type = record<C>(
        "control_columns", "Which columns of a layer of areas say what; an empty name is a column it does not have.",
        {optional("party", &C::party, "who holds the area: a party, several joined by ';', contested or unknown"),
         optional("valid_from", &C::valid_from, "first local day; an empty cell means from the beginning"),
         optional("valid_to", &C::valid_to, "local day after the last; an empty cell means without end"),
         optional("priority", &C::priority, "a whole number: where areas overlap, the highest decides")});
    return type;
}

const Type& describe(Tag<ControlRecord>) {
    using C = ControlRecord;
    static const auto type = record<C>(
        "control", "Who holds which ground, and when.",
        {required("layer", &C::layer, "polygon layer with the columns party, valid_from and valid_to, or those named"),
         optional("columns", &C::columns, "names of the layer's columns, where they are others"),
         optional(
             "parties", &C::parties,
             "what the layer's words for parties mean: `Govt. forces: gov`, `Disputed: contested`, `Both: gov;opp`"),
         optional("sliver_width", &C::sliver_width,
                  "gaps and overlaps between neighbouring areas that are narrower are told of as slivers of drawing; "
                  "50 m unless given",
                  more_than(0))});
    return type;
}

}  // namespace aidway
