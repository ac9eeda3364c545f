// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "core/fields/describe.hpp"
#include "io/osm/tag_pattern.hpp"

namespace aidway {

using TagPatterns = std::vector<TagPattern>;

/// A class of road: which ways are of it, and who may not use it unless a tag says so.
struct RoadClassMeaning {
    TagPatterns tags;
    std::vector<Name> barred;
    bool on_request = false;  ///< only where ferries are asked for
    bool operator==(const RoadClassMeaning&) const = default;
};
const Type& describe(Tag<RoadClassMeaning>);

/// Which way along its drawing order a way is passable. What is said goes before what is implied.
struct OneWayMeaning {
    TagPatterns along;
    TagPatterns against;
    TagPatterns both;
    TagPatterns implied;            ///< along, where nothing is said
    std::vector<Name> not_binding;  ///< traffic that may go against it all the same
    bool operator==(const OneWayMeaning&) const = default;
};
const Type& describe(Tag<OneWayMeaning>);

/// Keys whose values limit who passes.
struct LimitMeaning {
    std::vector<std::string> weight;
    std::vector<std::string> height;
    std::vector<std::string> speed;
    std::vector<std::string> unlimited;  ///< values that say there is no limit
    bool operator==(const LimitMeaning&) const = default;
};
const Type& describe(Tag<LimitMeaning>);

/// What the tags of OpenStreetMap mean: all of it is here, none of it in code.
struct TagMeanings {
    int aidway = 1;
    std::string title;
    Named<RoadClassMeaning> classes;  ///< the first that fits makes a way a road; one that fits none is no road
    TagPatterns no_road;              ///< no road, whatever its class
    OneWayMeaning one_way;
    Named<std::vector<std::string>> traffic;  ///< per kind of traffic its keys, from the general to the particular
    std::vector<std::string> barring;         ///< values of those keys that bar
    std::vector<std::string> restoring;       ///< values of those keys that lift what a more general key or class bars
    Named<TagPatterns> surfaces;              ///< the first that fits
    Named<TagPatterns> surfaces_otherwise;    ///< asked where none of them fits
    Named<TagPatterns> conditions;            ///< the first that fits
    Named<TagPatterns> features;              ///< all that fit
    LimitMeaning limits;
    std::vector<std::string> road;         ///< keys with the name of a road, the best first
    std::vector<std::string> other_names;  ///< keys with further names; "name:*" stands for every "name:..."
    Named<TagPatterns> gates;              ///< nodes on a road that may be gates: the first that fits
    bool operator==(const TagMeanings&) const = default;
};
const Type& describe(Tag<TagMeanings>);

/// Reads such a file; nothing, with every fault, where it is wrong: besides the form, names of traffic that is none.
[[nodiscard]] std::optional<TagMeanings> read_tag_meanings(const std::string& file, std::string_view text,
                                                           std::vector<Diagnostic>& faults);

}  // namespace aidway
