// SPDX-License-Identifier: Apache-2.0
#include "io/osm/tag_pattern.hpp"

#include "core/fields/leaf.hpp"

namespace aidway {
namespace {

std::optional<TagPattern> parse(std::string_view text) {
    const auto equals = text.find('=');
    if (text.empty() || equals == 0 || text.find(' ') != std::string_view::npos) return std::nullopt;
    if (equals == std::string_view::npos) return TagPattern{std::string(text)};
    const auto value = text.substr(equals + 1);
    if (value.empty() || value.find('=') != std::string_view::npos) return std::nullopt;
    return TagPattern{std::string(text.substr(0, equals)), std::string(value)};
}

std::string format(const TagPattern& pattern) {
    return pattern.value.empty() ? pattern.key : pattern.key + "=" + pattern.value;
}

}  // namespace

const Type& describe(Tag<TagPattern>) {
    static const TextLeaf<TagPattern> type({"tag_pattern", "a tag (a key alone: any value but no)", "highway=track",
                                            "^[^= ]+(=[^= ]+)?$", &parse, &format});
    return type;
}

}  // namespace aidway
