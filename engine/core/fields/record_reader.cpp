// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>

#include "core/fields/reader.hpp"

namespace aidway {

void Reader::record(const RecordType& type, const Node& node, void* out, const Stated& stated) {
    if (node.kind != Node::Kind::mapping) return fault(node.at, "expected a mapping (" + type.doc + ")" + got(node));
    Stated own = stated;
    state(node, own);
    std::vector<std::string> known(statements.begin(), statements.end());
    for (const auto& field : type.fields) {
        if (field.need != Field::Need::inlined) known.push_back(field.name);
    }
    std::vector<const Field*> missing;
    for (const auto& field : type.fields) {
        void* member = static_cast<std::byte*>(out) + field.offset;
        if (field.need == Field::Need::inlined) {
            alternative(static_cast<const ChoiceType&>(field.type()), field.doc, node, member, own, known);
        } else if (const Node* value = node.find(field.name)) {
            const Below below(*this, field.name);
            any(field.type(), *value, member, own, field.range);
        } else if (field.need == Field::Need::required) {
            missing.push_back(&field);
        }
    }
    std::vector<std::string> meant;
    unknown_keys(node, known, &meant);
    for (const Field* field : missing) {
        // A misspelt key is one fault, not two.
        if (std::find(meant.begin(), meant.end(), field->name) != meant.end()) continue;
        fault(node.at, "missing key '" + field->name + "': " + field->doc);
    }
}

void Reader::alternative(const ChoiceType& type, const std::string& doc, const Node& node, void* out,
                         const Stated& stated, std::vector<std::string>& known) {
    std::vector<std::string> tags;
    for (const auto& of : type.alternatives) tags.push_back(of().name);
    known.insert(known.end(), tags.begin(), tags.end());
    const Entry* found = nullptr;
    for (const auto& entry : node.pairs) {
        const auto tag = std::find(tags.begin(), tags.end(), entry.key);
        if (tag == tags.end()) continue;
        if (found) {
            fault(entry.at, "'" + entry.key + "' stands beside '" + found->key + "' of line " +
                                std::to_string(found->at.line) + ": give one of them");
            continue;
        }
        found = &entry;
        const Below below(*this, entry.key);
        const auto index = static_cast<std::size_t>(tag - tags.begin());
        const Type& chosen = type.alternatives[index]();
        Node empty = Node{};
        empty.kind = Node::Kind::mapping;
        empty.at = entry.value.at;
        // `- lift_siege:` without anything says all that a term without required keys has to say.
        const bool bare = entry.value.kind == Node::Kind::null && chosen.shape == Shape::record;
        any(chosen, bare ? empty : entry.value, type.emplace(out, index), stated, {});
    }
    if (found) return;
    std::string list;
    for (const auto& tag : tags) list += (list.empty() ? "" : ", ") + tag;
    // A misspelt tag is reported as an unknown key with its suggestion.
    const bool misspelt = std::any_of(node.pairs.begin(), node.pairs.end(), [&](const Entry& entry) {
        return std::find(known.begin(), known.end(), entry.key) == known.end() && !suggestion(entry.key, tags).empty();
    });
    if (!misspelt) fault(node.at, "missing one of the keys " + list + ": " + doc);
}

void Reader::choice(const ChoiceType& type, const Node& node, void* out, const Stated& stated) {
    if (node.kind != Node::Kind::mapping) return fault(node.at, "expected a mapping" + got(node));
    Stated own = stated;
    state(node, own);
    std::vector<std::string> known(statements.begin(), statements.end());
    alternative(type, "one of them", node, out, own, known);
    unknown_keys(node, known, nullptr);
}

void Reader::unknown_keys(const Node& node, const std::vector<std::string>& known, std::vector<std::string>* meant) {
    constexpr int enough = 100;
    const std::set<std::string_view> valid(known.begin(), known.end());
    int unknown = 0;
    for (const auto& entry : node.pairs) {
        if (valid.contains(entry.key)) continue;
        if (++unknown > enough) continue;
        fault(entry.at, "unknown key '" + entry.key + "'" + suggestion(entry.key, known));
        const auto* near = nearest(entry.key, known);
        if (meant && near) meant->push_back(*near);
    }
    if (unknown > enough) fault(node.at, std::to_string(unknown - enough) + " more unknown keys");
}

}  // namespace aidway
