// SPDX-License-Identifier: Apache-2.0
#include "core/stretches.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>
#include <vector>

namespace aidway {

void in_stretches(std::size_t count, std::size_t length, unsigned threads, const StretchWork& work) {
    const std::size_t stretches = (count + length - 1) / length;
    std::atomic<std::size_t> next{0};
    const auto run = [&] {
        for (std::size_t i = next++; i < stretches; i = next++) work(i * length, std::min(count, (i + 1) * length));
    };
    std::vector<std::future<void>> others;  // which wait for their threads, whatever is thrown here
    for (std::size_t i = 1; i < std::min<std::size_t>(threads, stretches); ++i) {
        others.push_back(std::async(std::launch::async, run));
    }
    run();
    for (auto& other : others) other.get();
}

void in_stretches(std::size_t count, std::size_t length, const StretchWork& work) {
    in_stretches(count, length, std::max(1U, std::thread::hardware_concurrency()), work);
}

}  // namespace aidway
