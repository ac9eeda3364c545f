// SPDX-License-Identifier: Apache-2.0
#include "scenario/gate_layer_record.hpp"

namespace aidway {

const Type& describe(Tag<GateLayerColumnsRecord>) {
    using C = GateLayerColumnsRecord;
    static const auto type = record<C>(
        "gate_layer_columns", "Which columns of a layer of gates say what.",
        {optional("name", &C::name, "short name: that of the gate; of a line's gates with -1, -2, ... behind it"),
         optional("title", &C::title, "name as people say it"),
         optional("held_by", &C::held_by, "a party; several are joined by ';'"),
         optional("status", &C::status, "who may pass, in the words of 'words': aid, goods and civilians alike"),
         optional("lon", &C::lon, "longitude in degrees, of a table without shapes"),
         optional("lat", &C::lat, "latitude in degrees")});
    return type;
}

const Type& describe(Tag<GateLayerRecord>) {
    using C = GateLayerRecord;
    static const auto type = record<C>(
        "gate_layer",
        "A layer of gates: points, each at its nearest junction, and lines, wherever a road crosses them. Those on no "
        "road are told of.",
        {required("layer", &C::layer, "points and lines with the columns that 'columns' names"),
         optional("columns", &C::columns, "names of the layer's columns, where they are others than 'name'"),
         optional("within", &C::within, "how far the junction nearest to a point may lie; 200 m unless given",
                  at_least(0)),
         optional("held_by", &C::held_by, "parties that hold those of which no column says who holds them"),
         optional("words", &C::words, "what words of status mean; common:status-words.csv unless given"),
         required("aid", &C::aid, "whether aid convoys may pass, where nothing else says so"),
         required("goods", &C::goods, "likewise traders' goods"),
         required("civilians", &C::civilians, "likewise people"),
         optional("lanes", &C::lanes, "trucks inspected at a time", between(1, 16)),
         optional("inspection", &C::inspection, "inspection of one truck; 0 s where nobody inspects", at_least(0))});
    return type;
}

}  // namespace aidway
