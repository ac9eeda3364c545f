// SPDX-License-Identifier: Apache-2.0
#include "core/diagnostic.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

namespace aidway {
namespace {

std::vector<Diagnostic> ordered(std::vector<Diagnostic> faults) {
    std::sort(faults.begin(), faults.end());
    faults.erase(std::unique(faults.begin(), faults.end()), faults.end());
    return faults;
}

std::string joined(const std::vector<Diagnostic>& faults) {
    std::string all;
    for (const auto& fault : ordered(faults)) all += (all.empty() ? "" : "\n") + fault.text();
    return all.empty() ? "the scenario cannot be used" : all;
}

/// Levenshtein distance in bytes, by one row of the table.
std::size_t edit_distance(const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, replaced}));
        }
    }
    return row.back();
}

}  // namespace

std::string Diagnostic::text() const {
    std::string place = file;
    if (at.line > 0) {
        place += (place.empty() ? "" : ":") + std::to_string(at.line) + ":" + std::to_string(at.column);
    } else if (!feature.empty()) {
        place += (place.empty() ? "" : ": ") + feature;
    }
    return place.empty() ? message : place + ": " + message;
}

ScenarioError::ScenarioError(std::vector<Diagnostic> faults)
    : std::runtime_error(joined(faults)), faults_(ordered(std::move(faults))) {}

const std::string* nearest(const std::string& got, const std::vector<std::string>& valid) {
    std::size_t least = got.size() / 3 + 2;
    const std::string* best = nullptr;
    for (const auto& name : valid) {
        const std::size_t gap = name.size() > got.size() ? name.size() - got.size() : got.size() - name.size();
        if (gap >= least) continue;
        if (const auto distance = edit_distance(got, name); distance < least) {
            least = distance;
            best = &name;
        }
    }
    return best;
}

std::string suggestion(const std::string& got, const std::vector<std::string>& valid) {
    const auto* best = nearest(got, valid);
    return best ? "; did you mean '" + *best + "'?" : "";
}

}  // namespace aidway
