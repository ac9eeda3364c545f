// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "network/road_network.hpp"

namespace aidway {

/// A network as a file, so that it need not be made of its sources again: a header (what it is, its version, how long
/// its columns are, the network's digest, a checksum of all the rest), the columns as they lie in memory, and the
/// tables of words. Numbers are little-endian. The same network gives the same bytes. Repairs, candidates for gates and
/// notes of a reading are not in it: they are told when the sources are read.

/// What the names of such files end in.
inline constexpr const char* network_file_ending = ".aidwaynet";

/// Written whole or not at all. IoError where that cannot be.
void save_network(const RoadNetwork& network, const std::filesystem::path& path);

/// Maps the file; the network shows it and keeps it mapped, so nobody may write to it meanwhile (`save_network` does
/// not: it renames a new file into its place). Nothing, with a fault, for a file that is another thing, of another
/// version, cut, or not what was written: sizes are held against the length of the file before they are believed, then
/// the checksum, then every index and key, then the digest. IoError where it cannot be opened.
[[nodiscard]] std::optional<RoadNetwork> load_network(const std::filesystem::path& path, const std::string& shown_path,
                                                      std::vector<Diagnostic>& faults);

/// The same from memory, which `owner` keeps; it must be aligned to eight bytes.
[[nodiscard]] std::optional<RoadNetwork> network_in(std::span<const std::byte> bytes, std::shared_ptr<const void> owner,
                                                    const std::string& shown_path, std::vector<Diagnostic>& faults);

}  // namespace aidway
