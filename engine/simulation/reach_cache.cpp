// SPDX-License-Identifier: Apache-2.0
#include "simulation/reach_cache.hpp"

#include <set>
#include <string>
#include <utility>

namespace aidway {
namespace {

/// Terminals of the places named, `first` being that of the first in the table; by name, each once.
template <class T>
std::vector<TerminalId> terminals_of(const std::vector<Name>& places, const Named<T>& table, std::size_t first) {
    std::set<std::string> names;
    for (const auto& place : places) names.insert(place.text);
    std::vector<TerminalId> terminals;
    terminals.reserve(names.size());
    for (const auto& name : names) {
        terminals.push_back(TerminalId{static_cast<std::uint32_t>(first + *table.index_of(name))});
    }
    return terminals;
}

template <class T>
std::size_t first_by_name(const Named<T>& table) {
    std::size_t first = 0;
    for (std::size_t i = 1; i < table.size(); ++i) {
        if (table.name(i).text < table.name(first).text) first = i;
    }
    return first;
}

}  // namespace

ReachCache::ReachCache(const std::vector<std::shared_ptr<const RouteProgram>>& programs, const ScenarioRecord& record)
    : program_(programs.at(first_by_name(record.vehicles))) {
    const std::size_t first_inside = record.depots.size();
    const std::size_t first_outside = first_inside + record.communities.size();
    for (const auto& [name, enclave] : record.enclaves) {
        enclaves_.push_back({terminals_of(enclave.outside, record.outside, first_outside),
                             terminals_of(enclave.members, record.communities, first_inside)});
    }
}

const Route& ReachCache::way(std::size_t enclave, const std::vector<std::uint8_t>& open) {
    for (const auto* known : latest_) {
        if (known != nullptr && known->first == open) return known->second.at(enclave);
    }
    auto found = known_.find(open);
    if (found == known_.end()) found = known_.emplace(open, find(open)).first;
    latest_ = {&*found, latest_.front()};
    return found->second.at(enclave);
}

std::vector<Route> ReachCache::find(const std::vector<std::uint8_t>& open) {
    std::vector<GateState> states(open.size());
    for (std::size_t g = 0; g < open.size(); ++g) states[g] = {open[g] != 0, Duration{0}};
    std::vector<Route> ways(enclaves_.size());
    for (std::size_t e = 0; e < enclaves_.size(); ++e) {
        for (const auto from : enclaves_[e].outside) {
            for (const auto to : enclaves_[e].inside) {
                auto way = program_->route(from, to, states, scratch_);
                if (way.total_ms < ways[e].total_ms) ways[e] = std::move(way);
            }
        }
    }
    return ways;
}

}  // namespace aidway
