// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>

namespace aidway {

/// Whether a gzipped file unpacks to more than a hundred times its size, and more than 16 MiB: text of maps packs to a
/// tenth or a twentieth. Unpacks it piece by piece until that is known and keeps nothing; false too for a file that
/// cannot be unpacked, which its reader is to tell.
[[nodiscard]] bool swells(const std::filesystem::path& gzipped);

}  // namespace aidway
