// SPDX-License-Identifier: Apache-2.0
#include "io/yaml.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <cstddef>
#include <optional>
#include <sstream>
#include <unordered_map>
#include <utility>

#include "io/text_file.hpp"
#include "io/yaml_source.hpp"

namespace aidway {
namespace {

constexpr std::size_t largest_file = std::size_t{1} << 20U;
constexpr std::size_t deepest = 64;
constexpr int most_values = 200'000;
constexpr std::size_t most_faults = 200;

/// Ends the reading of a file whose fault is already reported.
struct Stop {};

/// Builds the tree from the parser's events.
class TreeBuilder : public YAML::EventHandler {
public:
    TreeBuilder(const std::string& file, const YamlSource& text, std::vector<Diagnostic>& faults)
        : file_(file), text_(text), faults_(faults), faults_before_(faults.size()) {}
    Node root;

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (std::exchange(started_, true)) {
            fault(place(mark), "one document per file: a second one starts here");
            throw Stop{};
        }
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        put(made(mark, "", anchor, Node::Kind::null));
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        fault(place(mark), "aliases (*name) are not accepted: write the value out");
        Node node = made(mark, "", 0, Node::Kind::scalar);
        node.refused = true;
        put(std::move(node));
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        Node node = made(mark, tag, anchor, Node::Kind::scalar);
        node.text = value;
        node.quoted = tag == "!";
        if (node.quoted && text_.quote_never_closed(node.at)) {
            fault(node.at, "this quote is never closed");
            throw Stop{};
        }
        if (node.quoted) last_quote_ = node.at;
        node.refused = value.find('\0') != std::string::npos;
        if (node.refused) fault(node.at, "a zero byte in a text");
        put(std::move(node));
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, Node::Kind::sequence);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, Node::Kind::mapping);
    }
    void OnMapEnd() override { close(); }

    /// The last quoted text before `broken`, where the parser gave up, if it runs over several lines up to there.
    [[nodiscard]] std::optional<Mark> quote_closed_late(Mark broken) const {
        if (last_quote_ == Mark{}) return std::nullopt;
        const int closed = text_.last_line_of_quote(last_quote_);
        return closed > last_quote_.line && broken.line <= closed + 1 ? std::optional(last_quote_) : std::nullopt;
    }

    static Mark place(const YAML::Mark& mark) { return {mark.line + 1, mark.column + 1}; }

    void fault(Mark at, std::string message) {
        faults_.push_back({file_, at, "", std::move(message)});
        if (faults_.size() - faults_before_ < most_faults) return;
        faults_.push_back({file_, at, "", "more than 200 faults: the rest is not read"});
        throw Stop{};
    }

private:
    /// A collection that is still open; keys wait here for their values.
    struct Frame {
        Node node;
        Node key;
        bool has_key = false;
        std::unordered_map<std::string, int> lines;  ///< of the keys so far; a linear search would be quadratic
    };

    Node made(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Node::Kind kind) {
        Node node;
        node.kind = kind;
        node.at = place(mark);
        if (++values_ > most_values) {
            fault(node.at, "more than 200,000 values: put tables into a layer");
            throw Stop{};
        }
        if (anchor != 0) fault(node.at, "anchors (&name) are not accepted: write the value out where it is needed");
        // The parser calls a quoted text "!"; of anything else it is a tag that was written.
        const bool by_itself = tag.empty() || tag == "?" || (tag == "!" && kind == Node::Kind::scalar);
        if (!by_itself) fault(node.at, "tags (" + tag + ") are not accepted");
        return node;
    }

    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Node::Kind kind) {
        Frame frame;
        frame.node = made(mark, tag, anchor, kind);
        if (stack_.size() >= deepest) {
            fault(frame.node.at, "nested deeper than 64 levels");
            throw Stop{};
        }
        stack_.push_back(std::move(frame));
    }

    void close() {
        Node node = std::move(stack_.back().node);
        stack_.pop_back();
        put(std::move(node));
    }

    void put(Node node) {
        if (stack_.empty()) {
            root = std::move(node);
            return;
        }
        Frame& top = stack_.back();
        if (top.node.kind == Node::Kind::sequence) {
            if (node.kind == Node::Kind::null) node.at = text_.empty_item(node.at);
            top.node.items.push_back(std::move(node));
        } else if (!std::exchange(top.has_key, true)) {
            if (node.kind != Node::Kind::scalar) fault(node.at, "a key must be a plain word");
            if (node.text == "<<") fault(node.at, "merge keys (<<) are not accepted: write the keys out");
            top.key = std::move(node);
        } else {
            top.has_key = false;
            put_pair(top, std::move(node));
        }
    }

    void put_pair(Frame& top, Node value) {
        // Keys that are no words are reported; they and their values are left out.
        if (top.key.kind != Node::Kind::scalar || top.key.text == "<<") return;
        const auto [first, fresh] = top.lines.emplace(top.key.text, top.key.at.line);
        if (!fresh) {
            return fault(top.key.at,
                         "'" + top.key.text + "' is given twice; first in line " + std::to_string(first->second));
        }
        if (value.kind == Node::Kind::null) {
            // The parser gives an empty value the place of the next token, and reads a key without a colon.
            const auto at = text_.after_key(top.key.at, top.key.text.size());
            if (!at) fault(top.key.at, "expected ':' after '" + top.key.text + "'");
            value.refused = !at;
            value.at = at.value_or(top.key.at);
        }
        top.node.pairs.push_back({std::move(top.key.text), top.key.at, std::move(value)});
    }

    const std::string& file_;
    const YamlSource& text_;
    std::vector<Diagnostic>& faults_;
    std::size_t faults_before_;
    std::vector<Frame> stack_;
    Mark last_quote_;
    int values_ = 0;
    bool started_ = false;
};

}  // namespace

Node parse_yaml(const std::string& file, std::string_view text, std::vector<Diagnostic>& faults) {
    const auto refuse = [&](Mark at, std::string message) {
        faults.push_back({file, at, "", std::move(message)});
        Node nothing;
        nothing.refused = true;
        return nothing;
    };
    if (text.size() > largest_file) return refuse({1, 1}, "larger than 1 MiB: put tables into a layer");
    if (auto fault = text_fault(text)) return refuse(fault->at, std::move(fault->message));
    if (without_mark(text).size() != text.size()) return refuse({1, 1}, "a byte-order mark: save the file without it");
    const YamlSource source(text);
    if (auto fault = source.odd_character()) return refuse(fault->at, std::move(fault->message));
    if (const auto at = source.directive()) return refuse(*at, "directives (%...) are not accepted");
    TreeBuilder builder(file, source, faults);
    Node root;
    root.refused = true;
    try {
        std::istringstream in{std::string(text)};
        YAML::Parser parser(in);
        const bool any = parser.HandleNextDocument(builder);
        if (!any || builder.root.kind == Node::Kind::null) return refuse({1, 1}, "the file is empty");
        root = std::move(builder.root);
        parser.HandleNextDocument(builder);
        return root;
    } catch (const YAML::Exception& error) {
        if (const auto tab = source.indenting_tab()) return refuse(*tab, "a tab indents this line: use spaces");
        const Mark broken = TreeBuilder::place(error.mark);
        if (const auto quote = builder.quote_closed_late(broken)) {
            return refuse(*quote, "this quote is closed in line " + std::to_string(source.last_line_of_quote(*quote)) +
                                      " only: close it where its text ends");
        }
        return refuse(broken, parser_words(error.msg));
    } catch (const Stop&) {
        return root;
    }
}

}  // namespace aidway
