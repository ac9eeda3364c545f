// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "io/scenario_checks.hpp"

namespace aidway {
namespace {

/// Sums of chances may miss one by rounding.
constexpr double rounding = 1e-12;

void check_answers(const CheckedRecord& checked, const std::string& path, const AnswersRecord& answers) {
    const double sum = answers.full.value() + answers.part.value() + answers.silent.value();
    if (!checked.document.sound(path) || sum <= 1.0 + rounding) return;
    checked.fault(checked.document.at(path),
                  fmt::format("the chances full, part and silent add up to {:g}; expected at most 1", sum));
}

void check_climate(const CheckedRecord& checked, const ClimateRecord& climate) {
    check_answers(checked, "climate/closed/answers", climate.closed.answers);
    check_answers(checked, "climate/restricted/answers", climate.restricted.answers);
    check_answers(checked, "climate/open/answers", climate.open.answers);
    const double sum = climate.starts_closed.value() + climate.starts_restricted.value();
    if (!checked.given("climate/starts_closed") || !checked.given("climate/starts_restricted")) return;
    if (sum <= 1.0 + rounding) return;
    checked.fault(
        "climate/starts_restricted",
        fmt::format("the chances starts_closed and starts_restricted add up to {:g}; expected at most 1", sum));
}

void check_escalation(const CheckedRecord& checked) {
    const auto& permission = checked.record.permission;
    if (checked.given("permission/silence_means") && permission.silence_means == Silence::escalate &&
        checked.document.lacks("permission/escalates_to")) {
        checked.fault("permission/silence_means", "silence that escalates needs 'escalates_to': the party it goes to");
    }
    if (!permission.escalates_to || !checked.given("permission/escalates_to")) return;
    const auto& higher = *permission.escalates_to;
    const auto& deciders = permission.deciders;
    if (std::none_of(deciders.begin(), deciders.end(), [&](const Name& name) { return name.text == higher.text; })) {
        return;
    }
    checked.fault(higher.at, fmt::format("party '{}' is one of the deciders; expected one above them", higher.text));
}

/// A place waits for those of one group only.
void check_linked(const CheckedRecord& checked) {
    const auto& linked = checked.record.permission.linked;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < linked.size(); ++i) {
        const auto path = fmt::format("permission/linked/{}/places", i);
        if (checked.document.sound(path) && linked[i].places.size() < 2) {
            checked.fault(checked.document.at(path), "expected two or more communities: they wait for each other");
        }
        for (const auto& place : linked[i].places) {
            if (place.at == Mark{} || seen.insert(place.text).second) continue;
            checked.fault(place.at,
                          fmt::format("community '{}' is linked twice: a place stands in one group", place.text));
        }
    }
}

}  // namespace

void check_processes(const CheckedRecord& checked) {
    const auto& record = checked.record;
    check_answers(checked, "permission/answers", record.permission.answers);
    check_escalation(checked);
    check_linked(checked);
    if (record.climate) check_climate(checked, *record.climate);
    if (record.violence) check_violence(checked, *record.violence);
    if (checked.given("permission/answer_model") && record.permission.answer_model == AnswerModel::climate &&
        checked.document.lacks("climate")) {
        checked.fault("permission/answer_model", "answers by the climate need the table 'climate'");
    }
}

}  // namespace aidway
