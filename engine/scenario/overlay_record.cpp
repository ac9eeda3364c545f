// SPDX-License-Identifier: Apache-2.0
#include "scenario/overlay_record.hpp"

#include <iterator>
#include <type_traits>
#include <utility>

#include "core/fields/leaf.hpp"

namespace aidway {
namespace {

/// The fields that say where, then the overlay's own.
std::vector<Field> on_stretch(std::vector<Field> own) {
    using S = OverlayStretch;
    std::vector<Field> fields{optional("gate", &S::gate, "a gate"),
                              optional("road", &S::road, "a road by the name that the network's layer gives it"),
                              optional("at", &S::at, "a place: the piece of road nearest to it, both ways"),
                              optional("within", &S::within, "how far that may lie; 200 m unless given", at_least(0))};
    fields.insert(fields.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
    return fields;
}

}  // namespace

const Type& describe(Tag<CloseOverlay>) {
    static const auto type = record<CloseOverlay>("close", "Nobody passes, whoever would let them.", on_stretch({}));
    return type;
}

const Type& describe(Tag<OpenOverlay>) {
    static const auto type =
        record<OpenOverlay>("open", "Its gates let pass, beside whom they let pass anyway.",
                            on_stretch({required("for", &OpenOverlay::passing, "who: aid, goods, civilians"),
                                        optional("hours", &OpenOverlay::hours, "daily hours of that passage")}));
    return type;
}

const Type& describe(Tag<SlowOverlay>) {
    static const auto type = record<SlowOverlay>(
        "slow", "Every vehicle drives slower.",
        on_stretch({required("factor", &SlowOverlay::factor, "speed over the speed without it, from 0.01 to 1",
                             between(0.01, 1))}));
    return type;
}

const Type& describe(Tag<CapOverlay>) {
    static const auto type = record<CapOverlay>(
        "cap", "No more than so much passes each of its gates in a day, whoever lets it pass.",
        on_stretch({optional("trucks_per_day", &CapOverlay::trucks_per_day, "trucks of aid"),
                    optional("goods_per_day", &CapOverlay::goods_per_day, "traders' goods", at_least(0))}));
    return type;
}

const Type& describe(Tag<HoursOverlay>) {
    static const auto type =
        record<HoursOverlay>("hours", "Its gates let nobody pass at other hours.",
                             on_stretch({required("between", &HoursOverlay::between, "e.g. \"08:00-14:00\"")}));
    return type;
}

const Type& describe(Tag<AddOverlay>) {
    using A = AddOverlay;
    static const auto type = record<A>(
        "add", "A road that the network's layer lacks, from junction to junction.",
        {required("line", &A::line, "its points, [longitude, latitude] in degrees each; the ends lie at junctions"),
         optional("road", &A::road, "its name"),
         optional("road_class", &A::road_class, "its class, in the words of vehicles"),
         optional("one_way", &A::one_way, "whether it is passable in drawing order alone"),
         optional("within", &A::within, "how far its ends may lie from junctions; 200 m unless given", at_least(0)),
         optional("for", &A::passing, "who may use it: aid, goods, civilians; all unless given")});
    return type;
}

const Type& describe(Tag<OverlayWhen>) {
    static const auto type =
        enum_type<OverlayWhen>("overlay_when", "whether it lies on the scenario or waits", {"always", "by_agreement"});
    return type;
}

const Type& describe(Tag<OverlayRecord>) {
    using O = OverlayRecord;
    static const auto type =
        record<O>("overlay", "A change of roads or gates that leaves what lies beneath as it is.",
                  {required("name", &O::name, "what it is, as people say it"),
                   optional("when", &O::when, "always, or by_agreement: where a term 'apply_overlay' lays it"),
                   optional("from", &O::from, "local time from which it holds; else from the beginning"),
                   optional("to", &O::to, "local time until which it holds; else until the end"),
                   choice(&O::body, "what it changes")});
    return type;
}

const char* kind_of(const OverlayRecord& overlay) {
    return std::visit([](const auto& body) { return body.kind; }, overlay.body);
}

const OverlayStretch* stretch_of(const OverlayRecord& overlay) {
    return std::visit(
        [](const auto& body) -> const OverlayStretch* {
            if constexpr (std::is_base_of_v<OverlayStretch, std::decay_t<decltype(body)>>)
                return &body;
            else
                return nullptr;
        },
        overlay.body);
}

}  // namespace aidway
