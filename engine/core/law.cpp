// SPDX-License-Identifier: Apache-2.0
#include "core/law.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "core/beta_shape.hpp"
#include "core/real_math.hpp"
#include "core/samplers.hpp"

namespace aidway {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

double pert(const std::vector<double>& n, double u) {
    const double width = n[2] - n[0];
    if (!(width > 0)) return n[0];
    // Mean (low + 4 mode + high) / 6.
    const BetaShape shape(1.0 + 4.0 * (n[1] - n[0]) / width, 1.0 + 4.0 * (n[2] - n[1]) / width);
    return std::clamp(n[0] + width * shape.quantile(u).x, n[0], n[2]);
}

double discrete(const std::vector<double>& n, double u) {
    const auto i = static_cast<std::size_t>(u * static_cast<double>(n.size()));
    return n[std::min(i, n.size() - 1)];
}

}  // namespace

double quantile(const Law& law, double u) {
    const auto& n = law.numbers;
    switch (law.kind) {
        case LawKind::point: return n[0];
        case LawKind::uniform: return n[0] + u * (n[1] - n[0]);
        case LawKind::triangular: return triangular(n[0], n[1], n[2], u);
        case LawKind::normal: return n[0] + n[1] * normal_quantile(u);
        case LawKind::lognormal: return n[0] * real_exp(n[1] * normal_quantile(u));
        case LawKind::beta: return BetaShape(n[0], n[1]).quantile(u).x;
        case LawKind::pert: return pert(n, u);
        case LawKind::discrete: return discrete(n, u);
    }
    throw std::logic_error("no such law");
}

double mean(const Law& law) {
    const auto& n = law.numbers;
    switch (law.kind) {
        case LawKind::point:
        case LawKind::normal: return n[0];
        case LawKind::uniform: return (n[0] + n[1]) / 2.0;
        case LawKind::triangular: return (n[0] + n[1] + n[2]) / 3.0;
        case LawKind::lognormal: return n[0] * real_exp(n[1] * n[1] / 2.0);
        case LawKind::beta: return n[0] / (n[0] + n[1]);
        case LawKind::pert: return (n[0] + 4.0 * n[1] + n[2]) / 6.0;
        case LawKind::discrete: {
            double sum = 0;
            for (const double value : n) sum += value;
            return sum / static_cast<double>(n.size());
        }
    }
    throw std::logic_error("no such law");
}

Support support(const Law& law) {
    const auto& n = law.numbers;
    switch (law.kind) {
        case LawKind::point: return {n[0], n[0]};
        case LawKind::uniform: return {n[0], n[1]};
        case LawKind::triangular:
        case LawKind::pert: return {n[0], n[2]};
        case LawKind::normal: return n[1] > 0 ? Support{-infinite, infinite} : Support{n[0], n[0]};
        case LawKind::lognormal: return n[1] > 0 ? Support{0, infinite} : Support{n[0], n[0]};
        case LawKind::beta: return {0, 1};
        case LawKind::discrete: {
            const auto [low, high] = std::minmax_element(n.begin(), n.end());
            return {*low, *high};
        }
    }
    throw std::logic_error("no such law");
}

std::optional<std::string> fault_of(const Law& law) {
    const auto& n = law.numbers;
    const std::string name(name_of(law.kind));
    const auto need = [&](std::size_t count, const char* what) -> std::optional<std::string> {
        if (n.size() == count) return std::nullopt;
        return name + " needs " + std::to_string(count) + " numbers (" + what + "), got " + std::to_string(n.size());
    };
    // The limit on size keeps every product of two widths finite.
    if (!std::all_of(n.begin(), n.end(), [](double v) { return std::abs(v) <= 1e100; })) {
        return name + " needs finite numbers of at most 1e100 in size";
    }
    switch (law.kind) {
        case LawKind::point: return need(1, "value");
        case LawKind::uniform:
            if (auto fault = need(2, "low, high")) return fault;
            if (!(n[0] <= n[1])) return "uniform needs low <= high";
            return std::nullopt;
        case LawKind::triangular:
        case LawKind::pert:
            if (auto fault = need(3, "low, mode, high")) return fault;
            if (!(n[0] <= n[1] && n[1] <= n[2])) return name + " needs low <= mode <= high";
            return std::nullopt;
        case LawKind::normal:
            if (auto fault = need(2, "mean, standard deviation")) return fault;
            if (n[1] < 0) return "normal needs a standard deviation of at least 0";
            return std::nullopt;
        case LawKind::lognormal:
            if (auto fault = need(2, "median, sigma of the logarithm")) return fault;
            if (!(n[0] > 0)) return "lognormal needs a median above 0";
            if (!(n[1] >= 0 && n[1] <= 20)) return "lognormal needs a sigma in [0, 20]";
            return std::nullopt;
        case LawKind::beta:
            if (auto fault = need(2, "alpha, beta")) return fault;
            if (n[0] < 0.05 || n[1] < 0.05 || n[0] > 1e5 || n[1] > 1e5)
                return "beta needs alpha and beta in [0.05, 100000]";
            return std::nullopt;
        case LawKind::discrete:
            if (n.empty()) return "discrete needs at least one value";
            return std::nullopt;
    }
    throw std::logic_error("no such law");
}

const std::vector<std::string>& law_names() {
    static const std::vector<std::string> names{"uniform", "triangular", "normal",  "lognormal",
                                                "beta",    "pert",       "discrete"};
    return names;
}

std::string_view name_of(LawKind kind) {
    return kind == LawKind::point ? std::string_view("point") : law_names()[static_cast<std::size_t>(kind) - 1];
}

}  // namespace aidway
