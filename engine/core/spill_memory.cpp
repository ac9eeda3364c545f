// SPDX-License-Identifier: Apache-2.0
#include "core/spill_memory.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <filesystem>
#include <new>
#include <system_error>

namespace aidway {
namespace {

void* map(std::size_t bytes, int flags, int file) {
    void* const memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, flags, file, 0);
    return memory == MAP_FAILED ? nullptr : memory;
}

/// A null pointer where it cannot be had. The room on the disk is taken at once: to find none of it when a page is
/// written would end the process.
void* map_file(std::size_t bytes) {
    std::error_code none;
    const auto folder = std::filesystem::temp_directory_path(none);
    if (none) return nullptr;
    const int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (file < 0) return nullptr;
    const bool has_room = ::posix_fallocate(file, 0, static_cast<off_t>(bytes)) == 0;
    void* const memory = has_room ? map(bytes, MAP_SHARED, file) : nullptr;
    ::close(file);  // the mapping keeps it
    return memory;
}

}  // namespace

void* allocate_spilled(std::size_t bytes) {
    if (bytes < spilled_from_bytes) return ::operator new(bytes);
    void* memory = map_file(bytes);
    if (memory == nullptr) memory = map(bytes, MAP_PRIVATE | MAP_ANONYMOUS, -1);
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}

void free_spilled(void* memory, std::size_t bytes) noexcept {
    if (bytes < spilled_from_bytes) {
        ::operator delete(memory);
    } else {
        ::munmap(memory, bytes);
    }
}

}  // namespace aidway
