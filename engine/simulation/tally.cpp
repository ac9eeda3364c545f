// SPDX-License-Identifier: Apache-2.0
#include "simulation/tally.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <tuple>

#include "core/diagnostic.hpp"
#include "core/real_math.hpp"
#include "simulation/log_reading.hpp"
#include "simulation/runner.hpp"

namespace aidway {
namespace {

std::size_t cells_of(OutcomeShape shape, const TallyLayout& layout) {
    const std::size_t communities = layout.communities();
    switch (shape) {
        case OutcomeShape::community: return communities;
        case OutcomeShape::community_week: return communities * layout.weeks();
        case OutcomeShape::scenario: return 1;
        case OutcomeShape::community_reason: return communities * reasons;
        case OutcomeShape::community_stage: return communities * stages * stage_measures;
        case OutcomeShape::party: return layout.parties();
    }
    return 0;
}

double bins_span(const OutcomeInfo& info) {
    return info.geometric ? real_log(info.high / info.low) : info.high - info.low;
}

std::size_t bin_of(double value, const TallyLayout::Outcome& outcome) {
    const auto& info = outcome.info;
    const double above = info.geometric ? real_log(value / info.low) : value - info.low;
    const double place = above / outcome.bins_span * static_cast<double>(histogram_bins);
    if (!(place > 0)) return 0;
    return std::min(static_cast<std::size_t>(place), histogram_bins - 1);
}

bool holds(const ScenarioRecord& record, OutcomeNeeds needs) {
    switch (needs) {
        case OutcomeNeeds::nothing: return true;
        case OutcomeNeeds::price: return record.price.has_value();
        case OutcomeNeeds::violence: return record.violence.has_value();
        case OutcomeNeeds::air: return !record.air_operations.empty();
        case OutcomeNeeds::inequality: return record.food.inequality.has_value();
        case OutcomeNeeds::medicine: return record.medicine.has_value();
        case OutcomeNeeds::control: return record.control.has_value();
        case OutcomeNeeds::evacuations: return !record.evacuations.empty();
    }
    return false;
}

}  // namespace

TallyLayout::TallyLayout(const Model& model)
    : variants_(model.variants().size() * arms),
      communities_(model.scenario().record().communities.size()),
      parties_(model.scenario().record().parties.size()) {
    const auto& calendar = model.scenario().calendar();
    const std::int64_t from_s = std::max<std::int64_t>(0, model.effective_s());
    const std::int64_t length_s = (calendar.until - calendar.from) / Duration{1} - from_s;
    if (length_s <= 0) throw std::invalid_argument("the agreements begin after the period has ended");
    weeks_ = static_cast<std::size_t>((length_s + OutcomeScope::week_s - 1) / OutcomeScope::week_s);
    const auto add = [&](const OutcomeInfo& info) {
        auto& used = cells_[static_cast<std::size_t>(info.shape)];
        const bool present = holds(model.scenario().record(), info.needs);
        const std::size_t cells = present ? cells_of(info.shape, *this) : 0;
        outcomes_.push_back({info, cells, used, present, bins_span(info)});
        used += cells;
    };
    [&]<class... O>(std::tuple<O...>*) { (add(O::info), ...); }(static_cast<Outcomes*>(nullptr));
}

const TallyLayout::Outcome& TallyLayout::outcome(std::string_view name) const {
    std::vector<std::string> names;
    for (const auto& outcome : outcomes_) {
        if (outcome.info.name == name && outcome.present) return outcome;
        if (outcome.info.name == name) {
            throw std::invalid_argument("there is no outcome '" + std::string(name) + "' without `" +
                                        std::string(name_of(outcome.info.needs)) + "` in the scenario");
        }
        names.emplace_back(outcome.info.name);
    }
    const std::string given(name);
    throw std::invalid_argument("no outcome '" + given + "'" + suggestion(given, names));
}

struct BlockRunner::State {
    State(const Model& model, const TallyLayout& layout) : runner(model), reading(layout) {}
    Runner runner;
    LogReading reading;
    std::vector<double> cells;
};

BlockRunner::BlockRunner(const Model& model, const TallyLayout& layout)
    : model_(model), layout_(layout), state_(std::make_unique<State>(model, layout)) {}
BlockRunner::~BlockRunner() = default;

void BlockRunner::prepare(Tally& tally, std::uint32_t count) const {
    const std::size_t variants = layout_.variants();
    tally.replicates = count;
    tally.bands_used = 0;
    tally.scalars.assign(layout_.scalar_cells() * variants * count, 0.0);
    tally.parts.assign(layout_.part_cells() * variants * count, 0.0F);
    tally.histogram.assign(layout_.cells(OutcomeShape::community_week) * variants * histogram_bins, 0);
    tally.weekly_sum.assign(layout_.cells(OutcomeShape::community_week) * variants, 0.0);
}

void BlockRunner::keep(const TallyLayout::Outcome& outcome, std::size_t variant, std::uint32_t index, Tally& tally) {
    const auto& info = outcome.info;
    for (std::size_t i = 0; i < outcome.cells; ++i) {
        const std::size_t cell = (layout_.first_cell(outcome) + i) * layout_.variants() + variant;
        const double value = state_->cells[i];
        switch (info.shape) {
            case OutcomeShape::community:
            case OutcomeShape::party:
            case OutcomeShape::scenario: tally.scalars[cell * tally.replicates + index] = value; break;
            case OutcomeShape::community_reason:
            case OutcomeShape::community_stage:
                tally.parts[cell * tally.replicates + index] = static_cast<float>(value);
                break;
            case OutcomeShape::community_week:
                tally.weekly_sum[cell] += info.geometric ? real_log(value) : value;
                ++tally.histogram[cell * histogram_bins + bin_of(value, outcome)];
                break;
        }
    }
}

void BlockRunner::add(ReplicateKey key, std::uint32_t index, Tally& tally) {
    std::size_t alike = 1;
    for (std::size_t v = 0; v < layout_.variants(); v += alike) {
        // Where nobody is obliged nothing can be kept or broken: both arms are one course.
        alike = model_.variants()[v / arms].rules.obligations.empty() ? arms : 1;
        const auto log = state_->runner.run(key, v / arms, static_cast<Arm>(v % arms));
        tally.bands_used = std::max(tally.bands_used, state_->runner.bands_used());
        state_->reading.read(log, state_->runner.scope(), [&](const TallyLayout::Outcome& outcome, auto finish) {
            state_->cells.assign(outcome.cells, 0.0);
            finish(state_->cells);
            for (std::size_t same = v; same < v + alike; ++same) keep(outcome, same, index, tally);
        });
    }
}

}  // namespace aidway
