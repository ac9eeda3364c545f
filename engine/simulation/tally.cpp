// SPDX-License-Identifier: Apache-2.0
#include "simulation/tally.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <tuple>

#include "core/diagnostic.hpp"
#include "simulation/outcomes.hpp"
#include "simulation/runner.hpp"

namespace aidway {
namespace {

std::size_t cells_of(OutcomeShape shape, std::size_t communities, std::size_t weeks) {
    switch (shape) {
        case OutcomeShape::community: return communities;
        case OutcomeShape::community_week: return communities * weeks;
        case OutcomeShape::community_reason: return communities * reasons;
    }
    return 0;
}

std::size_t bin_of(double value, const OutcomeInfo& info) {
    const double place = (value - info.low) / (info.high - info.low) * static_cast<double>(histogram_bins);
    if (!(place > 0)) return 0;
    return std::min(static_cast<std::size_t>(place), histogram_bins - 1);
}

}  // namespace

TallyLayout::TallyLayout(const Model& model)
    : variants_(model.variants().size() * arms), communities_(model.scenario().record().communities.size()) {
    const auto& calendar = model.scenario().calendar();
    const std::int64_t from_s = std::max<std::int64_t>(0, model.effective_s());
    const std::int64_t length_s = (calendar.until - calendar.from) / Duration{1} - from_s;
    if (length_s <= 0) throw std::invalid_argument("the agreements begin after the period has ended");
    weeks_ = static_cast<std::size_t>((length_s + OutcomeScope::week_s - 1) / OutcomeScope::week_s);
    const auto add = [&](const OutcomeInfo& info) {
        auto& used = cells_[static_cast<std::size_t>(info.shape)];
        const std::size_t cells = cells_of(info.shape, communities_, weeks_);
        outcomes_.push_back({info, cells, used});
        used += cells;
    };
    [&]<class... O>(std::tuple<O...>*) { (add(O::info), ...); }(static_cast<Outcomes*>(nullptr));
}

const TallyLayout::Outcome& TallyLayout::outcome(std::string_view name) const {
    std::vector<std::string> names;
    for (const auto& outcome : outcomes_) {
        if (outcome.info.name == name) return outcome;
        names.emplace_back(outcome.info.name);
    }
    const std::string given(name);
    throw std::invalid_argument("no outcome '" + given + "'" + suggestion(given, names));
}

struct BlockRunner::State {
    explicit State(const Model& model) : runner(model) {}
    Runner runner;
    Outcomes outcomes;
    std::vector<double> cells;

    /// One outcome over one log, into `cells`.
    template <class O>
    void evaluate(O& outcome, std::span<const Event> log, std::size_t count) {
        const auto& scope = runner.scope();
        outcome.begin(scope);
        for (const auto& event : log) {
            if (counts(event, scope.from_s)) outcome.see(event, scope);
        }
        cells.assign(count, 0.0);
        outcome.finish(scope, cells);
    }
};

BlockRunner::BlockRunner(const Model& model, const TallyLayout& layout)
    : model_(model), layout_(layout), state_(std::make_unique<State>(model)) {}
BlockRunner::~BlockRunner() = default;

void BlockRunner::prepare(Tally& tally, std::uint32_t count) const {
    const std::size_t variants = layout_.variants();
    tally.replicates = count;
    tally.scalars.assign(layout_.cells(OutcomeShape::community) * variants * count, 0.0);
    tally.histogram.assign(layout_.cells(OutcomeShape::community_week) * variants * histogram_bins, 0);
    tally.weekly_sum.assign(layout_.cells(OutcomeShape::community_week) * variants, 0.0);
    tally.reason_sum.assign(layout_.cells(OutcomeShape::community_reason) * variants, 0.0);
}

void BlockRunner::add(ReplicateKey key, std::uint32_t index, Tally& tally) {
    const std::size_t variants = layout_.variants();
    for (std::size_t v = 0; v < variants; ++v) {
        const auto log = state_->runner.run(key, v / arms, static_cast<Arm>(v % arms));
        std::size_t next = 0;
        const auto keep = [&](auto& outcome) {
            const auto& [info, count, first] = layout_.outcomes()[next++];
            state_->evaluate(outcome, log, count);
            for (std::size_t i = 0; i < count; ++i) {
                const std::size_t cell = (first + i) * variants + v;
                const double value = state_->cells[i];
                if (info.shape == OutcomeShape::community) tally.scalars[cell * tally.replicates + index] = value;
                if (info.shape == OutcomeShape::community_reason) tally.reason_sum[cell] += value;
                if (info.shape != OutcomeShape::community_week) continue;
                tally.weekly_sum[cell] += value;
                ++tally.histogram[cell * histogram_bins + bin_of(value, info)];
            }
        };
        std::apply([&](auto&... outcome) { (keep(outcome), ...); }, state_->outcomes);
    }
}

}  // namespace aidway
