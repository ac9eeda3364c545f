// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cmath>

#include "core/fields/leaf.hpp"
#include "core/units.hpp"
#include "scenario/monitors.hpp"

namespace aidway {
namespace {

constexpr double most_reports = 1e6;
constexpr std::string_view between_parts = " in ";

/// How many reports, before " reports in " or " report in ".
std::string read_number(std::string_view text, double& number) {
    for (const std::string_view word : {" reports", " report"}) {
        if (!text.ends_with(word)) continue;
        auto fault = parse_plain(text.substr(0, text.size() - word.size()), number);
        if (!fault.empty()) return "the number of reports: " + fault;
        if (number < 1 || number > most_reports || number != std::floor(number)) {
            return fmt::format("expected a whole number of reports from 1 to {:g}", most_reports);
        }
        return {};
    }
    return "expected 'reports' after their number";
}

class ReportTriggerType final : public LeafType {
public:
    ReportTriggerType() : LeafType("report_trigger", "so many reports within so long") {}
    [[nodiscard]] std::string parse(const Node& node, void* out) const override {
        if (auto fault = refuse_non_scalar(node, expected()); !fault.empty()) return fault;
        const std::string_view text = node.text;
        const auto wrong = [&](const std::string& why) {
            return fmt::format("'{}' is not {}: {}", text, expected(), why);
        };
        const auto at = text.find(between_parts);
        if (at == std::string_view::npos) return wrong("expected 'in' between the reports and their time");
        double number = 0;
        if (auto fault = read_number(text.substr(0, at), number); !fault.empty()) return wrong(fault);
        double seconds = 0;
        auto fault = parse_quantity(duration_units(), text.substr(at + between_parts.size()), seconds);
        if (!fault.empty()) return wrong(fault);
        // A shorter one could fire twice a day, and two certainties would share the day's draw.
        if (seconds < 86'400 || seconds > 1e9 || seconds != std::floor(seconds)) {
            return wrong("expected a time of 1 d or more, in whole seconds");
        }
        *static_cast<ReportTrigger*>(out) = {static_cast<std::int64_t>(number),
                                             Duration{static_cast<std::int64_t>(seconds)}};
        return {};
    }
    [[nodiscard]] std::string format(const void* value) const override {
        const auto& trigger = *static_cast<const ReportTrigger*>(value);
        const auto time = format_quantity(duration_units(), static_cast<double>(trigger.within.count()));
        return fmt::format("{} {} in {}", trigger.reports, trigger.reports == 1 ? "report" : "reports", time);
    }
    [[nodiscard]] std::string schema() const override {
        return R"({"type": "string", "pattern": "^[0-9]+ reports? in [0-9.]+ ?[a-z]+$"})";
    }
    [[nodiscard]] std::string expected() const override {
        return "a number of reports within a time, e.g. '20 reports in 7 d'";
    }
};

}  // namespace

const Type& describe(Tag<ReportTrigger>) {
    static const ReportTriggerType type;
    return type;
}

}  // namespace aidway
