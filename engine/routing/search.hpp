// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "routing/passage_graph.hpp"

namespace aidway {

/// The label of what is not reached, greater than any other. Labels that are no numbers say their own.
template <class Label>
inline constexpr Label never_label = std::numeric_limits<Label>::max();

/// Working memory of one search over a PassageGraph: labels (arrival times) and the passage each state was best
/// reached by. Sized on first use; reset in the time the last search took.
template <class Label>
struct SearchScratch {
    static constexpr Label never = never_label<Label>;
    static constexpr std::uint32_t no_passage = 0xffff'ffff;
    struct Entry {
        Label label;
        std::uint32_t state;
    };
    std::vector<Label> label;            ///< per state; `never` where not reached
    std::vector<std::uint32_t> parent;   ///< per state; `no_passage` at the start
    std::vector<std::uint32_t> touched;  ///< states to reset
    std::vector<Entry> heap;             ///< 4-ary, least label first; outdated entries are skipped

    void prepare(const PassageGraph& graph) {
        if (label.size() != graph.state_count()) {
            label.assign(graph.state_count(), never);
            parent.assign(graph.state_count(), no_passage);
            touched.clear();
            touched.reserve(graph.state_count());
            // Every entry but the first comes of a passage that improved a label, each passage at most once.
            heap.reserve(graph.passages().size() + 1);
        }
        for (const std::uint32_t state : touched) {
            label[state] = never;
            parent[state] = no_passage;
        }
        touched.clear();
        heap.clear();
    }
    void push(Label value, std::uint32_t state) {
        std::size_t hole = heap.size();
        heap.push_back({value, state});
        Entry* const entry = heap.data();
        while (hole > 0) {
            const std::size_t above = (hole - 1) / 4;
            if (entry[above].label <= value) break;
            entry[hole] = entry[above];
            hole = above;
        }
        entry[hole] = {value, state};
    }
    Entry pop() {
        const Entry least = heap.front();
        const Entry last = heap.back();
        heap.pop_back();
        const std::size_t size = heap.size();
        if (size == 0) return least;
        Entry* const entry = heap.data();
        std::size_t hole = 0;
        for (std::size_t first = 1; first < size; first = 4 * hole + 1) {
            std::size_t best = first;
            const std::size_t end = first + 4 < size ? first + 4 : size;
            for (std::size_t child = first + 1; child < end; ++child) {
                best = entry[child].label < entry[best].label ? child : best;
            }
            if (entry[best].label >= last.label) break;
            entry[hole] = entry[best];
            hole = best;
        }
        entry[hole] = last;
        return least;
    }
};

/// Dijkstra's search from one state. `step(label, passage)` is the label after a passage, greater than before, never
/// smaller for a greater label before (so the result is exact), or `never` where there is no passing; `saturated` is
/// the greatest label that still means arrival. Ends once `settled(node, label)` says so, asked for each state in the
/// order of labels; labels up to that one are then final. Equal labels: the preferred passage becomes parent, whatever
/// the order of the heap; every passage that ties has been seen by then, as each makes its label grow.
template <class Label, class Step, class Settled>
void search_from_state(const PassageGraph& graph, std::uint32_t origin, Label start, Label saturated,
                       SearchScratch<Label>& scratch, const Step& step, const Settled& settled) {
    scratch.prepare(graph);
    // Plain pointers: the stores below might else change what the vectors hold, for all that a compiler knows.
    const std::uint32_t* const first_out = graph.first_out().data();
    const PassageGraph::Passage* const passages = graph.passages().data();
    const NodeId* const node = graph.node().data();
    Label* const labels = scratch.label.data();
    std::uint32_t* const parent = scratch.parent.data();
    labels[origin] = start;
    scratch.touched.push_back(origin);
    scratch.push(start, origin);
    while (!scratch.heap.empty()) {
        const auto [label, state] = scratch.pop();
        if (label != labels[state]) continue;
        if (settled(node[state], label)) return;
        const std::uint32_t end = first_out[state + 1];
        for (std::uint32_t p = first_out[state]; p < end; ++p) {
            const PassageGraph::Passage& passage = passages[p];
            const Label next = step(label, passage);
            const Label there = labels[passage.target];
            if (next < there) {
                if (there == scratch.never) scratch.touched.push_back(passage.target);
                labels[passage.target] = next;
                parent[passage.target] = p;
                scratch.push(next, passage.target);
            } else if (next == there && next < saturated && graph.prefers(p, parent[passage.target])) {
                // Below saturation a tie cannot close a circle: labels grow along passages.
                parent[passage.target] = p;
            }
        }
    }
}

/// Likewise from a node, as who came from elsewhere.
template <class Label, class Step, class Settled>
void search(const PassageGraph& graph, NodeId from, Label start, Label saturated, SearchScratch<Label>& scratch,
            const Step& step, const Settled& settled) {
    search_from_state(graph, graph.first_state()[from.index()], start, saturated, scratch, step, settled);
}

/// The state of `node` with the least label, the earlier one on a tie.
template <class Label>
[[nodiscard]] std::uint32_t best_state(const PassageGraph& graph, NodeId node, const SearchScratch<Label>& scratch) {
    std::uint32_t best = graph.first_state()[node.index()];
    for (std::uint32_t s = best + 1; s < graph.first_state()[node.index() + 1]; ++s) {
        if (scratch.label[s] < scratch.label[best]) best = s;
    }
    return best;
}

/// Passages from the start to `state`, in the order of travel.
template <class Label>
[[nodiscard]] std::vector<std::uint32_t> passages_to(const PassageGraph& graph, std::uint32_t state,
                                                     const SearchScratch<Label>& scratch) {
    std::vector<std::uint32_t> way;
    for (std::uint32_t p = scratch.parent[state]; p != scratch.no_passage; p = scratch.parent[state]) {
        way.push_back(p);
        state = graph.source()[p];
    }
    return {way.rbegin(), way.rend()};
}

}  // namespace aidway
