// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <cstdint>
#include <string>

#include "core/fields/describe.hpp"
#include "core/fields/leaf.hpp"
#include "core/units.hpp"

namespace aidway {
namespace {

/// How a quantity that is written with a unit is held.
struct QuantityForm {
    std::string name;
    double largest = 1e15;   ///< in the natural unit, so that whole ticks do not overflow
    double per_natural = 0;  ///< held steps in one natural unit; 0 when held as a double
    std::string grain;       ///< "whole grams", when held in steps
    double (*to)(const void* value) = nullptr;
    void (*set)(void* value, double natural) = nullptr;
};

class QuantityLeaf final : public NumberType {
public:
    QuantityLeaf(const UnitFamily& family, QuantityForm form)
        : NumberType(form.name, std::string(family.quantity)), family_(family), form_(std::move(form)) {}

    [[nodiscard]] std::string parse_number(const Node& node, double& out) const override {
        if (auto fault = refuse_non_scalar(node, expected()); !fault.empty()) return fault;
        return parse_quantity(family_, node.text, out);
    }
    [[nodiscard]] std::string format_number(double natural) const override { return format_quantity(family_, natural); }
    [[nodiscard]] double to_number(const void* value) const override { return form_.to(value); }
    void set_number(void* value, double natural) const override { form_.set(value, clamped(natural, limits())); }
    [[nodiscard]] std::string_view unit() const override { return family_.natural; }
    [[nodiscard]] Range limits() const override { return between(0, form_.largest); }
    [[nodiscard]] std::string_view grain_fault(double natural) const override {
        if (form_.per_natural == 0) return "";
        const double steps = natural * form_.per_natural;
        // A millionth of a step is the rounding of "1.2 h", not a finer wish.
        const bool whole = std::abs(steps - std::round(steps)) <= 1e-6 + 1e-15 * std::abs(steps);
        return whole ? std::string_view{} : std::string_view{form_.grain};
    }
    [[nodiscard]] std::string schema() const override {
        std::string units;
        for (const auto& unit : family_.units) units += (units.empty() ? "" : "|") + std::string(unit.name);
        return R"({"type": "string", "pattern": )" +
               json_text("^" + std::string(number_pattern) + " +(" + units + ")$") + R"(, "examples": [)" +
               json_text(family_.example) + "]}";
    }
    [[nodiscard]] std::string expected() const override {
        return std::string(family_.quantity) + ", e.g. '" + std::string(family_.example) + "'";
    }

private:
    const UnitFamily& family_;
    QuantityForm form_;
};

/// A quantity held as one double in its natural unit.
template <class T>
QuantityLeaf real_leaf(const char* name, const UnitFamily& family) {
    QuantityForm form;
    form.name = name;
    form.to = [](const void* value) { return static_cast<const T*>(value)->value(); };
    form.set = [](void* value, double natural) { *static_cast<T*>(value) = T{natural}; };
    return {family, std::move(form)};
}

}  // namespace

const Type& describe(Tag<Mass>) {
    static const QuantityLeaf type(
        mass_units(), {"mass", 1e11, 1000, "whole grams",
                       [](const void* value) {
                           const std::int64_t grams = static_cast<const Mass*>(value)->ticks() / Mass::ticks_per_gram;
                           return static_cast<double>(grams) / 1000;
                       },
                       [](void* value, double kg) { *static_cast<Mass*>(value) = Mass::nearest_gram(kg); }});
    return type;
}

const Type& describe(Tag<MassRate>) {
    static const QuantityLeaf type(
        mass_rate_units(), {"mass_rate", 1e11, 1000, "whole grams a day",
                            [](const void* value) {
                                return static_cast<double>(static_cast<const MassRate*>(value)->grams_per_day()) / 1000;
                            },
                            [](void* value, double kg) {
                                *static_cast<MassRate*>(value) = MassRate::grams_per_day(std::llround(kg * 1000));
                            }});
    return type;
}

const Type& describe(Tag<Duration>) {
    static const QuantityLeaf type(
        duration_units(),
        {"duration", 1e11, 1, "whole seconds",
         [](const void* value) { return static_cast<double>(static_cast<const Duration*>(value)->count()); },
         [](void* value, double s) { *static_cast<Duration*>(value) = Duration(std::llround(s)); }});
    return type;
}

const Type& describe(Tag<Distance>) {
    static const QuantityLeaf type = real_leaf<Distance>("distance", distance_units());
    return type;
}
const Type& describe(Tag<Speed>) {
    static const QuantityLeaf type = real_leaf<Speed>("speed", speed_units());
    return type;
}
const Type& describe(Tag<Volume>) {
    static const QuantityLeaf type = real_leaf<Volume>("volume", volume_units());
    return type;
}
const Type& describe(Tag<Density>) {
    static const QuantityLeaf type = real_leaf<Density>("density", density_units());
    return type;
}
const Type& describe(Tag<Hazard>) {
    static const QuantityLeaf type = real_leaf<Hazard>("hazard", hazard_units());
    return type;
}

}  // namespace aidway
