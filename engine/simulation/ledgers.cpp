// SPDX-License-Identifier: Apache-2.0
#include "simulation/ledgers.hpp"

#include <algorithm>

namespace aidway {

void Ledgers::reset(std::size_t parties, std::size_t monitors, std::size_t consequences) {
    parties_ = parties;
    monitors_ = monitors;
    if (lines_.size() < monitors) lines_.resize(monitors);
    for (auto& lines : lines_) lines.clear();
    windows_.assign(consequences * monitors, {});
    counts_.assign(consequences * monitors * parties, 0);
}

void Ledgers::add(std::size_t at, const LedgerLine& line, std::int64_t by) {
    if (line.blamed == LedgerLine::nobody) return;
    counts_[at * parties_ + line.blamed] += by;
    windows_[at].attributed += by;
}

void Ledgers::skip(std::size_t consequence, std::size_t monitor) {
    const auto at = place(consequence, monitor);
    windows_[at] = {lines_[monitor].size(), lines_[monitor].size(), 0};
    std::fill_n(counts_.begin() + static_cast<std::ptrdiff_t>(at * parties_), parties_, 0);
}

bool Ledgers::suffices(std::size_t consequence, std::size_t monitor, std::uint16_t party, std::int64_t now_s,
                       const LedgerTest& test) {
    const auto at = place(consequence, monitor);
    const auto& lines = lines_[monitor];
    auto& window = windows_[at];
    while (window.next < lines.size()) add(at, lines[window.next++], 1);
    while (window.first < window.next && lines[window.first].at_s <= now_s - test.within_s) {
        add(at, lines[window.first++], -1);
    }
    const std::int64_t against = counts_[at * parties_ + party];
    return against >= test.reports &&
           static_cast<double>(against) >= test.share * static_cast<double>(window.attributed);
}

}  // namespace aidway
