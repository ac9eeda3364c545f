// SPDX-License-Identifier: Apache-2.0
#include "support/draw_network.hpp"

#include <cctype>
#include <numbers>
#include <sstream>
#include <stdexcept>

namespace aidway::test {
namespace {

struct Heading {
    int right;
    int down;
    char stroke;
};

bool is_place(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_gate(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

class Sheet {
public:
    explicit Sheet(const std::string& drawing) {
        std::istringstream text(drawing);
        for (std::string row; std::getline(text, row);) rows_.push_back(row);
    }
    [[nodiscard]] int height() const { return static_cast<int>(rows_.size()); }
    [[nodiscard]] int width(int row) const { return static_cast<int>(rows_[static_cast<std::size_t>(row)].size()); }
    [[nodiscard]] char at(int column, int row) const {
        if (row < 0 || row >= height() || column < 0 || column >= width(row)) return ' ';
        return rows_[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    }

private:
    std::vector<std::string> rows_;
};

}  // namespace

DrawnNetwork draw_network(const std::string& drawing, Distance cell, const std::map<char, std::string>& legend) {
    const Sheet sheet(drawing);
    const double degrees = cell.metres() / (6'371'008.8 * std::numbers::pi / 180.0);
    const auto place = [degrees](int column, int row) { return LonLat{column * degrees, 0.0 - row * degrees}; };
    DrawnNetwork drawn;
    for (int row = 0; row < sheet.height(); ++row) {
        for (int column = 0; column < sheet.width(row); ++column) {
            if (!is_place(sheet.at(column, row))) continue;
            drawn.places[sheet.at(column, row)] = place(column, row);
            for (const Heading heading : {Heading{1, 0, '-'}, {0, 1, '|'}, {1, 1, '\\'}, {-1, 1, '/'}}) {
                int x = column + heading.right, y = row + heading.down;
                if (sheet.at(x, y) != heading.stroke) continue;  // a digit alone does not say which way it runs
                LineFeature line;
                while (sheet.at(x, y) == heading.stroke || is_gate(sheet.at(x, y))) {
                    const char c = sheet.at(x, y);
                    if (is_gate(c)) line.gate = legend.count(c) > 0 ? legend.at(c) : std::string(1, c);
                    x += heading.right;
                    y += heading.down;
                }
                if (!is_place(sheet.at(x, y))) throw std::invalid_argument("a drawn road ends nowhere");
                line.fid = static_cast<std::int64_t>(drawn.lines.size());
                line.points = {place(column, row), place(x, y)};
                drawn.lines.push_back(line);
            }
        }
    }
    return drawn;
}

}  // namespace aidway::test
