// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/tree.hpp"

namespace aidway {

/// One cell with its place.
struct Cell {
    std::string text;
    Mark at;
    bool quoted = false;
};

/// A table with a header row. Every row has as many cells as the header.
class Table {
public:
    Table() = default;
    Table(std::string file, std::vector<Cell> header, std::vector<std::vector<Cell>> rows);

    [[nodiscard]] const std::string& file() const { return file_; }
    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    [[nodiscard]] const std::vector<Cell>& header() const { return header_; }
    [[nodiscard]] const Cell& at(std::size_t row, std::size_t column) const { return rows_.at(row).at(column); }

    /// Position of a column; when it is missing, a fault at the header with the nearest name.
    [[nodiscard]] std::optional<std::size_t> column(std::string_view name, std::vector<Diagnostic>& faults) const;
    /// The same without a fault, for columns that may be missing.
    [[nodiscard]] std::optional<std::size_t> find_column(std::string_view name) const;

    /// A fault at a cell of this table.
    [[nodiscard]] Diagnostic fault(const Cell& cell, std::string message) const;

    /// The row as a mapping from column names, so that a record can be read from it; empty cells are left out. A cell
    /// that holds several values separated by ';' stays one text.
    [[nodiscard]] Node row(std::size_t row) const;

private:
    std::string file_;
    std::vector<Cell> header_;
    std::vector<std::vector<Cell>> rows_;
};

/// Comma-separated values after RFC 4180, strictly: UTF-8, a header row of unique names, equally long rows, quotes only
/// round whole cells; lines end in LF or CRLF; a byte-order mark is refused; empty lines at the end are passed over.
/// At most 16 MiB. Faults carry the place of the cell (columns in bytes, from 1); what can be read is returned.
[[nodiscard]] Table parse_csv(const std::string& file, std::string_view text, std::vector<Diagnostic>& faults);

}  // namespace aidway
