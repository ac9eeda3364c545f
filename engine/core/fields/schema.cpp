// SPDX-License-Identifier: Apache-2.0
#include "core/fields/schema.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include "core/fields/canonical.hpp"
#include "core/fields/law_form.hpp"
#include "core/fields/leaf.hpp"
#include "core/units.hpp"

namespace aidway {
namespace {

/// One JSON object in the making: keys in the order they are added.
class Object {
public:
    Object& add(const std::string& key, const std::string& json) {
        text_ += (text_.empty() ? "" : ", ") + json_text(key) + ": " + json;
        return *this;
    }
    [[nodiscard]] std::string text() const { return "{" + text_ + "}"; }

private:
    std::string text_;
};

std::string reference(const std::string& name) { return R"({"$ref": "#/$defs/)" + name + "\"}"; }

std::string joined(const std::vector<std::string>& parts) {
    std::string list;
    for (const auto& part : parts) list += (list.empty() ? "" : ", ") + part;
    return "[" + list + "]";
}

void add_statements(Object& properties) {
    properties.add("source", reference("source")).add("confidence", reference("confidence"));
    properties.add("note", R"({"type": "string"})");
}

class Schema {
public:
    std::string of(const Type& type) {
        switch (type.shape) {
            case Shape::leaf: return leaf(static_cast<const LeafType&>(type), laws_);
            case Shape::chance: {
                const auto& drawn = static_cast<const LeafType&>(static_cast<const ChanceType&>(type).of());
                return leaf(drawn, LawsOfNumbers::allowed);
            }
            case Shape::record: return record(static_cast<const RecordType&>(type));
            case Shape::optional: return of(static_cast<const OptionalType&>(type).of());
            case Shape::choice: return choice(static_cast<const ChoiceType&>(type));
            case Shape::list: {
                const auto items =
                    R"({"type": "array", "items": )" + of(static_cast<const ListType&>(type).item()) + "}";
                return either(items, items);
            }
            case Shape::named: {
                Object properties;
                add_statements(properties);
                return Object()
                    .add("type", "\"object\"")
                    .add("properties", properties.text())
                    .add("additionalProperties", of(static_cast<const NamedType&>(type).item()))
                    .text();
            }
        }
        return "{}";
    }

    [[nodiscard]] std::string definitions() const {
        std::string all;
        for (const auto& [name, json] : definitions_) {
            all += (all.empty() ? "" : ",\n    ") + json_text(name) + ": " + json;
        }
        return all;
    }

    explicit Schema(LawsOfNumbers laws) : laws_(laws) {
        definitions_["source"] =
            R"({"description": "a key of sources, a text, or a list of them", "anyOf": [)"
            R"({"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]})";
        definitions_["confidence"] = R"({"description": "how well the value is known", )"
                                     R"("enum": ["seen", "derived", "assumed"]})";
    }

private:
    /// The value itself, or a mapping with `value` and where it comes from.
    static std::string either(const std::string& plain, const std::string& value) {
        Object properties;
        properties.add("value", value);
        add_statements(properties);
        const auto stated = Object()
                                .add("type", "\"object\"")
                                .add("required", "[\"value\"]")
                                .add("additionalProperties", "false")
                                .add("properties", properties.text())
                                .text();
        return "{\"anyOf\": [" + plain + ", " + stated + "]}";
    }

    /// "NAME_plain" is the plain form, "NAME_law" a distribution of it, "NAME_value" whatever may stand in a file;
    /// "NAME_chance_value" likewise, where laws stand for chance alone.
    std::string leaf(const LeafType& type, LawsOfNumbers laws) {
        const std::string value = type.name + (laws == laws_ ? "_value" : "_chance_value");
        if (definitions_.contains(value)) return reference(value);
        const auto plain = type.schema();
        definitions_[type.name + "_plain"] = "{\"description\": " + json_text(type.expected()) + ", " + plain.substr(1);
        std::string form = reference(type.name + "_plain");
        const auto* number = dynamic_cast<const NumberType*>(&type);
        if (number && laws == LawsOfNumbers::allowed) {
            definitions_[type.name + "_law"] = law(*number);
            form = "{\"anyOf\": [" + form + ", " + reference(type.name + "_law") + "]}";
        }
        definitions_[value] = either(form, form);
        return reference(value);
    }

    static std::string law(const NumberType& type) {
        const auto plain = reference(type.name + "_plain");
        Object properties;
        std::string one_of;
        LawKind kind = LawKind::point;
        for (const auto& name : law_names()) {
            kind = static_cast<LawKind>(static_cast<int>(kind) + 1);
            if (kind == LawKind::beta && !type.unit().empty()) continue;
            const bool mixed = carries_unit(kind, 0) != carries_unit(kind, 1);
            const auto items =
                mixed ? R"("prefixItems": [)" + plain + R"(, {"type": "number"}])"
                      : "\"items\": " + (carries_unit(kind, 0) ? plain : std::string(R"({"type": "number"})"));
            properties.add(name, R"({"type": "array", )" + items + "}");
            one_of += (one_of.empty() ? "" : ", ") + std::string(R"({"required": [)") + json_text(name) + "]}";
        }
        add_statements(properties);
        return Object()
            .add("type", "\"object\"")
            .add("additionalProperties", "false")
            .add("properties", properties.text())
            .add("oneOf", "[" + one_of + "]")
            .text();
    }

    std::string record(const RecordType& type) {
        const auto key = key_of(type);
        if (definitions_.contains(key)) return reference(key);
        definitions_[key];  // taken, so that a record may hold itself
        Object properties;
        std::vector<std::string> needed;
        std::string tags;
        for (const auto& field : type.fields) {
            if (field.need == Field::Need::inlined) {
                tags = alternatives(static_cast<const ChoiceType&>(field.type()), properties);
                continue;
            }
            if (field.need == Field::Need::required) needed.push_back(json_text(field.name));
            properties.add(field.name, described(field.doc, field.type(), field.range, default_of(type, field)));
        }
        add_statements(properties);
        Object object;
        object.add("type", "\"object\"").add("description", json_text(type.doc));
        if (!needed.empty()) object.add("required", joined(needed));
        object.add("additionalProperties", "false").add("properties", properties.text());
        if (!tags.empty()) object.add("oneOf", "[" + tags + "]");
        definitions_[key] = object.text();
        return reference(key);
    }

    static std::string default_of(const RecordType& type, const Field& field) {
        if (field.need == Field::Need::required) return {};
        auto text = write_canonical(field.type(), static_cast<const std::byte*>(type.sample) + field.offset);
        return text == "~" || text.find('\n') != std::string::npos ? std::string{} : text;
    }

    /// A reference with the words of the field beside it; range keywords bind plain numbers and leave the rest alone.
    std::string described(std::string doc, const Type& type, const Range& range, const std::string& standard) {
        const Type* inner = &type;
        if (inner->shape == Shape::optional) inner = &static_cast<const OptionalType*>(inner)->of();
        if (inner->shape == Shape::chance) doc += "; a law is drawn anew each time";
        if (inner->shape == Shape::chance) inner = &static_cast<const ChanceType*>(inner)->of();
        const bool list = inner->shape == Shape::list;
        if (list) inner = &static_cast<const ListType*>(inner)->item();
        const auto* number = inner->shape == Shape::leaf
                                 ? dynamic_cast<const NumberType*>(static_cast<const LeafType*>(inner))
                                 : nullptr;
        if (number) {
            const auto words = in_words(range, *number);
            if (!words.empty()) doc += " (" + words + ")";
        }
        if (!standard.empty()) doc += "; default: " + standard;
        auto json = "{\"description\": " + json_text(doc);
        if (number && number->unit().empty() && !list) {
            const auto bound = [&](const char* key, double x) {
                json += std::string(", \"") + key + "\": " + format_plain(x);
            };
            if (range.low > -1e300) bound(range.low_open ? "exclusiveMinimum" : "minimum", range.low);
            if (range.high < 1e300) bound(range.high_open ? "exclusiveMaximum" : "maximum", range.high);
        }
        return json + ", " + of(type).substr(1);
    }

    /// Adds one property for each tag; answers the conditions of which exactly one must hold.
    std::string alternatives(const ChoiceType& type, Object& properties) {
        std::string tags;
        for (const auto& of_alternative : type.alternatives) {
            const Type& alternative = of_alternative();
            // What has no required keys may be left empty: `- needs_based:`.
            const auto form = may_be_empty(alternative) ? R"("anyOf": [)" + of(alternative) + R"(, {"type": "null"}]})"
                                                        : of(alternative).substr(1);
            properties.add(alternative.name, "{\"description\": " + json_text(alternative.doc) + ", " + form);
            tags += (tags.empty() ? "" : ", ") + std::string(R"({"required": [)") + json_text(alternative.name) + "]}";
        }
        return tags;
    }

    static bool may_be_empty(const Type& type) {
        if (type.shape != Shape::record) return false;
        const auto& fields = static_cast<const RecordType&>(type).fields;
        return std::all_of(fields.begin(), fields.end(),
                           [](const Field& field) { return field.need == Field::Need::optional; });
    }

    std::string choice(const ChoiceType& type) {
        Object properties;
        const auto tags = alternatives(type, properties);
        add_statements(properties);
        return Object()
            .add("type", "\"object\"")
            .add("additionalProperties", "false")
            .add("properties", properties.text())
            .add("oneOf", "[" + tags + "]")
            .text();
    }

    /// The name of a record, numbered where two share it (a term and the procedure it changes).
    std::string key_of(const RecordType& type) {
        const auto [known, fresh] = keys_.emplace(&type, type.name);
        if (!fresh) return known->second;
        for (int n = 2; definitions_.contains(known->second); ++n) {
            known->second = type.name + "_" + std::to_string(n);
        }
        return known->second;
    }

    LawsOfNumbers laws_;
    std::map<std::string, std::string> definitions_;
    std::map<const RecordType*, std::string> keys_;
};

}  // namespace

std::string json_schema(const Type& root, const std::string& title, LawsOfNumbers laws) {
    Schema schema(laws);
    const auto body = schema.of(root);
    return "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"title\": " + json_text(title) +
           ",\n  " + body.substr(1, body.size() - 2) + ",\n  \"$defs\": {\n    " + schema.definitions() + "\n  }\n}\n";
}

}  // namespace aidway
