// SPDX-License-Identifier: Apache-2.0
#include "io/named_files.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <system_error>
#include <utility>

#include "core/diagnostic.hpp"

namespace aidway {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view library_prefix = "common:";
constexpr std::string_view network_prefixes[] = {
    "http://",  "https://",  "ftp://",   "pg:",         "postgresql:", "mysql:",
    "mssql:",   "oci:",      "wfs:http", "wfs3:http",   "oapif:http",  "oapif_collection:http",
    "csw:http", "es:http",   "carto:",   "amigocloud:", "plscenes:",   "ngw:http",
    "eeda:",    "/vsis3/",   "/vsigs/",  "/vsiaz/",     "/vsiadls/",   "/vsicurl/http",
    "/vsioss/", "/vsiswift/"};

std::string lower(std::string_view text) {
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(), [](unsigned char c) { return std::tolower(c); });
    return small;
}

/// "/vsizip/...", "PG:...", "https://...": what GDAL does not take for a plain file.
bool is_special(std::string_view name) {
    if (name.find('<') != std::string_view::npos || lower(name).starts_with("/vsi")) return true;
    const auto colon = name.find(':');
    if (colon == std::string_view::npos || colon < 2) return false;
    return std::all_of(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(colon),
                       [](unsigned char c) { return std::isalnum(c) != 0 || c == '_' || c == '+'; });
}

bool leads_out(const fs::path& name) {
    const auto plain = name.lexically_normal();
    return plain.is_absolute() || (!plain.empty() && *plain.begin() == "..");
}

/// Whether the file that `path` leads to, links followed, lies in `folder`.
bool lies_in(const fs::path& path, const fs::path& folder) {
    std::error_code error;
    const auto there = fs::weakly_canonical(path, error);
    const auto around = fs::weakly_canonical(folder, error);
    if (error) return false;
    return std::mismatch(around.begin(), around.end(), there.begin(), there.end()).first == around.end();
}

std::vector<std::string> files_in(const fs::path& folder) {
    std::vector<std::string> files;
    std::error_code error;
    for (auto at = fs::recursive_directory_iterator(folder, error); !error && at != fs::recursive_directory_iterator();
         at.increment(error)) {
        files.push_back(at->path().lexically_relative(folder).generic_string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// The file and all that GDAL may read with it: what has its stem beside it, and what lies in it if it is a folder.
std::vector<fs::path> companions_of(const fs::path& path) {
    std::vector<fs::path> all{path};
    std::error_code error;
    const std::string stem = lower(path.stem().string());
    for (auto at = fs::directory_iterator(path.parent_path(), error); !error && at != fs::directory_iterator();
         at.increment(error)) {
        if (lower(at->path().filename().string()).starts_with(stem + ".")) all.push_back(at->path());
    }
    if (!fs::is_directory(path, error)) return all;
    for (auto at = fs::recursive_directory_iterator(path, error); !error && at != fs::recursive_directory_iterator();
         at.increment(error)) {
        all.push_back(at->path());
    }
    return all;
}

}  // namespace

bool is_network_address(std::string_view name) {
    const std::string small = lower(name);
    return std::any_of(std::begin(network_prefixes), std::end(network_prefixes),
                       [&](std::string_view prefix) { return small.starts_with(prefix); });
}

NamedFiles::NamedFiles(fs::path folder, ReadingScope scope) : folder_(std::move(folder)), scope_(std::move(scope)) {}

bool NamedFiles::stays_inside(const fs::path& path) const {
    if (scope_.allow_outside) return true;
    std::error_code error;
    return !fs::exists(path, error) || lies_in(path, folder_);
}

NamedFiles::Answer NamedFiles::file(const std::string& name) const {
    if (name.starts_with(library_prefix)) return common_file(scope_.common, name);
    return in_folder(name, false);
}

NamedFiles::Answer NamedFiles::layer(const std::string& name) const {
    if (name.starts_with(library_prefix)) return common_file(scope_.common, name);
    std::error_code error;
    const bool file = !leads_out(name) && fs::exists(folder_ / name, error);
    if (file || !is_special(name)) return in_folder(name, true);
    if (!is_network_address(name)) return {{}, "'" + name + "' is neither a file nor an address that is known"};
    if (scope_.allow_network) return {ShownPath{name, name}, ""};
    return {{}, "'" + name + "' lies on a network, which is not read unless that is allowed (--allow-network)"};
}

NamedFiles::Answer NamedFiles::in_folder(const std::string& name, bool with_companions) const {
    if (!scope_.allow_outside && leads_out(name)) {
        return {{}, "'" + name + "' lies outside the scenario folder: name a file within it"};
    }
    std::error_code error;
    const fs::path path = folder_ / name;
    if (name.empty() || !fs::exists(path, error)) {
        return {{}, "no file '" + name + "' in the folder" + suggestion(name, files_in(folder_))};
    }
    // A layer may be a folder, such as a file geodatabase.
    if (!with_companions && fs::is_directory(path, error)) return {{}, "'" + name + "' is a folder: name a file in it"};
    for (const auto& part : with_companions ? companions_of(path) : std::vector<fs::path>{path}) {
        if (stays_inside(part)) continue;
        const auto shown = part.lexically_relative(folder_).generic_string();
        return {{}, "'" + shown + "' is a link that leads out of the scenario folder: put the file itself there"};
    }
    return {ShownPath{path, name}, ""};
}

NamedFiles::Answer common_file(const fs::path& library, const std::string& name) {
    const std::string inner = name.substr(std::min(name.size(), library_prefix.size()));
    std::error_code error;
    if (library.empty()) return {{}, "there is no data library to find '" + name + "' in"};
    if (!leads_out(inner) && fs::is_regular_file(library / inner, error)) return {ShownPath{library / inner, name}, ""};
    auto known = files_in(library);
    for (auto& file : known) file.insert(0, library_prefix);
    return {{}, "no file '" + name + "' in the data library" + suggestion(name, known)};
}

}  // namespace aidway
