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
    if (severity < CE_Failure) return;
    static_cast<GdalSession*>(CPLGetErrorHandlerUserData())->keep(message);
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

std::string GdalSession::take_messages() {
    std::string messages = std::exchange(messages_, {});
    std::replace(messages.begin(), messages.end(), '\n', ' ');
    return messages;
}

}  // namespace aidway
