// SPDX-License-Identifier: Apache-2.0
#include "core/fields/reader.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <set>
#include <string>
#include <utility>

namespace aidway {
namespace {

bool is_statement(std::string_view key) {
    return std::find(statements.begin(), statements.end(), key) != statements.end();
}

bool is_law(std::string_view key) {
    const auto& names = law_names();
    return std::find(names.begin(), names.end(), key) != names.end();
}

/// A name that a mapping declares: part of paths and of keys of draws.
std::string fault_of_name(std::string_view name) {
    if (name.empty()) return "a name must not be empty";
    if (name.size() > 100) return "a name has at most 100 bytes";
    if (name.front() == ' ' || name.back() == ' ') return "a name must not begin or end with a space";
    const bool plain = std::none_of(
        name.begin(), name.end(), [](char c) { return c == '/' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    return plain ? "" : "a name must not hold '/' or control characters";
}

std::string shown_law(const Entry& entry) { return "{" + entry.key + ": " + shown(entry.value) + "}"; }

}  // namespace

std::string got(const Node& node) { return ", got " + std::string(name_of(node.kind)); }

void Reader::fault(Mark at, std::string message) {
    reading_.faults.push_back({origin_.file, at, origin_.feature, std::move(message)});
}

void Reader::law_faults(std::vector<PlacedFault> faults) {
    for (auto& f : faults) fault(f.at, std::move(f.message));
}

void Reader::record_value(Mark at, std::string text, const Stated& stated) {
    reading_.provenance.push_back({path_, origin_.file, at, std::move(text), stated.sources, stated.confidence,
                                   stated.confidence_stated, stated.note});
}

void Reader::read(const Type& type, const Node& node, void* out, const Range& range) {
    any(type, node, out, Stated{}, range);
}

void Reader::any(const Type& type, const Node& node, void* out, const Stated& stated, const Range& range) {
    if (node.refused) return;
    switch (type.shape) {
        case Shape::leaf: return leaf(static_cast<const LeafType&>(type), node, out, stated, range);
        case Shape::chance: return chance(static_cast<const ChanceType&>(type), node, out, stated, range);
        case Shape::record: return record(static_cast<const RecordType&>(type), node, out, stated);
        case Shape::list: return list(static_cast<const ListType&>(type), node, out, stated, range);
        case Shape::named: return named(static_cast<const NamedType&>(type), node, out, stated, range);
        case Shape::choice: return choice(static_cast<const ChoiceType&>(type), node, out, stated);
        case Shape::optional: {
            const auto& optional = static_cast<const OptionalType&>(type);
            return any(optional.of(), node, optional.emplace(out), stated, range);
        }
    }
}

bool Reader::number(const NumberType& type, const Node& node, const Range& range, double& out) {
    double natural = 0;
    if (auto wrong = type.parse_number(node, natural); !wrong.empty()) {
        fault(node.at, std::move(wrong));
        return false;
    }
    const Range valid = intersection(range, type.limits());
    if (!valid.contains(natural)) {
        // Bounds that only keep whole ticks from overflowing are not worth their digits.
        const bool huge = std::abs(natural) > 1e9 && valid.contains(std::clamp(natural, -1e9, 1e9));
        fault(node.at,
              "'" + node.text + "' is out of range: " + (huge ? "too large" : "must be " + in_words(valid, type)));
        return false;
    }
    if (const auto grain = type.grain_fault(natural); !grain.empty()) {
        fault(node.at, "'" + node.text + "' is too fine: " + std::string(grain) + " only");
        return false;
    }
    out = natural;
    return true;
}

void Reader::leaf(const LeafType& type, const Node& node, void* out, const Stated& stated, const Range& range) {
    const auto* number_type = dynamic_cast<const NumberType*>(&type);
    if (node.kind == Node::Kind::mapping) {
        Stated own = stated;
        const Entry* entry = form(type, number_type != nullptr, node, own);
        if (!entry) return;
        if (entry->key == "value") {
            // A law may stand under `value`, but not a second `value`.
            if (entry->value.find("value")) return fault(entry->value.at, "'value' stands inside 'value'");
            return leaf(type, entry->value, out, own, range);
        }
        std::vector<PlacedFault> faults;
        const auto law = read_law(*number_type, *entry, intersection(range, number_type->limits()), faults);
        law_faults(std::move(faults));
        if (!law) return;
        number_type->set_number(out, quantile(*law, 0.5));
        record_value(node.at, shown_law(*entry), own);
        reading_.uncertain.push_back({path_, *law, std::string(number_type->unit()), origin_.file, node.at});
        return;
    }
    if (number_type) {
        double natural = 0;
        if (!number(*number_type, node, range, natural)) return;
        number_type->set_number(out, natural);
    } else if (auto wrong = type.parse(node, out); !wrong.empty()) {
        return fault(node.at, std::move(wrong));
    }
    record_value(node.at, shown(node), stated);
}

void Reader::chance(const ChanceType& type, const Node& node, void* out, const Stated& stated, const Range& range) {
    const auto& number_type = static_cast<const NumberType&>(type.of());
    auto& law = *static_cast<Law*>(out);
    if (node.kind != Node::Kind::mapping) {
        double natural = 0;
        if (!number(number_type, node, range, natural)) return;
        law = Law::certain(natural);
        return record_value(node.at, shown(node), stated);
    }
    Stated own = stated;
    const Entry* entry = form(number_type, true, node, own);
    if (!entry) return;
    if (entry->key == "value") {
        if (entry->value.find("value")) return fault(entry->value.at, "'value' stands inside 'value'");
        return chance(type, entry->value, out, own, range);
    }
    std::vector<PlacedFault> faults;
    auto read = read_law(number_type, *entry, intersection(range, number_type.limits()), faults);
    law_faults(std::move(faults));
    if (!read) return;
    law = std::move(*read);
    record_value(node.at, shown_law(*entry), own);
}

const Entry* Reader::form(const Type& type, bool may_be_law, const Node& node, Stated& stated) {
    std::vector<std::string> known{"value", "source", "confidence", "note"};
    if (may_be_law) known.insert(known.end(), law_names().begin(), law_names().end());
    const auto before = reading_.faults.size();
    unknown_keys(node, known, nullptr);
    state(node, stated);
    const Entry* found = nullptr;
    for (const auto& entry : node.pairs) {
        if (entry.key != "value" && !(may_be_law && is_law(entry.key))) continue;
        if (found) {
            fault(entry.at, "'" + entry.key + "' stands beside '" + found->key + "': give one of them");
            return nullptr;
        }
        found = &entry;
    }
    if (!found && reading_.faults.size() == before) {
        const std::string expected =
            type.shape == Shape::leaf ? static_cast<const LeafType&>(type).expected() : "a list";
        fault(node.at, "expected " + expected + got(node) + " without 'value'");
    }
    return found;
}

void Reader::state(const Node& node, Stated& stated) {
    if (const Node* source = node.find("source")) {
        const bool one = source->kind == Node::Kind::scalar;
        const bool many = source->kind == Node::Kind::sequence && !source->items.empty() &&
                          std::all_of(source->items.begin(), source->items.end(),
                                      [](const Node& n) { return n.kind == Node::Kind::scalar && !n.text.empty(); });
        if ((!one || source->text.empty()) && !many) {
            fault(source->at, "expected a source, a text, or a list of them" + got(*source));
        } else {
            stated.sources.clear();
            if (one) stated.sources.emplace_back(source->text, source->at);
            for (const Node& item : source->items) stated.sources.emplace_back(item.text, item.at);
        }
    }
    if (const Node* confidence = node.find("confidence")) {
        static const std::vector<std::string> grades{"seen", "derived", "assumed"};
        const auto grade = std::find(grades.begin(), grades.end(), confidence->text);
        if (grade == grades.end()) {
            fault(confidence->at, confidence->kind == Node::Kind::scalar
                                      ? "'" + confidence->text + "' is not seen, derived or assumed" +
                                            suggestion(confidence->text, grades)
                                      : "expected seen, derived or assumed" + got(*confidence));
        } else {
            stated.confidence = static_cast<Confidence>(grade - grades.begin());
            stated.confidence_stated = true;
        }
    }
    if (const Node* note = node.find("note")) {
        if (note->kind != Node::Kind::scalar) return fault(note->at, "expected a text" + got(*note));
        stated.note = note->text;
    }
}

void Reader::list(const ListType& type, const Node& node, void* out, const Stated& stated, const Range& range) {
    if (node.kind == Node::Kind::mapping && node.find("value")) {
        Stated own = stated;
        const Entry* entry = form(type, false, node, own);
        if (entry && entry->value.kind == Node::Kind::sequence) return list(type, entry->value, out, own, range);
        return entry ? fault(entry->value.at, "expected a list" + got(entry->value)) : void();
    }
    if (node.kind == Node::Kind::scalar) return fault(node.at, "expected a list: write [" + shown(node) + "]");
    if (node.kind != Node::Kind::sequence) return fault(node.at, "expected a list" + got(node));
    type.resize(out, 0);
    type.resize(out, node.items.size());
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const Below below(*this, std::to_string(i));
        any(type.item(), node.items[i], type.at(out, i), stated, range);
    }
}

void Reader::named(const NamedType& type, const Node& node, void* out, const Stated& stated, const Range& range) {
    if (node.kind != Node::Kind::mapping) return fault(node.at, "expected a mapping from names" + got(node));
    Stated own = stated;
    state(node, own);
    type.clear(out);
    for (const auto& entry : node.pairs) {
        if (is_statement(entry.key)) continue;
        if (auto wrong = fault_of_name(entry.key); !wrong.empty()) {
            fault(entry.at, "'" + entry.key + "': " + wrong);
        } else if (type.index_of(out, entry.key) < type.size(out)) {
            fault(entry.at, "'" + entry.key + "' is given twice");
        } else {
            const Below below(*this, entry.key);
            any(type.item(), entry.value, type.add(out, Name(entry.key, entry.at)), own, range);
        }
    }
}

}  // namespace aidway
