// SPDX-License-Identifier: Apache-2.0
#include "io/csv.hpp"

#include <map>
#include <utility>

#include "io/text_file.hpp"

namespace aidway {
namespace {

constexpr std::size_t largest_table = std::size_t{16} << 20U;
constexpr std::size_t most_faults = 200;

/// Takes the text apart into rows of cells.
class Scanner {
public:
    Scanner(const std::string& file, std::string_view text, std::vector<Diagnostic>& faults)
        : file_(file), text_(text), faults_(faults) {}

    [[nodiscard]] bool at_end() const { return next_ == text_.size(); }

    std::vector<Cell> row() {
        std::vector<Cell> cells;
        do {
            cells.push_back(peek() == '"' ? quoted() : plain());
        } while (take(','));
        end_line();
        return cells;
    }

private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return next_ + ahead < text_.size() ? text_[next_ + ahead] : '\0';
    }
    [[nodiscard]] bool line_ends() const { return at_end() || peek() == '\n' || (peek() == '\r' && peek(1) == '\n'); }
    [[nodiscard]] Mark place() const { return {line_, static_cast<int>(next_ - line_start_) + 1}; }
    bool take(char c) {
        if (at_end() || peek() != c) return false;
        ++next_;
        return true;
    }
    void end_line() {
        if (at_end()) return;
        next_ += peek() == '\r' ? 2 : 1;
        begin_line();
    }
    void begin_line() {
        ++line_;
        line_start_ = next_;
    }
    void fault(Mark at, std::string message) { faults_.push_back({file_, at, "", std::move(message)}); }

    Cell plain() {
        Cell cell{{}, place(), false};
        const auto start = next_;
        bool reported = false;
        while (!line_ends() && peek() != ',') {
            if (peek() == '"' && !std::exchange(reported, true)) {
                fault(place(), "a quote inside a cell: put the whole cell in quotes and double this one");
            }
            ++next_;
        }
        cell.text = text_.substr(start, next_ - start);
        return cell;
    }

    Cell quoted() {
        Cell cell{{}, place(), true};
        ++next_;
        while (true) {
            if (at_end()) {
                fault(cell.at, "this quote is never closed");
                return cell;
            }
            const char c = text_[next_++];
            if (c == '\n') begin_line();
            if (c != '"') {
                cell.text += c;
            } else if (!take('"')) {
                break;
            } else {
                cell.text += '"';
            }
        }
        if (!line_ends() && peek() != ',') {
            fault(place(), "text after a closing quote: a quote inside a cell is written twice");
            while (!line_ends() && peek() != ',') ++next_;
        }
        return cell;
    }

    const std::string& file_;
    std::string_view text_;
    std::vector<Diagnostic>& faults_;
    std::size_t next_ = 0;
    std::size_t line_start_ = 0;
    int line_ = 1;
};

bool blank(const std::vector<Cell>& row) { return row.size() == 1 && row[0].text.empty() && !row[0].quoted; }

std::string cells(std::size_t n) { return std::to_string(n) + (n == 1 ? " cell" : " cells"); }

}  // namespace

Table::Table(std::string file, std::vector<Cell> header, std::vector<std::vector<Cell>> rows)
    : file_(std::move(file)), header_(std::move(header)), rows_(std::move(rows)) {}

std::optional<std::size_t> Table::find_column(std::string_view name) const {
    for (std::size_t i = 0; i < header_.size(); ++i) {
        if (header_[i].text == name) return i;
    }
    return std::nullopt;
}

std::optional<std::size_t> Table::column(std::string_view name, std::vector<Diagnostic>& faults) const {
    if (auto found = find_column(name)) return found;
    std::vector<std::string> names;
    for (const auto& cell : header_) names.push_back(cell.text);
    faults.push_back(
        {file_, {1, 1}, "", "missing column '" + std::string(name) + "'" + suggestion(std::string(name), names)});
    return std::nullopt;
}

Diagnostic Table::fault(const Cell& cell, std::string message) const {
    return {file_, cell.at, "", std::move(message)};
}

Node Table::row(std::size_t row) const {
    const auto& values = rows_.at(row);
    Node node;
    node.kind = Node::Kind::mapping;
    node.at = values.empty() ? Mark{} : values.front().at;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i].text.empty()) continue;
        // Quotes are a matter of the file here, not of meaning: "275000" is a number too.
        node.pairs.push_back({header_[i].text, header_[i].at, Node::scalar(values[i].text, values[i].at)});
    }
    return node;
}

Table parse_csv(const std::string& file, std::string_view text, std::vector<Diagnostic>& faults) {
    const auto refuse = [&](Mark at, std::string message) {
        faults.push_back({file, at, "", std::move(message)});
        return Table(file, {}, {});
    };
    if (text.size() > largest_table) return refuse({1, 1}, "larger than 16 MiB");
    if (auto fault = text_fault(text)) return refuse(fault->at, std::move(fault->message));
    if (without_mark(text).size() != text.size()) return refuse({1, 1}, "a byte-order mark: save the file without it");
    Scanner scanner(file, text, faults);
    if (scanner.at_end()) return refuse({1, 1}, "the file is empty: a header row is needed");
    const auto before = faults.size();
    auto header = scanner.row();
    std::map<std::string, int> columns;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const auto& cell = header[i];
        if (cell.text.empty()) {
            faults.push_back({file, cell.at, "", "a column without a name"});
        } else if (const auto [first, fresh] = columns.emplace(cell.text, i + 1); !fresh) {
            faults.push_back(
                {file, cell.at, "",
                 "column '" + cell.text + "' is given twice; first as column " + std::to_string(first->second)});
        }
    }
    std::vector<std::vector<Cell>> rows;
    std::optional<Mark> empty_line;
    while (!scanner.at_end()) {
        auto row = scanner.row();
        const Mark at = row.front().at;
        if (blank(row) && header.size() > 1) {
            if (!empty_line) empty_line = at;
            continue;
        }
        // An empty line is passed over at the end only; in the middle it hides a lost row.
        if (const auto gap = std::exchange(empty_line, std::nullopt)) {
            faults.push_back({file, *gap, "", "an empty line inside the table"});
        }
        if (row.size() == header.size()) {
            rows.push_back(std::move(row));
        } else {
            faults.push_back(
                {file, at, "", "this row has " + cells(row.size()) + ", the header " + cells(header.size())});
        }
        if (faults.size() - before >= most_faults) {
            faults.push_back({file, at, "", "more than 200 faults: the rest is not read"});
            break;
        }
    }
    return {file, std::move(header), std::move(rows)};
}

}  // namespace aidway
