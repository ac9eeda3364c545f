// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace aidway {

/// While it lives, GDAL is silent on this thread and its messages are kept here. Sessions nest; the inner one hears.
class GdalSession {
public:
    GdalSession();
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
};

}  // namespace aidway
