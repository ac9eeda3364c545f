// SPDX-License-Identifier: Apache-2.0
#include "core/fields/law_form.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "core/units.hpp"

namespace aidway {
namespace {

constexpr double rare = 1e-6;  ///< chance with which a law with long tails may leave the valid range

std::string parse_parameter(const NumberType& type, LawKind kind, std::size_t i, const Node& node, double& out) {
    if (carries_unit(kind, i)) return type.parse_number(node, out);
    if (node.kind != Node::Kind::scalar) return "expected a plain number, got " + std::string(name_of(node.kind));
    const auto fault = parse_plain(node.text, out);
    return fault.empty() ? "" : "'" + node.text + "' is not a plain number: " + fault;
}

std::string leaves_range(const NumberType& type, const Law& law, const Range& range) {
    const auto [low, high] = support(law);
    // A lognormal law has no value at its lower bound; the bounds of the others may be drawn after rounding.
    const bool open = law.kind == LawKind::lognormal;
    const double lowest = std::isfinite(low) && !open ? low : quantile(law, rare);
    const double highest = std::isfinite(high) ? high : quantile(law, 1 - rare);
    const bool falls = !range.contains(std::min(lowest, range.high)) || lowest > range.high;
    const bool rises = !range.contains(std::max(highest, range.low)) || highest < range.low;
    if (!falls && !rises) return {};
    return "the " + std::string(name_of(law.kind)) + " law leaves the valid range: must be " + in_words(range, type);
}

}  // namespace

bool carries_unit(LawKind kind, std::size_t i) {
    return kind != LawKind::beta && !(kind == LawKind::lognormal && i == 1);
}

std::optional<Law> read_law(const NumberType& type, const Entry& entry, const Range& range,
                            std::vector<PlacedFault>& faults) {
    const auto& names = law_names();
    const auto found = std::find(names.begin(), names.end(), entry.key);
    if (found == names.end()) return std::nullopt;
    // `point` comes first among the kinds and has no name.
    Law law{static_cast<LawKind>(found - names.begin() + 1), {}};
    const auto refuse = [&](Mark at, std::string message) {
        faults.push_back({at, std::move(message)});
        return std::nullopt;
    };
    if (law.kind == LawKind::beta && !type.unit().empty()) {
        return refuse(entry.at, "a beta law lies between 0 and 1: give " + type.doc + " as pert or triangular");
    }
    if (entry.value.kind != Node::Kind::sequence) {
        return refuse(entry.value.at, "expected the list of parameters of " + entry.key + ", got " +
                                          std::string(name_of(entry.value.kind)));
    }
    bool sound = true;
    for (std::size_t i = 0; i < entry.value.items.size(); ++i) {
        const Node& item = entry.value.items[i];
        auto fault = parse_parameter(type, law.kind, i, item, law.numbers.emplace_back(0.0));
        if (fault.empty()) continue;
        faults.push_back({item.at, std::move(fault)});
        sound = false;
    }
    if (!sound) return std::nullopt;
    if (auto fault = fault_of(law)) return refuse(entry.value.at, std::move(*fault));
    if (auto fault = leaves_range(type, law, range); !fault.empty()) return refuse(entry.value.at, std::move(fault));
    return law;
}

std::string format_law(const NumberType& type, const Law& law) {
    if (law.kind == LawKind::point) return type.format_number(law.numbers.at(0));
    std::string list;
    for (std::size_t i = 0; i < law.numbers.size(); ++i) {
        list += (i == 0 ? "" : ", ") +
                (carries_unit(law.kind, i) ? type.format_number(law.numbers[i]) : format_plain(law.numbers[i]));
    }
    return "{" + std::string(name_of(law.kind)) + ": [" + list + "]}";
}

}  // namespace aidway
