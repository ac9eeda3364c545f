// SPDX-License-Identifier: Apache-2.0
#include "core/fields/type.hpp"

#include <cmath>
#include <initializer_list>
#include <set>
#include <stdexcept>
#include <utility>

namespace aidway {

Range more_than(double low) {
    Range range;
    range.low = low;
    range.low_open = true;
    return range;
}

Range at_least(double low) {
    Range range;
    range.low = low;
    return range;
}

Range at_most(double high) {
    Range range;
    range.high = high;
    return range;
}

Range between(double low, double high) {
    Range range;
    range.low = low;
    range.high = high;
    return range;
}

Range intersection(const Range& a, const Range& b) {
    Range both = a;
    if (b.low > a.low || (b.low == a.low && b.low_open)) {
        both.low = b.low;
        both.low_open = b.low_open;
    }
    if (b.high < a.high || (b.high == a.high && b.high_open)) {
        both.high = b.high;
        both.high_open = b.high_open;
    }
    return both;
}

double clamped(double x, const Range& range) {
    if (!(x > range.low) && !range.contains(x)) {
        return range.low_open ? std::nextafter(range.low, range.high) : range.low;
    }
    if (!range.contains(x)) return range.high_open ? std::nextafter(range.high, range.low) : range.high;
    return x;
}

std::string in_words(const Range& range, const NumberType& type) {
    // Limits that only keep whole ticks from overflowing are of no interest to a reader.
    const bool low = range.low > -1e9;
    const bool high = range.high < 1e9;
    const auto value = [&](double x) { return type.format_number(x); };
    if (low && high && !range.low_open && !range.high_open)
        return "from " + value(range.low) + " to " + value(range.high);
    std::string text;
    if (low) text = (range.low_open ? "more than " : "at least ") + value(range.low);
    if (high)
        text += (low ? " and " : "") + std::string(range.high_open ? "less than " : "at most ") + value(range.high);
    return text;
}

std::string NumberType::parse(const Node& node, void* out) const {
    double natural = 0;
    if (auto fault = parse_number(node, natural); !fault.empty()) return fault;
    if (const auto grain = grain_fault(natural); !grain.empty()) {
        return "'" + node.text + "' is too fine: " + std::string(grain) + " only";
    }
    if (!limits().contains(natural)) return "'" + node.text + "' is out of range";
    set_number(out, natural);
    return {};
}

RecordType::RecordType(std::string type_name, std::string what, std::vector<Field> keys, const void* defaults)
    : Type(Shape::record, std::move(type_name), std::move(what)), fields(std::move(keys)), sample(defaults) {
    std::set<std::string> taken{"value", "source", "confidence", "note"};
    for (const auto& field : fields) {
        if (field.need == Field::Need::inlined) continue;
        if (field.doc.empty()) throw std::logic_error("key '" + field.name + "' of '" + name + "' says nothing");
        if (!taken.insert(field.name).second) {
            throw std::logic_error("key '" + field.name + "' of '" + name + "' is taken");
        }
    }
}

}  // namespace aidway
