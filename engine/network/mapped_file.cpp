// SPDX-License-Identifier: Apache-2.0
#include "network/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "core/diagnostic.hpp"

namespace aidway {
namespace {

class Descriptor {
public:
    explicit Descriptor(const std::filesystem::path& path) : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const noexcept { return number_; }

private:
    int number_;
};

}  // namespace

MappedFile::MappedFile(const std::filesystem::path& path) {
    const auto refuse = [&path](const std::string& reason) { throw IoError(path.string() + ": " + reason); };
    const auto system_reason = [] { return std::generic_category().message(errno); };
    const Descriptor file(path);
    struct stat status {};
    if (file.number() < 0 || ::fstat(file.number(), &status) != 0) refuse(system_reason());
    if (!S_ISREG(status.st_mode)) refuse("is not an ordinary file");
    if (status.st_size == 0) return;  // nothing can be mapped, and nothing need be
    const auto size = static_cast<std::size_t>(status.st_size);
    void* const begin = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
    if (begin == MAP_FAILED) refuse(system_reason());  // NOLINT(performance-no-int-to-ptr): the system's own macro
    bytes_ = {static_cast<const std::byte*>(begin), size};
}

MappedFile::~MappedFile() {
    // The system's function takes no const pointer, and does not write.
    if (!bytes_.empty()) ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

}  // namespace aidway
