// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace aidway {

/// One report in a monitor's ledger.
struct LedgerLine {
    static constexpr std::uint16_t nobody = 0xffff;
    std::int64_t at_s = 0;          ///< when it was made
    std::uint16_t blamed = nobody;  ///< party
};

/// What a consequence asks of a ledger.
struct LedgerTest {
    std::int64_t reports = 1;
    std::int64_t within_s = 1;
    double share = 0;  ///< of the party in what was attributed meanwhile
};

/// The ledgers of all monitors, and what each consequence has counted in them (model, section 4): per consequence and
/// monitor a window that ends now, half open at its beginning. A line enters and leaves each window once, so a report
/// costs as many steps as there are consequences, however long the ledger.
class Ledgers {
public:
    void reset(std::size_t parties, std::size_t monitors, std::size_t consequences);
    /// Lines come in order of time.
    void write(std::size_t monitor, const LedgerLine& line) { lines_[monitor].push_back(line); }
    /// Leaves out of a consequence's count whatever the monitor has reported so far.
    void skip(std::size_t consequence, std::size_t monitor);
    /// Whether enough reports of the window that ends now blame the party.
    [[nodiscard]] bool suffices(std::size_t consequence, std::size_t monitor, std::uint16_t party, std::int64_t now_s,
                                const LedgerTest& test);
    [[nodiscard]] std::span<const LedgerLine> lines(std::size_t monitor) const { return lines_[monitor]; }

private:
    struct Window {
        std::size_t first = 0;  ///< line that is counted
        std::size_t next = 0;   ///< line that is not counted yet
        std::int64_t attributed = 0;
    };
    [[nodiscard]] std::size_t place(std::size_t consequence, std::size_t monitor) const {
        return consequence * monitors_ + monitor;
    }
    void add(std::size_t at, const LedgerLine& line, std::int64_t by);

    std::size_t parties_ = 0;
    std::size_t monitors_ = 0;
    std::vector<std::vector<LedgerLine>> lines_;  ///< per monitor
    std::vector<Window> windows_;                 ///< per consequence and monitor
    std::vector<std::int64_t> counts_;            ///< likewise, and party
};

}  // namespace aidway
