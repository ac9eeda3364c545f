// SPDX-License-Identifier: Apache-2.0
#include "core/fields/reading.hpp"

#include <utility>

#include "core/fields/reader.hpp"

namespace aidway {

std::string_view name_of(Confidence confidence) {
    switch (confidence) {
        case Confidence::seen: return "seen";
        case Confidence::derived: return "derived";
        case Confidence::assumed: return "assumed";
    }
    return "assumed";
}

Diagnostic Reading::fault_at(std::string_view path, std::string message) const {
    for (std::string_view around = path;;) {
        for (const auto& value : provenance) {
            const std::string_view at = value.path;
            const bool beneath =
                around.empty() || (at.starts_with(around) && (at.size() == around.size() || at[around.size()] == '/'));
            if (beneath) return {value.file, value.at, "", std::move(message)};
        }
        if (around.empty()) return {"", {}, "", std::move(message)};
        const auto slash = around.rfind('/');
        around = slash == std::string_view::npos ? std::string_view{} : around.substr(0, slash);
    }
}

void Reading::throw_if_faulty() const {
    if (!faults.empty()) throw ScenarioError(faults);
}

void read(const Type& type, const Node& tree, const Origin& origin, void* out, Reading& reading) {
    Reader(origin, reading).read(type, tree, out, {});
}

}  // namespace aidway
