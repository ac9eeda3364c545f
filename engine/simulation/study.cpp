// SPDX-License-Identifier: Apache-2.0
#include "simulation/study.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace aidway {
namespace {

template <class T>
void add_to(std::vector<T>& sum, const std::vector<T>& part) {
    if (sum.empty()) sum.assign(part.size(), T{});
    for (std::size_t i = 0; i < part.size(); ++i) sum[i] += part[i];
}

/// Copies the rows of `part`, [row][replicate], into those of the whole, from replicate `first` on.
template <class T>
void place(std::vector<T>& whole, std::uint32_t replicates, const std::vector<T>& part, std::uint32_t count,
           std::uint32_t first) {
    for (std::size_t row = 0; row < part.size() / count; ++row) {
        std::copy_n(part.begin() + static_cast<std::ptrdiff_t>(row * count), count,
                    whole.begin() + static_cast<std::ptrdiff_t>(row * replicates + first));
    }
}

}  // namespace

Tally join(const TallyLayout& layout, const std::vector<const Tally*>& parts) {
    Tally whole;
    for (const Tally* part : parts) whole.replicates += part->replicates;
    whole.scalars.resize(layout.scalar_cells() * layout.variants() * whole.replicates);
    whole.parts.resize(layout.part_cells() * layout.variants() * whole.replicates);
    std::uint32_t first = 0;
    for (const Tally* part : parts) {
        place(whole.scalars, whole.replicates, part->scalars, part->replicates, first);
        place(whole.parts, whole.replicates, part->parts, part->replicates, first);
        first += part->replicates;
        add_to(whole.histogram, part->histogram);
        add_to(whole.weekly_sum, part->weekly_sum);
    }
    return whole;
}

Study::Study(std::shared_ptr<const Model> model, std::uint64_t seed, std::uint32_t replicates, unsigned threads)
    : model_(std::move(model)), layout_(*model_), seed_(seed), replicates_(replicates), thread_count_(threads) {
    if (replicates == 0) throw std::invalid_argument("replicates: at least 1");
    if (threads == 0) throw std::invalid_argument("threads: at least 1");
    blocks_.resize((replicates + block_replicates - 1) / block_replicates);
}

Study::~Study() {
    stop();
    for (auto& thread : threads_) thread.join();
}

void Study::start() {
    if (!threads_.empty()) throw std::logic_error("the study has been started");
    running_ = thread_count_;
    for (unsigned t = 0; t < thread_count_; ++t) threads_.emplace_back([this] { work(); });
}

void Study::work() {
    try {
        BlockRunner runner(*model_, layout_);
        while (!stopped_.load(std::memory_order_relaxed)) {
            const std::uint32_t block = next_block_.fetch_add(1, std::memory_order_relaxed);
            if (block >= blocks_.size()) break;
            const std::uint32_t first = block * block_replicates;
            Tally tally;
            const bool whole = runner.run(seed_, first, std::min(block_replicates, replicates_ - first), tally, [this] {
                done_.fetch_add(1, std::memory_order_relaxed);
                return !stopped_.load(std::memory_order_relaxed);
            });
            if (!whole) break;
            const std::lock_guard lock(mutex_);
            blocks_[block] = std::move(tally);
        }
    } catch (...) {
        const std::lock_guard lock(mutex_);
        if (!failure_) failure_ = std::current_exception();
        stopped_.store(true);
    }
    const std::lock_guard lock(mutex_);
    if (--running_ == 0) ended_.notify_all();
}

bool Study::wait(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    if (!ended_.wait_for(lock, time, [this] { return running_ == 0; })) return false;
    if (failure_) std::rethrow_exception(failure_);
    return true;
}

void Study::stop() { stopped_.store(true); }

Tally Study::result() const {
    std::vector<const Tally*> complete;
    for (const auto& block : blocks_) {
        if (!block) break;
        complete.push_back(&*block);
    }
    return aidway::join(layout_, complete);
}

}  // namespace aidway
