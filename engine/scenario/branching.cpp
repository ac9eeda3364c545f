// SPDX-License-Identifier: Apache-2.0
#include "scenario/branching.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace aidway {
namespace {

/// Solves (scale I - brings) x = right in place and says whether the solution is the limit of answers to answers: for a
/// matrix that is nowhere negative, if and only if all pivots are positive its spectral radius is below `scale`
/// (Berman and Plemmons 1994, "Nonnegative Matrices in the Mathematical Sciences", chapter 6).
bool solve(const Branching& branching, double scale, std::vector<double>& right) {
    const std::size_t n = branching.parties;
    Branching m = branching;
    for (auto& entry : m.brings) entry = -entry;
    for (std::size_t i = 0; i < n; ++i) m.at(i, i) += scale;
    for (std::size_t k = 0; k < n; ++k) {
        if (!(m.at(k, k) > 0)) return false;
        for (std::size_t i = k + 1; i < n; ++i) {
            const double factor = m.at(i, k) / m.at(k, k);
            for (std::size_t j = k; j < n; ++j) m.at(i, j) -= factor * m.at(k, j);
            right[i] -= factor * right[k];
        }
    }
    for (std::size_t k = n; k-- > 0;) {
        for (std::size_t j = k + 1; j < n; ++j) right[k] -= m.at(k, j) * right[j];
        right[k] /= m.at(k, k);
    }
    return true;
}

bool is_below(const Branching& branching, double scale) {
    std::vector<double> unused(branching.parties, 0.0);
    return solve(branching, scale, unused);
}

bool is_finite(const Branching& branching) {
    return std::all_of(branching.brings.begin(), branching.brings.end(), [](double x) { return std::isfinite(x); });
}

}  // namespace

Branching branching_of(const ScenarioRecord& record, std::span<const Uncertain> uncertain) {
    Branching branching{record.parties.size(), {}};
    branching.brings.assign(branching.parties * branching.parties, 0.0);
    for (const auto& [who, row] : record.violence->answers->by) {
        const auto answers = record.parties.index_of(who.text);
        for (const auto& [whom, brings] : row) {
            const auto answered = record.parties.index_of(whom.text);
            if (!answers || !answered) continue;
            const std::string path = "violence/answers/by/" + who.text + "/" + whom.text;
            const auto law = std::find_if(uncertain.begin(), uncertain.end(),
                                          [&](const Uncertain& value) { return value.path == path; });
            branching.at(*answers, *answered) = law == uncertain.end() ? brings : support(law->law).high;
        }
    }
    return branching;
}

bool dies_out(const Branching& branching) { return is_finite(branching) && is_below(branching, 1.0); }

double spectral_radius(const Branching& branching) {
    if (!is_finite(branching)) return std::numeric_limits<double>::infinity();
    // No radius is above the greatest sum of a row; fifty halvings use up the digits of a double.
    constexpr int halvings = 50;
    double low = 0, high = 0;
    for (std::size_t i = 0; i < branching.parties; ++i) {
        double sum = 0;
        for (std::size_t j = 0; j < branching.parties; ++j) sum += branching.at(i, j);
        high = std::max(high, sum);
    }
    for (int i = 0; i < halvings && high > 0; ++i) {
        const double middle = low + (high - low) / 2;
        (is_below(branching, middle) ? high : low) = middle;
    }
    return high;
}

std::vector<double> long_run(const Branching& branching, std::vector<double> unprovoked) {
    solve(branching, 1.0, unprovoked);
    return unprovoked;
}

}  // namespace aidway
