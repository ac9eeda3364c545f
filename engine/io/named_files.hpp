// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aidway {

/// A path with a name to show to people in faults.
struct ShownPath {
    std::filesystem::path path;
    std::string shown;
};

/// What may be read when a scenario is opened, which may come from a stranger.
struct ReadingScope {
    std::filesystem::path common{};  ///< folder of the data library, where `common:NAME` lies; empty: there is none
    bool allow_outside = false;      ///< also what lies outside the folder: absolute paths, "..", links that lead out
    bool allow_network = false;      ///< also layers that GDAL fetches from a network: https://, /vsicurl/, PG: ...
};

/// Finds the files that a scenario names: within its folder, and in the data library as `common:NAME`.
class NamedFiles {
public:
    NamedFiles(std::filesystem::path folder, ReadingScope scope);

    /// What a name leads to, or what is wrong with it.
    struct Answer {
        std::optional<ShownPath> path;
        std::string fault;
    };
    /// Of a file that is read here.
    [[nodiscard]] Answer file(const std::string& name) const;
    /// Of a layer that GDAL reads: where the scope allows it, also an address on a network, as it stands. Files beside
    /// it with the same stem belong to it.
    [[nodiscard]] Answer layer(const std::string& name) const;
    /// Whether a path within the folder, or a link in its place, stays there: true also where the scope does not care.
    [[nodiscard]] bool stays_inside(const std::filesystem::path& path) const;

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

private:
    [[nodiscard]] Answer in_folder(const std::string& name, bool with_companions) const;

    std::filesystem::path folder_;
    ReadingScope scope_;
};

/// Whether GDAL would fetch this name over a network.
[[nodiscard]] bool is_network_address(std::string_view name);

/// The file that a data library keeps under `common:NAME`; what is wrong otherwise.
[[nodiscard]] NamedFiles::Answer common_file(const std::filesystem::path& library, const std::string& name);

}  // namespace aidway
