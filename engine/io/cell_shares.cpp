// SPDX-License-Identifier: Apache-2.0
#include "io/cell_shares.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace aidway {
namespace {

/// Adds up, edge by edge, what lies to the right of the edges.
class Shares {
public:
    explicit Shares(const CellWindow& window)
        : columns_(window.columns),
          rows_(window.rows),
          right_(static_cast<std::size_t>(window.rows) * (static_cast<std::size_t>(window.columns) + 1), 0.0) {}

    /// An edge in cells of the window. What lies left of it counts as lying on its left border, what lies right of it,
    /// above or below as nothing.
    void add(double x0, double y0, double x1, double y1) {
        if (y0 == y1) return;
        const double sign = y0 < y1 ? 1.0 : -1.0;
        if (y0 > y1) {
            std::swap(x0, x1);
            std::swap(y0, y1);
        }
        const double slope = (x1 - x0) / (y1 - y0);
        const auto across = [&](double y) {
            return std::clamp(x0 + (y - y0) * slope, std::min(x0, x1), std::max(x0, x1));
        };
        const int last = std::min(rows_ - 1, static_cast<int>(std::min(std::ceil(y1), 1.0 * rows_)) - 1);
        for (int row = static_cast<int>(std::max(0.0, std::floor(y0))); row <= last; ++row) {
            const double from = std::max(y0, 1.0 * row), to = std::min(y1, row + 1.0);
            if (to > from) add_in_row(row, across(from), across(to), sign * (to - from));
        }
    }

    std::vector<double> take() {
        std::vector<double> shares;
        shares.reserve(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_));
        for (int row = 0; row < rows_; ++row) {
            double sum = 0;
            for (int column = 0; column < columns_; ++column) {
                sum += at(row, column);
                shares.push_back(std::min(std::abs(sum), 1.0));
            }
        }
        return shares;
    }

private:
    double& at(int row, int column) {
        return right_[static_cast<std::size_t>(row) * (static_cast<std::size_t>(columns_) + 1) +
                      static_cast<std::size_t>(column)];
    }

    /// A piece of an edge within one row, of height `high` (signed): parted where it changes columns.
    void add_in_row(int row, double x0, double x1, double high) {
        if (x0 > x1) std::swap(x0, x1);
        const double wide = x1 - x0;
        const double inside_from = std::clamp(x0, 0.0, 1.0 * columns_), inside_to = std::clamp(x1, 0.0, 1.0 * columns_);
        if (wide == 0) return add_in_cell(row, inside_from, inside_from, high);
        if (x0 < 0) add_in_cell(row, 0, 0, high * (std::min(x1, 0.0) - x0) / wide);
        double from = inside_from;
        while (from < inside_to) {
            const double to = std::min(std::floor(from) + 1, inside_to);
            add_in_cell(row, from, to, high * (to - from) / wide);
            from = to;
        }
    }

    /// Of a piece within one cell: that cell is covered to the right of it, all further ones wholly.
    void add_in_cell(int row, double x0, double x1, double high) {
        const int column = static_cast<int>(std::floor(x0));
        if (column >= columns_) return;
        const double left_of_it = (x0 + x1) / 2 - column;
        at(row, column) += high * (1 - left_of_it);
        at(row, column + 1) += high * left_of_it;
    }

    int columns_, rows_;
    std::vector<double> right_;  // per row, what each column adds to the sum of those before it
};

}  // namespace

std::vector<double> cell_shares(const std::vector<CellRing>& rings, const CellWindow& window) {
    Shares shares(window);
    for (const CellRing& ring : rings) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const auto& [x0, y0] = ring[i];
            const auto& [x1, y1] = ring[(i + 1) % ring.size()];
            shares.add(x0 - window.left, y0 - window.top, x1 - window.left, y1 - window.top);
        }
    }
    return shares.take();
}

}  // namespace aidway
