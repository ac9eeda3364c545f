// SPDX-License-Identifier: Apache-2.0
#include "io/osm/unpacked_size.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <memory>
#include <system_error>

namespace aidway {

bool swells(const std::filesystem::path& gzipped) {
    constexpr std::uint64_t most_per_byte = 100, always = std::uint64_t{16} << 20U;
    std::error_code error;
    const auto size = std::filesystem::file_size(gzipped, error);
    if (error) return false;
    struct Close {
        void operator()(gzFile file) const { gzclose_r(file); }
    };
    const std::unique_ptr<gzFile_s, Close> file(gzopen(gzipped.c_str(), "rb"));
    if (!file) return false;
    const std::uint64_t most = std::max(always, most_per_byte * size);
    std::array<char, 65'536> piece;
    std::uint64_t sum = 0;
    for (int got = 0; sum <= most && (got = gzread(file.get(), piece.data(), piece.size())) > 0;) {
        sum += static_cast<std::uint64_t>(got);
    }
    return sum > most;
}

}  // namespace aidway
