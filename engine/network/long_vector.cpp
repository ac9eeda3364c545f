// SPDX-License-Identifier: Apache-2.0
#include "network/long_vector.hpp"

#include <sys/mman.h>

#include <new>

namespace aidway {
namespace {

constexpr std::size_t page = std::size_t{1} << 21U;

bool is_long(std::size_t bytes) { return bytes >= 2 * page; }

}  // namespace

void* allocate_long(std::size_t bytes) {
    if (!is_long(bytes)) return ::operator new(bytes);
    void* const memory = ::operator new(bytes, std::align_val_t(page));
    ::madvise(memory, bytes, MADV_HUGEPAGE);  // a wish: whether it is granted does not matter
    return memory;
}

void free_long(void* memory, std::size_t bytes) noexcept {
    // Not as one conditional expression: clang 14 makes code of it that calls both.
    if (is_long(bytes)) {
        ::operator delete(memory, std::align_val_t(page));
    } else {
        ::operator delete(memory);
    }
}

}  // namespace aidway
