// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "routing/passage_graph.hpp"

namespace aidway {

/// Working memory of one search over a PassageGraph: labels (arrival times) and the passage each state was best
/// reached by. Sized on first use; reset in the time the last search took.
template <class Label>
struct SearchScratch {
    static constexpr Label never = std::numeric_limits<Label>::max();
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
        while (hole > 0) {
            const std::size_t above = (hole - 1) / 4;
            if (heap[above].label <= value) break;
            heap[hole] = heap[above];
            hole = above;
        }
        heap[hole] = {value, state};
    }
    Entry pop() {
        const Entry least = heap.front();
        const Entry last = heap.back();
        heap.pop_back();
        const std::size_t size = heap.size();
        std::size_t hole = 0;
        while (size > 0) {
            const std::size_t first = 4 * hole + 1;
            if (first >= size) break;
            std::size_t best = first;
            const std::size_t end = first + 4 < size ? first + 4 : size;
            for (std::size_t child = first + 1; child < end; ++child) {
                if (heap[child].label < heap[best].label) best = child;
            }
            if (heap[best].label >= last.label) break;
            heap[hole] = heap[best];
            hole = best;
        }
        if (size > 0) heap[hole] = last;
        return least;
    }
};

/// Dijkstra's search from one node. `step(label, passage)` is the label after a passage, greater than before, never
/// smaller for a greater label before (so the result is exact), or `never` where there is no passing; `saturated` is
/// the greatest label that still means arrival. Ends once `settled(node, label)` says so, asked for each state in the
/// order of labels; labels up to that one are then final. Equal labels: the preferred passage becomes parent, whatever
/// the order of the heap; every passage that ties has been seen by then, as each makes its label grow.
template <class Label, class Step, class Settled>
void search(const PassageGraph& graph, NodeId from, Label start, Label saturated, SearchScratch<Label>& scratch,
            const Step& step, const Settled& settled) {
    scratch.prepare(graph);
    const std::uint32_t origin = graph.first_state()[from.index()];
    scratch.label[origin] = start;
    scratch.touched.push_back(origin);
    scratch.push(start, origin);
    while (!scratch.heap.empty()) {
        const auto [label, state] = scratch.pop();
        if (label != scratch.label[state]) continue;
        if (settled(graph.node()[state], label)) return;
        for (std::uint32_t p = graph.first_out()[state]; p < graph.first_out()[state + 1]; ++p) {
            const PassageGraph::Passage& passage = graph.passages()[p];
            const Label next = step(label, passage);
            Label& there = scratch.label[passage.target];
            if (next < there) {
                if (there == scratch.never) scratch.touched.push_back(passage.target);
                there = next;
                scratch.parent[passage.target] = p;
                scratch.push(next, passage.target);
            } else if (next == there && next < saturated && graph.prefers(p, scratch.parent[passage.target])) {
                // Below saturation a tie cannot close a circle: labels grow along passages.
                scratch.parent[passage.target] = p;
            }
        }
    }
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
