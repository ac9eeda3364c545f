// SPDX-License-Identifier: Apache-2.0
// Any bytes as a saved network, as they are and with the checksum put right: a fault, or a network.
#include <cstring>
#include <memory>
#include <span>
#include <string>

#include "core/checksum.hpp"
#include "exercise.hpp"
#include "network/network_file.hpp"

namespace {

constexpr std::size_t checksum_at = 80, header_size = 96;  // of version 1

void read(const std::string& bytes) {
    using namespace aidway;
    const auto words = std::make_shared<std::vector<std::uint64_t>>((bytes.size() + 7) / 8);
    if (!bytes.empty()) std::memcpy(words->data(), bytes.data(), bytes.size());
    std::vector<Diagnostic> faults;
    const auto network = network_in(std::as_bytes(std::span(*words)).first(bytes.size()), words, "roads", faults);
    if (network.has_value() != faults.empty()) throw std::logic_error("neither a network nor a fault, or both");
    if (network) fuzz::exercise(*network);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string bytes(reinterpret_cast<const char*>(data), size);
    read(bytes);
    if (size < header_size) return 0;
    const auto sum = [](std::string_view of) {
        const auto digest = aidway::checksum_of(of);
        return std::string(digest.begin(), digest.end());
    };
    const std::string told = bytes.substr(0, checksum_at) + sum(std::string_view(bytes).substr(header_size));
    bytes.replace(checksum_at, header_size - checksum_at, sum(told));
    read(bytes);
    return 0;
}
