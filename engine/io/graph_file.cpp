// SPDX-License-Identifier: Apache-2.0
#include "io/graph_file.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <limits>
#include <utility>

namespace aidway {
namespace {

constexpr std::size_t most_faults = 100;

/// The words of one line; `count` is one more than there is room for where there are too many.
struct Words {
    std::array<std::string_view, 6> word;
    std::size_t count = 0;
};

Words words_of(std::string_view line) {
    constexpr std::string_view blank = " \t\r";
    Words words;
    while (true) {
        const auto begin = line.find_first_not_of(blank);
        if (begin == std::string_view::npos) return words;
        const auto end = std::min(line.find_first_of(blank, begin), line.size());
        if (words.count == words.word.size()) {
            ++words.count;
            return words;
        }
        words.word[words.count++] = line.substr(begin, end - begin);
        line.remove_prefix(end);
    }
}

/// A whole number from `least` to `most`.
std::optional<std::int64_t> number_in(std::string_view text, std::int64_t least, std::int64_t most) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < least || number > most) return {};
    return number;
}

/// Hands on the lines that are neither blank nor comments, and gathers what is wrong with them.
class Lines {
public:
    Lines(const std::string& shown, std::string_view text, std::vector<Diagnostic>& faults)
        : shown_(shown), rest_(text), faults_(faults) {}

    bool next(Words& words) {
        while (!rest_.empty() && bad_ < most_faults) {
            const auto end = std::min(rest_.find('\n'), rest_.size());
            line_ = rest_.substr(0, end);
            rest_.remove_prefix(std::min(end + 1, rest_.size()));
            ++number_;
            words = words_of(line_);
            if (words.count > 0 && words.word[0] != "c") return true;
        }
        return false;
    }
    void expected(const std::string& what) {
        fault(fmt::format("'{}': expected {}", line_.substr(0, 60), what), number_);
    }
    void fault(std::string message, int line) {
        if (++bad_ <= most_faults) faults_.push_back({shown_, {line, line == 0 ? 0 : 1}, "", std::move(message)});
    }
    [[nodiscard]] bool good() const { return bad_ == 0; }
    [[nodiscard]] int line() const { return number_; }

private:
    const std::string& shown_;
    std::string_view rest_, line_;
    std::vector<Diagnostic>& faults_;
    int number_ = 0;
    std::size_t bad_ = 0;
};

constexpr std::int64_t most_nodes = std::numeric_limits<std::uint32_t>::max() - 1;

struct Promise {
    std::int64_t nodes = 0, lines = 0;
    int at = 0;  ///< line that says so; 0 before it came
};

/// Whether the line says how large the graph is; tells where it does so badly.
bool reads_promise(const Words& words, Lines& lines, Promise& promise, bool& weighted) {
    if (words.word[0] != "p") return false;
    const auto nodes = number_in(words.word[2], 0, most_nodes);
    const auto count = number_in(words.word[3], 0, most_nodes);
    weighted = words.word[1] == "sp";
    if (words.count != 4 || (!weighted && words.word[1] != "tw") || !nodes || !count) {
        lines.expected("'p sp NODES ARCS' or 'p tw NODES EDGES'");
    } else if (promise.at != 0) {
        lines.expected(fmt::format("one line 'p', after that of line {}", promise.at));
    } else {
        promise = {*nodes, *count, lines.line()};
    }
    return true;
}

void read_arc(const Words& words, Lines& lines, const Promise& promise, ArcList& graph) {
    if (promise.at == 0) return lines.expected("a line 'p sp NODES ARCS' or 'p tw NODES EDGES' before it");
    const std::size_t skip = graph.weighted ? 1 : 0;  // the word "a"
    const bool form = graph.weighted ? words.count == 4 && words.word[0] == "a" : words.count == 2;
    if (!form) return lines.expected(graph.weighted ? "'a TAIL HEAD WEIGHT'" : "'NODE NODE'");
    const auto tail = number_in(words.word[skip], 1, promise.nodes);
    const auto head = number_in(words.word[skip + 1], 1, promise.nodes);
    if (!tail || !head) return lines.expected(fmt::format("two nodes from 1 to {}", promise.nodes));
    const auto weight = graph.weighted ? number_in(words.word[3], 1, most_nodes) : std::optional<std::int64_t>(1);
    if (!weight) return lines.expected(fmt::format("a weight from 1 to {}", most_nodes));
    const auto add = [&](std::int64_t from, std::int64_t to) {
        graph.tail.push_back(static_cast<std::uint32_t>(from - 1));
        graph.head.push_back(static_cast<std::uint32_t>(to - 1));
        graph.weight.push_back(static_cast<std::uint32_t>(*weight));
    };
    add(*tail, *head);
    if (!graph.weighted) add(*head, *tail);
}

}  // namespace

std::optional<ArcList> read_arc_list(const std::string& shown_path, std::string_view text,
                                     std::vector<Diagnostic>& faults) {
    Lines lines(shown_path, text, faults);
    ArcList graph;
    Promise promise;
    Words words;
    std::int64_t read = 0;
    while (lines.next(words)) {
        if (reads_promise(words, lines, promise, graph.weighted)) continue;
        ++read;
        read_arc(words, lines, promise, graph);
    }
    if (promise.at == 0 && lines.good()) {
        lines.fault("there is no line 'p sp NODES ARCS' or 'p tw NODES EDGES': expected a graph of DIMACS or PACE", 0);
    }
    if (lines.good() && read != promise.lines) {
        lines.fault(fmt::format("{} are said to follow: there are {}", promise.lines, read), promise.at);
    }
    if (!lines.good()) return std::nullopt;
    graph.nodes = static_cast<std::uint32_t>(promise.nodes);
    return graph;
}

std::optional<std::vector<LonLat>> read_node_places(const std::string& shown_path, std::string_view text,
                                                    std::vector<Diagnostic>& faults) {
    constexpr LonLat nowhere{400, 0};
    Lines lines(shown_path, text, faults);
    std::vector<LonLat> places;
    std::optional<std::int64_t> nodes;
    Words words;
    std::size_t read = 0;
    while (lines.next(words)) {
        if (!nodes) {
            const bool form = words.count == 5 && words.word[0] == "p" && words.word[1] == "aux";
            if (form && words.word[2] == "sp" && words.word[3] == "co") nodes = number_in(words.word[4], 0, most_nodes);
            if (!nodes) lines.expected("'p aux sp co NODES' before all other lines");
            if (!nodes) return std::nullopt;
            continue;
        }
        const auto node = number_in(words.word[1], 1, *nodes);
        const auto lon = number_in(words.word[2], -180'000'000, 180'000'000);
        const auto lat = number_in(words.word[3], -90'000'000, 90'000'000);
        if (words.count != 4 || words.word[0] != "v" || !node || !lon || !lat) {
            lines.expected(
                fmt::format("'v NODE X Y', a node from 1 to {} and its place in millionths of a degree", *nodes));
            continue;
        }
        const auto index = static_cast<std::size_t>(*node - 1);
        // Nodes come in order in all such files; one that runs ahead must not make us believe how many there are.
        if (index > 2 * (read + 1'000)) {
            lines.expected("nodes in ascending order, or nearly so");
            return std::nullopt;
        }
        if (index >= places.size()) places.resize(index + 1, nowhere);
        if (places[index] != nowhere) {
            lines.expected("each node once");
        }
        places[index] = {static_cast<double>(*lon) / 1e6, static_cast<double>(*lat) / 1e6};
        ++read;
    }
    if (!nodes) lines.fault("there is no line 'p aux sp co NODES': expected places of a DIMACS graph", 0);
    if (lines.good() && (read != static_cast<std::size_t>(*nodes) || places.size() != read)) {
        lines.fault(fmt::format("{} nodes are said to follow: there are {}", *nodes, read), 0);
    }
    if (!lines.good()) return std::nullopt;
    return places;
}

}  // namespace aidway
