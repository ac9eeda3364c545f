// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace aidway {

/// While it lives, GDAL is silent on this thread and its messages are kept here; it runs no Python of virtual files,
/// reads no table of a database that stands for another file, and, unless `network` is set, fetches nothing. Sessions
/// nest; the inner one hears.
class GdalSession {
public:
    explicit GdalSession(bool network = false);
    ~GdalSession();
    GdalSession(const GdalSession&) = delete;
    GdalSession& operator=(const GdalSession&) = delete;

    /// Failures (no warnings) since the session began or since the last call, joined by "; ", in one line.
    [[nodiscard]] std::string take_messages();
    /// Likewise the warnings.
    [[nodiscard]] std::string take_warnings();
    void keep(const char* message);
    void keep_warning(const char* message);

private:
    std::string messages_;
    std::string warnings_;
    std::vector<std::pair<const char*, std::optional<std::string>>> options_;  // as they were before
};

}  // namespace aidway
