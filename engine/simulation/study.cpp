// SPDX-License-Identifier: Apache-2.0
#include "simulation/study.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace aidway {

Study::Study(std::shared_ptr<const Model> model, std::uint64_t seed, std::uint32_t replicates, unsigned threads)
    : model_(std::move(model)),
      layout_(*model_),
      seed_(seed),
      replicates_(replicates),
      thread_count_(threads),
      joined_(layout_, replicates, block_replicates) {
    if (replicates == 0) throw std::invalid_argument("replicates: at least 1");
    if (threads == 0) throw std::invalid_argument("threads: at least 1");
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
            const std::uint64_t first = std::uint64_t{block} * block_replicates;
            if (first >= replicates_) break;
            const auto begin = static_cast<std::uint32_t>(first);
            Tally tally;
            const bool whole = runner.run(seed_, begin, std::min(block_replicates, replicates_ - begin), tally, [this] {
                done_.fetch_add(1, std::memory_order_relaxed);
                return !stopped_.load(std::memory_order_relaxed);
            });
            if (!whole) break;
            const std::lock_guard lock(mutex_);
            joined_.add(block, std::move(tally));
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

Tally Study::take_result() {
    if (std::exchange(taken_, true)) throw std::logic_error("the result has been taken");
    return joined_.take();
}

}  // namespace aidway
