// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "simulation/joined_blocks.hpp"

namespace aidway {

/// Many replicates of one model on several threads. The result depends on model, seed and replicates alone: blocks
/// are handed out in order and joined in order, whoever ran them. Blocks hold 256 replicates, so that a small study
/// keeps two cores busy too. One thread may own a Study and call it.
class Study {
public:
    static constexpr std::uint32_t block_replicates = 256;

    /// Throws std::invalid_argument for no replicates or no threads.
    Study(std::shared_ptr<const Model> model, std::uint64_t seed, std::uint32_t replicates, unsigned threads);
    ~Study();
    Study(const Study&) = delete;
    Study& operator=(const Study&) = delete;

    void start();
    /// Waits up to `time`; true once all threads have ended. Rethrows what ended one of them.
    bool wait(std::chrono::milliseconds time);
    /// Asks the threads to end after their replicate.
    void stop();
    [[nodiscard]] std::uint32_t done() const { return done_.load(std::memory_order_relaxed); }
    [[nodiscard]] std::uint32_t total() const { return replicates_; }
    [[nodiscard]] std::uint64_t seed() const { return seed_; }
    [[nodiscard]] const Model& model() const { return *model_; }
    [[nodiscard]] const TallyLayout& layout() const { return layout_; }

    /// All complete blocks from the first on, joined; only after `wait` has answered true. After `stop` it may hold
    /// fewer replicates than asked for. Only once: what is taken is gone,
    /// and std::logic_error is thrown for the second time.
    [[nodiscard]] Tally take_result();

private:
    void work();

    std::shared_ptr<const Model> model_;
    TallyLayout layout_;
    std::uint64_t seed_;
    std::uint32_t replicates_;
    unsigned thread_count_;
    JoinedBlocks joined_;
    bool taken_ = false;
    std::atomic<std::uint32_t> next_block_{0};
    std::atomic<std::uint32_t> done_{0};
    std::atomic<bool> stopped_{false};
    std::mutex mutex_;
    std::condition_variable ended_;
    unsigned running_ = 0;
    std::exception_ptr failure_;
    std::vector<std::thread> threads_;
};

}  // namespace aidway
