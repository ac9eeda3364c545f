// SPDX-License-Identifier: Apache-2.0
#include "io/gdal_session.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>
#include <ogr_srs_api.h>

#include <algorithm>
#include <mutex>
#include <utility>

namespace aidway {
namespace {

void CPL_STDCALL keep_message(CPLErr severity, CPLErrorNum, const char* message) {
    auto& session = *static_cast<GdalSession*>(CPLGetErrorHandlerUserData());
    if (severity >= CE_Failure) session.keep(message);
    if (severity == CE_Warning) session.keep_warning(message);
}

std::string in_one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

void register_drivers() {
    static std::once_flag once;  // GDAL's own table of drivers is one per process
    std::call_once(once, [] {
        GDALAllRegister();
        OSRSetPROJEnableNetwork(0);  // PROJ would fetch grids
    });
}

using Option = std::pair<const char*, const char*>;
constexpr Option always[] = {{"GDAL_VRT_ENABLE_PYTHON", "NO"}, {"OGR_SQLITE_STATIC_VIRTUAL_OGR", "NO"}};
// No driver that is allowed fetches anything but a coordinate system; nothing listens at this proxy.
constexpr Option offline[] = {{"GDAL_HTTP_PROXY", "127.0.0.1:1"}, {"CPL_VSIL_CURL_ALLOWED_EXTENSIONS", "{none}"}};

}  // namespace

GdalSession::GdalSession(bool network) {
    register_drivers();
    CPLPushErrorHandlerEx(keep_message, this);
    const auto set = [this](const Option& option) {
        const char* before = CPLGetThreadLocalConfigOption(option.first, nullptr);
        options_.emplace_back(option.first, before != nullptr ? std::optional<std::string>(before) : std::nullopt);
        CPLSetThreadLocalConfigOption(option.first, option.second);
    };
    for (const Option& option : always) set(option);
    if (network) return;
    for (const Option& option : offline) set(option);
}

GdalSession::~GdalSession() {
    for (const auto& [key, before] : options_) CPLSetThreadLocalConfigOption(key, before ? before->c_str() : nullptr);
    CPLPopErrorHandler();
}

void GdalSession::keep(const char* message) {
    if (!messages_.empty()) messages_ += "; ";
    messages_ += message;
}

void GdalSession::keep_warning(const char* message) {
    constexpr std::size_t enough = 2'000;  // a layer may warn at every feature
    if (warnings_.size() > enough) return;
    if (!warnings_.empty()) warnings_ += "; ";
    warnings_ += message;
}

std::string GdalSession::take_messages() { return in_one_line(std::exchange(messages_, {})); }

std::string GdalSession::take_warnings() { return in_one_line(std::exchange(warnings_, {})); }

}  // namespace aidway
