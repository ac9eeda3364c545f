// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <string>

#include "core/fields/describe.hpp"
#include "core/fields/leaf.hpp"
#include "core/units.hpp"

namespace aidway {
namespace {

class FreeText final : public LeafType {
public:
    FreeText() : LeafType("text", "free text") {}
    [[nodiscard]] std::string parse(const Node& node, void* out) const override {
        if (auto fault = refuse_non_scalar(node, expected()); !fault.empty()) return fault;
        *static_cast<std::string*>(out) = node.text;
        return {};
    }
    [[nodiscard]] std::string format(const void* value) const override {
        return yaml_text(*static_cast<const std::string*>(value));
    }
    [[nodiscard]] std::string schema() const override { return R"({"type": "string"})"; }
    [[nodiscard]] std::string expected() const override { return "text"; }
};

class NameLeaf final : public LeafType {
public:
    NameLeaf() : LeafType("name", "a name") {}
    [[nodiscard]] std::string parse(const Node& node, void* out) const override {
        if (auto fault = refuse_non_scalar(node, expected()); !fault.empty()) return fault;
        if (node.text.empty()) return "a name must not be empty";
        *static_cast<Name*>(out) = Name(node.text, node.at);
        return {};
    }
    [[nodiscard]] std::string format(const void* value) const override {
        return yaml_text(static_cast<const Name*>(value)->text);
    }
    [[nodiscard]] std::string schema() const override { return R"({"type": "string", "minLength": 1})"; }
    [[nodiscard]] std::string expected() const override { return "a name"; }
};

class TruthLeaf final : public LeafType {
public:
    TruthLeaf() : LeafType("truth", "true or false") {}
    [[nodiscard]] std::string parse(const Node& node, void* out) const override {
        if (auto fault = refuse_non_scalar(node, expected()); !fault.empty()) return fault;
        if (node.quoted || (node.text != "true" && node.text != "false")) {
            return "'" + node.text + "' is not true or false" + (node.quoted ? " (quotes make it text)" : "");
        }
        *static_cast<bool*>(out) = node.text == "true";
        return {};
    }
    [[nodiscard]] std::string format(const void* value) const override {
        return *static_cast<const bool*>(value) ? "true" : "false";
    }
    [[nodiscard]] std::string schema() const override { return R"({"type": "boolean"})"; }
    [[nodiscard]] std::string expected() const override { return "true or false"; }
};

class TimeLeaf final : public LeafType {
public:
    TimeLeaf() : LeafType("local_time", "a date or a local time") {}
    [[nodiscard]] std::string parse(const Node& node, void* out) const override {
        if (auto fault = refuse_non_scalar(node, expected()); !fault.empty()) return fault;
        auto time = parse_local_time(node.text);
        if (!time) return "'" + node.text + "' is not " + expected();
        time->at = node.at;
        *static_cast<LocalTime*>(out) = *time;
        return {};
    }
    [[nodiscard]] std::string format(const void* value) const override {
        const auto text = aidway::format(*static_cast<const LocalTime*>(value));
        return text.size() > 10 ? '"' + text + '"' : text;  // a colon is safest in quotes
    }
    [[nodiscard]] std::string schema() const override {
        return R"({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)?$"})";
    }
    [[nodiscard]] std::string expected() const override {
        return "a date or a local time, e.g. '2016-09-12' or '2016-09-12T19:00'";
    }
};

class PlaceLeaf final : public LeafType {
public:
    PlaceLeaf() : LeafType("lon_lat", "longitude and latitude in degrees") {}
    [[nodiscard]] std::string parse(const Node& node, void* out) const override {
        if (node.kind == Node::Kind::null) return "no value: expected " + expected();
        if (node.kind != Node::Kind::sequence || node.items.size() != 2) return "expected " + expected();
        LonLat place;
        auto lon = degrees(node.items[0], "longitude", 180, place.lon_deg);
        if (!lon.empty()) return lon;
        auto lat = degrees(node.items[1], "latitude", 90, place.lat_deg);
        if (!lat.empty()) return lat;
        *static_cast<LonLat*>(out) = place;
        return {};
    }
    [[nodiscard]] std::string format(const void* value) const override {
        const auto& place = *static_cast<const LonLat*>(value);
        return "[" + format_plain(place.lon_deg) + ", " + format_plain(place.lat_deg) + "]";
    }
    [[nodiscard]] std::string schema() const override {
        return R"({"type": "array", "prefixItems": [{"type": "number", "minimum": -180, "maximum": 180}, )"
               R"({"type": "number", "minimum": -90, "maximum": 90}], "items": false, "minItems": 2})";
    }
    [[nodiscard]] std::string expected() const override {
        return "longitude and latitude in degrees, e.g. '[36.69, 36.23]'";
    }

private:
    static std::string degrees(const Node& node, const std::string& what, double limit, double& out) {
        if (node.kind != Node::Kind::scalar || node.quoted) return "the " + what + " must be a plain number";
        if (auto fault = parse_plain(node.text, out); !fault.empty()) {
            return "'" + node.text + "' is not a " + what + ": " + fault;
        }
        if (std::abs(out) <= limit) return {};
        return "the " + what + " " + node.text + " is out of range: must be from " + format_plain(-limit) + " to " +
               format_plain(limit);
    }
};

}  // namespace

const Type& describe(Tag<std::string>) {
    static const FreeText type;
    return type;
}
const Type& describe(Tag<Name>) {
    static const NameLeaf type;
    return type;
}
const Type& describe(Tag<bool>) {
    static const TruthLeaf type;
    return type;
}
const Type& describe(Tag<LocalTime>) {
    static const TimeLeaf type;
    return type;
}
const Type& describe(Tag<LonLat>) {
    static const PlaceLeaf type;
    return type;
}

}  // namespace aidway
