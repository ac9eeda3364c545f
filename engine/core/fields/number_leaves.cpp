// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

#include "core/fields/describe.hpp"
#include "core/fields/leaf.hpp"
#include "core/units.hpp"

namespace aidway {
namespace {

/// What tells one kind of plain number from another.
struct NumberForm {
    std::string name;
    std::string what;
    std::string example;
    std::string json;  ///< "number" or "integer"
    Range limits;
    bool whole = false;
    bool percent = false;  ///< "60 %" is another way to write 0.6
    double (*to)(const void* value) = nullptr;
    void (*set)(void* value, double number) = nullptr;
};

class PlainNumber final : public NumberType {
public:
    explicit PlainNumber(NumberForm form) : NumberType(form.name, form.what), form_(std::move(form)) {}

    [[nodiscard]] std::string parse_number(const Node& node, double& out) const override {
        if (auto fault = refuse_non_scalar(node, expected()); !fault.empty()) return fault;
        const std::string wrong = "'" + node.text + "' is not " + form_.what + ": ";
        if (node.quoted) return wrong + "quotes make it text";
        std::string_view text = node.text;
        const bool percent = form_.percent && text.ends_with('%');
        if (percent) text = text.substr(0, text.find_last_not_of(' ', text.size() - 2) + 1);
        double value = 0;
        if (auto fault = parse_plain(text, value); !fault.empty()) {
            return wrong + (fault == "write a number" ? "write " + advice() : fault);
        }
        out = percent ? value / 100 : value;
        return {};
    }
    [[nodiscard]] std::string format_number(double natural) const override { return format_plain(natural); }
    [[nodiscard]] double to_number(const void* value) const override { return form_.to(value); }
    void set_number(void* value, double natural) const override {
        form_.set(value, clamped(form_.whole ? std::round(natural) : natural, form_.limits));
    }
    [[nodiscard]] std::string_view unit() const override { return ""; }
    [[nodiscard]] Range limits() const override { return form_.limits; }
    [[nodiscard]] std::string_view grain_fault(double natural) const override {
        return form_.whole && natural != std::round(natural) ? "whole numbers" : "";
    }
    [[nodiscard]] std::string schema() const override {
        std::string number = "{\"type\": \"" + form_.json + '"';
        if (form_.limits.low > -1e15) number += ", \"minimum\": " + format_plain(form_.limits.low);
        if (form_.limits.high < 1e15) number += ", \"maximum\": " + format_plain(form_.limits.high);
        number += '}';
        if (!form_.percent) return number;
        return R"({"anyOf": [)" + number + R"(, {"type": "string", "pattern": "^[0-9]+([.][0-9]*)? ?%$"}]})";
    }
    [[nodiscard]] std::string expected() const override { return form_.what + ", e.g. " + form_.example; }

private:
    [[nodiscard]] std::string advice() const {
        return (form_.whole ? "a whole number without a unit, e.g. " : "a number without a unit, e.g. ") +
               form_.example;
    }
    NumberForm form_;
};

constexpr double exact = 9'007'199'254'740'992.0;  // 2^53: whole numbers beyond it are not all doubles

}  // namespace

const Type& describe(Tag<double>) {
    static const PlainNumber type({"number",
                                   "a number",
                                   "0.5",
                                   "number",
                                   {},
                                   false,
                                   false,
                                   [](const void* value) { return *static_cast<const double*>(value); },
                                   [](void* value, double number) { *static_cast<double*>(value) = number; }});
    return type;
}

const Type& describe(Tag<std::int64_t>) {
    static const PlainNumber type(
        {"whole_number", "a whole number", "12", "integer", between(-exact, exact), true, false,
         [](const void* value) { return static_cast<double>(*static_cast<const std::int64_t*>(value)); },
         [](void* value, double number) { *static_cast<std::int64_t*>(value) = std::llround(number); }});
    return type;
}

const Type& describe(Tag<int>) {
    static const PlainNumber type(
        {"small_whole_number", "a whole number", "12", "integer",
         between(std::numeric_limits<int>::min(), std::numeric_limits<int>::max()), true, false,
         [](const void* value) { return static_cast<double>(*static_cast<const int*>(value)); },
         [](void* value, double number) { *static_cast<int*>(value) = static_cast<int>(std::lround(number)); }});
    return type;
}

const Type& describe(Tag<Count>) {
    static const PlainNumber type(
        {"count", "a count", "275000", "integer", between(0, exact), true, false,
         [](const void* value) { return static_cast<double>(static_cast<const Count*>(value)->value); },
         [](void* value, double number) { static_cast<Count*>(value)->value = std::llround(number); }});
    return type;
}

const Type& describe(Tag<Probability>) {
    static const PlainNumber type(
        {"probability", "a chance or a share", "0.6 or '60 %'", "number", between(0, 1), false, true,
         [](const void* value) { return static_cast<const Probability*>(value)->value(); },
         [](void* value, double number) { *static_cast<Probability*>(value) = Probability(number); }});
    return type;
}

const Type& describe(Tag<Law>) {
    static const ChanceType type(&type_of<double>);
    return type;
}

}  // namespace aidway
