// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/spill_memory.hpp"
#include "simulation/model.hpp"
#include "simulation/outcome.hpp"

namespace aidway {

/// Bins of the histogram of a weekly cell; a value on the upper end falls into the last.
inline constexpr std::size_t histogram_bins = 200;

/// The outcomes of a model, and where the cells of each lie in a tally.
class TallyLayout {
public:
    struct Outcome {
        OutcomeInfo info;
        std::size_t cells = 0;  ///< per replicate, agreement and arm
        std::size_t first = 0;  ///< among the outcomes of its shape
        bool present = true;    ///< false where the scenario lacks what it needs: it has no cells
        double bins_span = 1;   ///< of its histogram: from `low` to `high`, or the logarithm of their ratio
    };

    explicit TallyLayout(const Model& model);
    [[nodiscard]] const std::vector<Outcome>& outcomes() const { return outcomes_; }
    /// By name; std::invalid_argument naming the nearest when there is none, or what the scenario lacks for it.
    [[nodiscard]] const Outcome& outcome(std::string_view name) const;
    [[nodiscard]] std::size_t variants() const { return variants_; }  ///< agreements times arms
    [[nodiscard]] std::size_t communities() const { return communities_; }
    [[nodiscard]] std::size_t weeks() const { return weeks_; }
    [[nodiscard]] std::size_t parties() const { return parties_; }
    [[nodiscard]] std::size_t cells(OutcomeShape shape) const { return cells_[static_cast<std::size_t>(shape)]; }
    /// Of the shapes community, scenario and party, in this order.
    [[nodiscard]] std::size_t scalar_cells() const {
        return cells(OutcomeShape::community) + cells(OutcomeShape::scenario) + cells(OutcomeShape::party);
    }
    /// Of the shapes community_reason and community_stage, in this order.
    [[nodiscard]] std::size_t part_cells() const {
        return cells(OutcomeShape::community_reason) + cells(OutcomeShape::community_stage);
    }
    /// Where an outcome's cells begin in the column of a tally that holds them.
    [[nodiscard]] std::size_t first_cell(const Outcome& outcome) const {
        switch (outcome.info.shape) {
            case OutcomeShape::scenario: return outcome.first + cells(OutcomeShape::community);
            case OutcomeShape::party:
                return outcome.first + cells(OutcomeShape::community) + cells(OutcomeShape::scenario);
            case OutcomeShape::community_stage: return outcome.first + cells(OutcomeShape::community_reason);
            default: return outcome.first;
        }
    }

private:
    std::vector<Outcome> outcomes_;
    std::array<std::size_t, outcome_shapes> cells_{};
    std::size_t variants_ = 0;
    std::size_t communities_ = 0;
    std::size_t parties_ = 0;
    std::size_t weeks_ = 0;
};

/// What is kept of replicates. Of weekly cells histograms and sums, of logarithms where the mean is
/// geometric; of all others every replicate: reasons and stages, of which there are many, to seven digits. Many of
/// them lie in a file (core/spill_memory.hpp).
struct Tally {
    std::uint32_t replicates = 0;
    std::uint32_t bands_used = 0;         ///< of intensity, in the replicate that used most; see Runner::bands_used
    SpillVector<double> scalars;          ///< [cell][variant][replicate]
    std::vector<std::int64_t> histogram;  ///< [cell][variant][bin]
    std::vector<double> weekly_sum;       ///< [cell][variant]
    SpillVector<float> parts;             ///< [cell][variant][replicate]
    bool operator==(const Tally&) const = default;
};

/// Fills tallies, agreements and arms in the inner loop. One per thread; model and layout must outlive it.
class BlockRunner {
public:
    BlockRunner(const Model& model, const TallyLayout& layout);
    ~BlockRunner();
    /// All outcomes of the replicates [first, first + count). `on_replicate` is called after each; when it answers
    /// false the block is given up and the answer is false.
    template <class Continue>
    bool run(std::uint64_t seed, std::uint32_t first, std::uint32_t count, Tally& tally, const Continue& on_replicate) {
        prepare(tally, count);
        for (std::uint32_t i = 0; i < count; ++i) {
            add({seed, first + i}, i, tally);
            if (!on_replicate()) return false;
        }
        return true;
    }

private:
    struct State;
    void prepare(Tally& tally, std::uint32_t count) const;
    void add(ReplicateKey key, std::uint32_t index, Tally& tally);
    void keep(const TallyLayout::Outcome& outcome, std::size_t variant, std::uint32_t index, Tally& tally);
    const Model& model_;
    const TallyLayout& layout_;
    std::unique_ptr<State> state_;
};

}  // namespace aidway
