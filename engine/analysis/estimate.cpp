// SPDX-License-Identifier: Apache-2.0
#include "analysis/estimate.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

namespace aidway {
namespace {

constexpr double not_known = std::numeric_limits<double>::quiet_NaN();

double sorted_quantile(const std::vector<double>& sorted, double p) {
    const double place = p * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const auto above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

/// Sums of squares of a one-way analysis of variance whose groups are the parameter points.
struct Variance {
    double points = 0;
    double between = 0;        ///< sum of squares of point means around the mean, weighted by size
    double within = 0;         ///< sum of squares around the point means
    double squared_sizes = 0;  ///< sum of size^2
    double mean_error = 0;     ///< sum of (size / n)^2 (point mean - mean)^2
};

Variance variance_by_point(std::span<const double> values, std::uint32_t per_point, double mean) {
    Variance v;
    const auto n = static_cast<double>(values.size());
    for (std::size_t first = 0; first < values.size(); first += per_point) {
        const auto group = values.subspan(first, std::min<std::size_t>(per_point, values.size() - first));
        const auto size = static_cast<double>(group.size());
        double sum = 0;
        for (const double x : group) sum += x;
        const double centre = sum / size;
        for (const double x : group) v.within += (x - centre) * (x - centre);
        const double apart = (centre - mean) * (centre - mean);
        v.points += 1;
        v.between += size * apart;
        v.squared_sizes += size * size;
        v.mean_error += size / n * (size / n) * apart;
    }
    return v;
}

double epistemic_share(const Variance& v, double n) {
    if (v.points < 2 || n <= v.points) return not_known;
    const double within = v.within / (n - v.points);
    const double typical_size = (n - v.squared_sizes / n) / (v.points - 1);
    const double between = (v.between / (v.points - 1) - within) / typical_size;
    const double total = std::max(0.0, between) + within;
    return total > 0 ? std::max(0.0, between) / total : 0.0;
}

}  // namespace

Estimate estimate(std::span<const double> values, std::uint32_t per_point) {
    if (values.empty()) throw std::invalid_argument("no values to estimate from");
    if (per_point == 0) throw std::invalid_argument("replicates per parameter point: at least 1");
    const auto n = static_cast<double>(values.size());
    Estimate result;
    result.replicates = values.size();
    // Sums run over differences from the first value: what never varies has no variance by rounding either.
    std::vector<double> shifted(values.begin(), values.end());
    for (double& x : shifted) x -= values.front();
    double centre = 0;
    for (const double x : shifted) centre += x;
    centre /= n;
    result.mean = values.front() + centre;
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    result.low = sorted_quantile(sorted, 0.1);
    result.high = sorted_quantile(sorted, 0.9);
    const Variance v = variance_by_point(shifted, per_point, centre);
    result.standard_error = v.points < 2 ? not_known : std::sqrt(v.mean_error * v.points / (v.points - 1));
    result.epistemic_share = epistemic_share(v, n);
    return result;
}

bool enough(const Estimate& estimate) {
    const double width = estimate.high - estimate.low;
    return estimate.standard_error <= (width > 0 ? width : std::abs(estimate.mean)) / 20;
}

PairedDifference paired_difference(std::span<const double> b, std::span<const double> a, std::uint32_t per_point,
                                   Better better) {
    if (a.size() != b.size()) throw std::invalid_argument("paired values must be of one length");
    std::vector<double> differences(a.size());
    PairedDifference result;
    double gains = 0;
    double ties = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        differences[i] = b[i] - a[i];
        const double gain = better == Better::lower ? -differences[i] : differences[i];
        if (gain > 0) gains += 1;
        if (gain == 0) ties += 1;
        if (better != Better::none) result.largest_regret = std::max(result.largest_regret, -gain);
    }
    result.difference = estimate(differences, per_point);
    result.p_better = gains / static_cast<double>(a.size());
    result.p_tie = ties / static_cast<double>(a.size());
    return result;
}

}  // namespace aidway
