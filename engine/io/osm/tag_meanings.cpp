// SPDX-License-Identifier: Apache-2.0
#include "io/osm/tag_meanings.hpp"

#include "core/fields/reading.hpp"
#include "io/document.hpp"
#include "io/yaml.hpp"

namespace aidway {

const Type& describe(Tag<RoadClassMeaning>) {
    using R = RoadClassMeaning;
    static const auto type =
        record<R>("road_class", "A class of road.",
                  {required("tags", &R::tags, "a way with one of these is of this class"),
                   optional("barred", &R::barred, "traffic that may not use it unless a tag says so"),
                   optional("on_request", &R::on_request, "true: a road only where ferries are asked for")});
    return type;
}

const Type& describe(Tag<OneWayMeaning>) {
    using R = OneWayMeaning;
    static const auto type = record<R>(
        "one_way", "Which way a road is passable; both ways unless one of these says otherwise.",
        {required("along", &R::along, "in drawing order alone"), required("against", &R::against, "against it alone"),
         required("both", &R::both, "both ways"), optional("implied", &R::implied, "along, where nothing is said"),
         optional("not_binding", &R::not_binding, "traffic that goes against a one-way road all the same")});
    return type;
}

const Type& describe(Tag<LimitMeaning>) {
    using R = LimitMeaning;
    static const auto type = record<R>("limits", "Keys whose values limit who passes; of several the least counts.",
                                       {optional("weight", &R::weight, "of a laden vehicle; t unless a unit is given"),
                                        optional("height", &R::height, "of a vehicle; m unless a unit is given"),
                                        optional("speed", &R::speed, "km/h unless a unit is given"),
                                        optional("unlimited", &R::unlimited, "values that say there is no limit")});
    return type;
}

const Type& describe(Tag<TagMeanings>) {
    using R = TagMeanings;
    static const auto type = record<R>(
        "tag_meanings", "What the tags of OpenStreetMap mean.",
        {required("aidway", &R::aidway, "version of this format: 1", between(1, 1)),
         required("title", &R::title, "what the file is for"),
         required("classes", &R::classes, "classes of road; the first that fits makes a way a road"),
         optional("no_road", &R::no_road, "a way with one of these is no road, whatever its class"),
         required("one_way", &R::one_way, "which way a road is passable"),
         required("traffic", &R::traffic, "kinds of traffic, each with its keys from the general to the particular"),
         required("barring", &R::barring, "values of those keys that bar"),
         required("restoring", &R::restoring, "values of those keys that let pass what is barred more generally"),
         optional("surfaces", &R::surfaces, "words for the surface; the first that fits"),
         optional("surfaces_otherwise", &R::surfaces_otherwise, "the same, asked where none of them fits"),
         optional("conditions", &R::conditions, "words for the condition; the first that fits"),
         optional("features", &R::features, "words for what a road leads over or through; all that fit"),
         optional("limits", &R::limits, "keys whose values limit who passes"),
         required("road", &R::road, "keys with the name of a road, the best first"),
         optional("other_names", &R::other_names, "keys with further names; name:* stands for every name:..."),
         optional("gates", &R::gates, "nodes on a road that may be gates; the first that fits")});
    return type;
}

std::optional<TagMeanings> read_tag_meanings(const std::string& file, std::string_view text,
                                             std::vector<Diagnostic>& faults) {
    Reading reading;
    TagMeanings meanings;
    Node tree = parse_yaml(file, text, reading.faults);
    read(tree, {file, "", ""}, meanings, reading);
    const Document document(file, std::move(tree), reading.faults);
    if (document.names_known("traffic")) {
        const auto known = meanings.traffic.names();
        const auto check = [&](const std::vector<Name>& names) {
            for (const Name& name : names) {
                if (meanings.traffic.find(name.text) != nullptr) continue;
                reading.faults.push_back(
                    {file, name.at, "", "no traffic '" + name.text + "'" + suggestion(name.text, known)});
            }
        };
        for (const auto& [name, meaning] : meanings.classes) check(meaning.barred);
        check(meanings.one_way.not_binding);
    }
    const bool sound = reading.faults.empty();
    faults.insert(faults.end(), reading.faults.begin(), reading.faults.end());
    return sound ? std::optional(std::move(meanings)) : std::nullopt;
}

}  // namespace aidway
