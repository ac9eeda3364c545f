// SPDX-License-Identifier: Apache-2.0
#include "io/document.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace aidway {
namespace {

/// A part of the tree and the stretch of text it takes: from its key or item to the next.
struct Part {
    const Node* node = nullptr;
    Mark begin;
    Mark end{std::numeric_limits<int>::max(), 0};
};

/// The part one step below, or one without a node.
Part step_into(const Part& around, std::string_view step) {
    const auto& [node, begin, end] = around;
    for (std::size_t i = 0; i < node->pairs.size(); ++i) {
        if (node->pairs[i].key != step) continue;
        const bool last = i + 1 == node->pairs.size();
        return {&node->pairs[i].value, node->pairs[i].at, last ? end : node->pairs[i + 1].at};
    }
    for (std::size_t i = 0; i < node->items.size(); ++i) {
        if (std::to_string(i) != step) continue;
        const bool last = i + 1 == node->items.size();
        return {&node->items[i], node->items[i].at, last ? end : node->items[i + 1].at};
    }
    return {};
}

}  // namespace

Document::Document(std::string file, Node tree, const std::vector<Diagnostic>& faults)
    : file_(std::move(file)), tree_(std::move(tree)) {
    for (const auto& fault : faults) {
        if (fault.file == file_) faults_.push_back(fault.at);
    }
}

bool Document::sound(std::string_view path) const {
    if (tree_.refused) return false;
    Part part{&tree_, tree_.at};
    while (!path.empty()) {
        const auto slash = path.find('/');
        part = step_into(part, path.substr(0, slash));
        if (!part.node) return false;
        path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
    }
    return std::none_of(faults_.begin(), faults_.end(),
                        [&](Mark fault) { return fault >= part.begin && fault < part.end; });
}

bool Document::names_known(std::string_view table) const {
    if (tree_.refused) return false;
    if (const Node* found = tree_.find(table)) return found->kind == Node::Kind::mapping && !found->refused;
    return lacks(table);
}

bool Document::lacks(std::string_view path) const {
    const Node* around = &tree_;
    for (auto slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/')) {
        around = step_into({around, {}, {}}, path.substr(0, slash)).node;
        if (!around) return false;
        path.remove_prefix(slash + 1);
    }
    if (tree_.refused || around->refused || around->find(path)) return false;
    // A fault at a key itself means that nobody knows this key: it may be this one, misspelt.
    return std::none_of(around->pairs.begin(), around->pairs.end(), [&](const Entry& entry) {
        return std::find(faults_.begin(), faults_.end(), entry.at) != faults_.end();
    });
}

Mark Document::at(std::string_view path) const {
    Part part{&tree_, tree_.at};
    Mark place = tree_.at;
    while (!path.empty()) {
        const auto slash = path.find('/');
        part = step_into(part, path.substr(0, slash));
        if (!part.node) break;
        place = part.node->at;
        path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
    }
    return place;
}

}  // namespace aidway
