// SPDX-License-Identifier: Apache-2.0
#include <cstddef>

#include "core/fields/slot.hpp"

namespace aidway {
namespace {

void collect(const Type& type, void* value, const std::string& path, std::vector<std::string>& out) {
    const auto below = [&](const std::string& step) { return path.empty() ? step : path + "/" + step; };
    switch (type.shape) {
        case Shape::leaf:
        case Shape::chance: out.push_back(path); return;
        case Shape::optional: {
            const auto& optional = static_cast<const OptionalType&>(type);
            if (void* held = optional.value(value)) collect(optional.of(), held, path, out);
            return;
        }
        case Shape::record:
            for (const auto& field : static_cast<const RecordType&>(type).fields) {
                void* member = static_cast<std::byte*>(value) + field.offset;
                collect(field.type(), member, field.need == Field::Need::inlined ? path : below(field.name), out);
            }
            return;
        case Shape::choice: {
            const auto& choice = static_cast<const ChoiceType&>(type);
            const Type& held = choice.alternatives.at(choice.index(value))();
            return collect(held, choice.value(value), below(held.name), out);
        }
        case Shape::list: {
            const auto& list = static_cast<const ListType&>(type);
            for (std::size_t i = 0; i < list.size(value); ++i) {
                collect(list.item(), list.at(value, i), below(std::to_string(i)), out);
            }
            return;
        }
        case Shape::named: {
            const auto& map = static_cast<const NamedType&>(type);
            for (std::size_t i = 0; i < map.size(value); ++i) {
                collect(map.item(), map.at(value, i), below(map.name_at(value, i).text), out);
            }
            return;
        }
    }
}

}  // namespace

std::vector<std::string> leaf_paths(const Type& type, const void* record) {
    std::vector<std::string> paths;
    // Nothing is written through this pointer; the descriptions know one kind only.
    collect(type, const_cast<void*>(record), "", paths);
    return paths;
}

}  // namespace aidway
