// SPDX-License-Identifier: Apache-2.0
#include "core/fields/canonical.hpp"

#include <cstddef>
#include <utility>

#include "core/fields/law_form.hpp"
#include "core/fields/leaf.hpp"

namespace aidway {
namespace {

/// A value behind its optionals; `type` is nullptr when there is none.
struct Held {
    const Type* type;
    void* value;
};

Held held(const Type& type, void* value) {
    if (type.shape != Shape::optional) return {&type, value};
    const auto& optional = static_cast<const OptionalType&>(type);
    void* inner = optional.value(value);
    return inner ? held(optional.of(), inner) : Held{nullptr, nullptr};
}

class Writer {
public:
    std::string text;

    /// What an optional holds; nothing for an empty one.
    void nested(const Held& item, int indent, bool dashed) {
        if (item.type) block(*item.type, item.value, indent, dashed);
    }

    /// Writes at `indent`; a block goes on in the current line when `dashed` ("- home: x"), else it starts lines.
    void block(const Type& type, void* value, int indent, bool dashed) {
        switch (type.shape) {
            case Shape::record: return record(static_cast<const RecordType&>(type), value, indent, dashed);
            case Shape::choice: return choice(static_cast<const ChoiceType&>(type), value, indent, dashed);
            case Shape::named: {
                const auto& map = static_cast<const NamedType&>(type);
                for (std::size_t i = 0; i < map.size(value); ++i) {
                    start(indent, std::exchange(dashed, false));
                    entry(yaml_text(map.name_at(value, i).text), held(map.item(), map.at(value, i)), indent);
                }
                return;
            }
            case Shape::list: {
                const auto& items = static_cast<const ListType&>(type);
                for (std::size_t i = 0; i < items.size(value); ++i) {
                    start(indent, std::exchange(dashed, false));
                    const auto item = held(items.item(), items.at(value, i));
                    text += "- ";
                    if (const auto line = one_line(item); !line.empty()) {
                        text += line + "\n";
                    } else {
                        nested(item, indent + 2, true);
                    }
                }
                return;
            }
            case Shape::leaf:
            case Shape::chance:
            case Shape::optional: text += one_line(held(type, value)) + "\n";
        }
    }

    /// The value when it fits a line: leaves, lists of leaves, whatever is empty. "" when it takes a block.
    static std::string one_line(const Held& item) {
        if (!item.type) return "~";
        switch (item.type->shape) {
            case Shape::leaf: return static_cast<const LeafType&>(*item.type).format(item.value);
            case Shape::chance: {
                const auto& number = static_cast<const NumberType&>(static_cast<const ChanceType&>(*item.type).of());
                return format_law(number, *static_cast<const Law*>(item.value));
            }
            case Shape::list: {
                const auto& items = static_cast<const ListType&>(*item.type);
                const auto shape = items.item().shape;
                if (items.size(item.value) > 0 && shape != Shape::leaf && shape != Shape::chance) return {};
                std::string line;
                for (std::size_t i = 0; i < items.size(item.value); ++i) {
                    line += (i == 0 ? "" : ", ") + one_line({&items.item(), items.at(item.value, i)});
                }
                return "[" + line + "]";
            }
            case Shape::named: return static_cast<const NamedType&>(*item.type).size(item.value) > 0 ? "" : "{}";
            case Shape::record: return says_nothing(static_cast<const RecordType&>(*item.type), item.value) ? "{}" : "";
            case Shape::choice:
            case Shape::optional: return {};
        }
        return {};
    }

private:
    void start(int indent, bool dashed) {
        if (!dashed) text.append(static_cast<std::size_t>(indent), ' ');
    }

    void entry(const std::string& key, const Held& item, int indent) {
        text += key + ":";
        if (const auto line = one_line(item); !line.empty()) {
            text += " " + line + "\n";
        } else {
            text += "\n";
            nested(item, indent + 2, false);
        }
    }

    static void* member(void* record, const Field& field) { return static_cast<std::byte*>(record) + field.offset; }

    static bool says_nothing(const RecordType& type, void* value) {
        for (const auto& field : type.fields) {
            if (held(field.type(), member(value, field)).type) return false;
        }
        return true;
    }

    void record(const RecordType& type, void* value, int indent, bool dashed) {
        for (const auto& field : type.fields) {
            const auto item = held(field.type(), member(value, field));
            if (!item.type) continue;
            if (field.need == Field::Need::inlined) {
                choice(static_cast<const ChoiceType&>(*item.type), item.value, indent, std::exchange(dashed, false));
            } else {
                start(indent, std::exchange(dashed, false));
                entry(field.name, item, indent);
            }
        }
    }

    void choice(const ChoiceType& type, void* value, int indent, bool dashed) {
        const Type& alternative = type.alternatives.at(type.index(value))();
        start(indent, dashed);
        entry(alternative.name, held(alternative, type.value(value)), indent);
    }
};

}  // namespace

std::string write_canonical(const Type& type, const void* value) {
    // Descriptions know one kind of pointer; nothing is written through this one.
    const auto item = held(type, const_cast<void*>(value));
    if (auto line = Writer::one_line(item); !line.empty()) return line;
    Writer writer;
    writer.nested(item, 0, false);
    return std::move(writer.text);
}

}  // namespace aidway
