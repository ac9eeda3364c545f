// SPDX-License-Identifier: Apache-2.0
#include "scenario/monitor_sight.hpp"

#include <algorithm>

namespace aidway {
namespace {

/// One factor per name of the table, 1 where none is given.
template <class T>
std::vector<double> factors(const Named<Probability>& given, const Named<T>& table) {
    if (given.empty()) return {};
    std::vector<double> all(table.size(), 1.0);
    for (const auto& [name, factor] : given) all[*table.index_of(name.text)] = factor.value();
    return all;
}

std::vector<double> factors(const std::optional<KindFactorsRecord>& kinds) {
    if (!kinds) return {};
    return {kinds->air_strikes.value(), kinds->shelling.value(), kinds->ground_attacks.value(),
            kinds->banned_weapons.value(), kinds->arrests.value()};
}

}  // namespace

std::vector<double> even_blame(std::size_t parties, double right, double wrong) {
    const double each = parties > 1 ? wrong / static_cast<double>(parties - 1) : 0.0;
    std::vector<double> blame(parties * parties, each);
    for (std::size_t p = 0; p < parties; ++p) blame[p * parties + p] = right;
    return blame;
}

void set_rows(const ScenarioRecord& record, const BlameRecord& rows, std::vector<double>& blame) {
    const std::size_t parties = record.parties.size();
    for (const auto& [actor, row] : rows) {
        const auto first = blame.begin() + static_cast<std::ptrdiff_t>(*record.parties.index_of(actor.text) * parties);
        std::fill_n(first, parties, 0.0);
        for (const auto& [blamed, chance] : row) {
            *(first + static_cast<std::ptrdiff_t>(*record.parties.index_of(blamed.text))) = chance.value();
        }
    }
}

MonitorSight sight_of(const ScenarioRecord& record, const MonitorRecord& monitor) {
    MonitorSight sight;
    sight.coverage = monitor.coverage.value();
    sight.by_party = factors(monitor.by_party, record.parties);
    sight.by_kind = factors(monitor.by_kind);
    if (record.violence) sight.by_place = factors(monitor.by_place, record.violence->where);
    sight.blame = even_blame(record.parties.size(), 0, 0);
    set_rows(record, monitor.attribution, sight.blame);
    sight.delay = monitor.delay.law;
    sight.false_reports = monitor.false_reports.per_day();
    return sight;
}

}  // namespace aidway
