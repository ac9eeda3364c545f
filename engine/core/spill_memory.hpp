// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace aidway {

/// From so many bytes on memory lies in a file.
inline constexpr std::size_t spilled_from_bytes = std::size_t{1} << 20U;

/// Memory whose pages, where it is long, are those of a file without a name in the folder for temporary files (TMPDIR,
/// or /tmp): the system writes them out when memory is short and takes them back when they are asked for, so that what
/// a process must keep in memory does not grow with what it counts. Where no such file can be had, or the disk has no
/// room for it, plain memory. Throws std::bad_alloc where there is neither.
[[nodiscard]] void* allocate_spilled(std::size_t bytes);
void free_spilled(void* memory, std::size_t bytes) noexcept;

template <class T>
struct SpillMemory {
    using value_type = T;
    SpillMemory() = default;
    template <class U>
    explicit(false) SpillMemory(const SpillMemory<U>&) noexcept {}
    T* allocate(std::size_t count) { return static_cast<T*>(allocate_spilled(count * sizeof(T))); }
    void deallocate(T* memory, std::size_t count) noexcept { free_spilled(memory, count * sizeof(T)); }
    bool operator==(const SpillMemory&) const = default;
};

/// A vector of what is counted for every replicate.
template <class T>
using SpillVector = std::vector<T, SpillMemory<T>>;

}  // namespace aidway
