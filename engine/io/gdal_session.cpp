// SPDX-License-Identifier: Apache-2.0
#include "io/gdal_session.hpp"

#include <cpl_error.h>
#include <gdal.h>

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
    std::call_once(once, GDALAllRegister);
}

}  // namespace

GdalSession::GdalSession() {
    register_drivers();
    CPLPushErrorHandlerEx(keep_message, this);
}

GdalSession::~GdalSession() { CPLPopErrorHandler(); }

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
