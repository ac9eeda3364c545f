// SPDX-License-Identifier: Apache-2.0
#include "routing/opening_search.hpp"

#include <algorithm>
#include <deque>
#include <limits>
#include <utility>

namespace aidway {
namespace {

constexpr std::size_t impossible = std::numeric_limits<std::size_t>::max();

enum class Leave : std::uint8_t { undecided, opened, shut };

class Search {
public:
    Search(const GateZones& zones, const std::vector<std::uint32_t>& rank_of_gate, std::int64_t most_tries,
           std::size_t most_sets)
        : zones_(zones), tries_left_(most_tries), most_sets_(most_sets), leave_(rank_of_gate.size()) {
        for (const auto& step : zones.steps()) {
            rank_.push_back(step.gate == GateZones::no_gate ? GateZones::no_gate : rank_of_gate[step.gate]);
        }
        is_origin_.assign(zones.count(), 0);
        for (const std::uint32_t zone : zones.origins()) {
            if (zone != GateZones::no_zone) is_origin_[zone] = 1;
        }
    }

    OpeningSets run() {
        OpeningSets found;
        found.lower_bound = bound().cuts;
        while (found.sets.empty()) {
            sets_.clear();
            grow(found.lower_bound);
            if (tries_left_ <= 0 && sets_.empty()) {
                found.sets = {shortest_ways()};
                return found;
            }
            if (sets_.empty()) ++found.lower_bound;
            found.sets = sets_;
        }
        std::sort(found.sets.begin(), found.sets.end());
        return found;
    }

private:
    struct Bound {
        std::size_t cuts = 0;  ///< gates that are needed at least, beyond those opened; or `impossible`
        GateRanks smallest;    ///< a cut: one of these must open
    };

    /// Cuts that share no gate, each of which needs one gate opened.
    Bound bound() {
        Bound found;
        std::vector<Leave> free = leave_;
        for (const auto& place : zones_.places()) {
            if (place.empty()) continue;
            for (GateRanks cut; !cut_before(place, free, cut); cut.clear()) {
                if (cut.empty()) return {impossible, {}};
                ++found.cuts;
                if (found.smallest.empty() || cut.size() < found.smallest.size()) found.smallest = cut;
                for (const std::uint32_t rank : cut) free[rank] = Leave::opened;
            }
        }
        return found;
    }

    /// Whether an origin leads to the place by what is free; if not, the gates that bar all ways there.
    bool cut_before(const std::vector<std::uint32_t>& place, const std::vector<Leave>& free, GateRanks& cut) {
        seen_.assign(zones_.count(), 0);
        open_ = place;
        for (const std::uint32_t zone : place) seen_[zone] = 1;
        std::vector<std::uint32_t> barred;
        while (!open_.empty()) {
            const std::uint32_t zone = open_.back();
            open_.pop_back();
            if (is_origin_[zone] != 0) return true;
            for (const std::uint32_t step : zones_.in()[zone]) {
                const std::uint32_t rank = rank_[step], from = zones_.steps()[step].from;
                if (rank != GateZones::no_gate && free[rank] != Leave::opened) {
                    if (free[rank] == Leave::undecided) barred.push_back(step);
                } else if (seen_[from] == 0) {
                    seen_[from] = 1;
                    open_.push_back(from);
                }
            }
        }
        for (const std::uint32_t step : barred) {
            if (seen_[zones_.steps()[step].from] == 0) cut.push_back(rank_[step]);
        }
        std::sort(cut.begin(), cut.end());
        cut.erase(std::unique(cut.begin(), cut.end()), cut.end());
        return false;
    }

    /// Gathers all sets of `more` further gates; every one of them is met once, by its first gate in each cut.
    void grow(std::size_t more) {
        if (tries_left_-- <= 0 || sets_.size() >= most_sets_) return;
        const Bound least = bound();
        if (least.cuts == 0) {
            GateRanks set;
            for (std::uint32_t rank = 0; rank < leave_.size(); ++rank) {
                if (leave_[rank] == Leave::opened) set.push_back(rank);
            }
            sets_.push_back(std::move(set));
            return;
        }
        if (least.cuts > more) return;
        for (const std::uint32_t rank : least.smallest) {
            leave_[rank] = Leave::opened;
            grow(more - 1);
            leave_[rank] = Leave::shut;
        }
        for (const std::uint32_t rank : least.smallest) leave_[rank] = Leave::undecided;
    }

    /// Opens the way with the fewest gates to one place after the other, then does without what proves needless.
    GateRanks shortest_ways() {
        leave_.assign(leave_.size(), Leave::undecided);
        for (const auto& place : zones_.places()) {
            if (!place.empty()) open_fewest_to(place);
        }
        GateRanks set;
        for (std::uint32_t rank = 0; rank < leave_.size(); ++rank) {
            if (leave_[rank] != Leave::opened) continue;
            leave_[rank] = Leave::undecided;
            if (bound().cuts == 0) continue;
            leave_[rank] = Leave::opened;
            set.push_back(rank);
        }
        return set;
    }

    void open_fewest_to(const std::vector<std::uint32_t>& place) {
        std::vector<std::size_t> gates(zones_.count(), impossible);
        std::vector<std::uint32_t> next(zones_.count(), GateZones::no_zone);  // the step towards the place
        std::deque<std::uint32_t> open;
        for (const std::uint32_t zone : place) {
            gates[zone] = 0;
            open.push_back(zone);
        }
        while (!open.empty()) {
            const std::uint32_t zone = open.front();
            open.pop_front();
            for (const std::uint32_t step : zones_.in()[zone]) {
                const bool costs = rank_[step] != GateZones::no_gate && leave_[rank_[step]] != Leave::opened;
                const std::uint32_t from = zones_.steps()[step].from;
                if (gates[zone] + (costs ? 1 : 0) >= gates[from]) continue;
                gates[from] = gates[zone] + (costs ? 1 : 0);
                next[from] = step;
                if (costs) {
                    open.push_back(from);
                } else {
                    open.push_front(from);
                }
            }
        }
        std::uint32_t zone = GateZones::no_zone;
        for (const std::uint32_t origin : zones_.origins()) {
            if (origin == GateZones::no_zone) continue;
            if (zone == GateZones::no_zone || gates[origin] < gates[zone]) zone = origin;
        }
        while (next[zone] != GateZones::no_zone) {
            const std::uint32_t step = next[zone];
            if (rank_[step] != GateZones::no_gate) leave_[rank_[step]] = Leave::opened;
            zone = zones_.steps()[step].to;
        }
    }

    const GateZones& zones_;
    std::int64_t tries_left_;
    std::size_t most_sets_;
    std::vector<std::uint32_t> rank_;  // per step
    std::vector<std::uint8_t> is_origin_;
    std::vector<Leave> leave_;  // per rank
    std::vector<std::uint8_t> seen_;
    std::vector<std::uint32_t> open_;
    std::vector<GateRanks> sets_;
};

}  // namespace

OpeningSets smallest_opening_sets(const GateZones& zones, const std::vector<std::uint32_t>& rank_of_gate,
                                  std::int64_t most_tries, std::size_t most_sets) {
    return Search(zones, rank_of_gate, most_tries, most_sets).run();
}

}  // namespace aidway
