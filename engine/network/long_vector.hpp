// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace aidway {

/// Memory in large pages where it is long enough and the system has them: millions of entries that are looked up here
/// and there cost fewer faults and fewer searches for pages.
void* allocate_long(std::size_t bytes);
void free_long(void* memory, std::size_t bytes) noexcept;

template <class T>
struct LongMemory {
    using value_type = T;
    LongMemory() = default;
    template <class U>
    explicit(false) LongMemory(const LongMemory<U>&) noexcept {}
    T* allocate(std::size_t count) { return static_cast<T*>(allocate_long(count * sizeof(T))); }
    void deallocate(T* memory, std::size_t count) noexcept { free_long(memory, count * sizeof(T)); }
    bool operator==(const LongMemory&) const = default;
};

/// A vector for what a large network has millions of.
template <class T>
using LongVector = std::vector<T, LongMemory<T>>;

}  // namespace aidway
