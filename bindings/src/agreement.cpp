// SPDX-License-Identifier: Apache-2.0
#include "agreement.hpp"

#include <pybind11/stl.h>

#include "agreement/agreement.hpp"
#include "core/fields/canonical.hpp"
#include "core/fields/slot.hpp"
#include "io/added_agreement.hpp"

namespace py = pybind11;

namespace aidway::python {
namespace {

/// What a term says, key by key, as its kind's table of fields has them; keys that say nothing are left out.
py::dict fields_of(const Term& term) {
    py::dict fields;
    const auto& choice = static_cast<const ChoiceType&>(type_of<TermBody>());
    const auto& table = static_cast<const RecordType&>(choice.alternatives.at(term.body.index())());
    for (const auto& field : table.fields) {
        const auto text = find_slot(term, std::string(kind_of(term)) + "/" + field.name).text(&term);
        if (text != "~") fields[py::str(field.name)] = plain_text(text);
    }
    return fields;
}

py::dict as_dict(const TermText& text, const Term& term) {
    py::dict row;
    row["name"] = text.name;
    row["kind"] = text.kind;
    row["sentence"] = text.sentence;
    row["timing"] = text.timing;
    row["obliges"] = text.obliges;
    row["cite"] = text.cite;
    row["on"] = text.on;
    row["written_in"] = text.from;
    row["fields"] = fields_of(term);
    return row;
}

py::list all_terms(const ScenarioFolder& folder, const Agreement& agreement) {
    py::list rows;
    const auto texts = describe_terms(*folder.scenario, agreement);
    for (std::size_t i = 0; i < texts.size(); ++i) rows.append(as_dict(texts[i], agreement.terms[i]));
    return rows;
}

Node scalar(const py::handle& value) { return Node::scalar(py::str(value).cast<std::string>()); }

/// What a file would say; nothing deeper than a file may be.
Node as_node(const py::handle& value, int depth = 0) {
    if (depth > 64) throw py::value_error("more than 64 levels deep");
    if (value.is_none()) return {};
    if (py::isinstance<py::bool_>(value)) return Node::scalar(value.cast<bool>() ? "true" : "false");
    if (py::isinstance<py::str>(value) || py::isinstance<py::int_>(value) || py::isinstance<py::float_>(value)) {
        return scalar(value);
    }
    Node node;
    if (py::isinstance<py::dict>(value)) {
        node.kind = Node::Kind::mapping;
        for (const auto& [key, item] : py::reinterpret_borrow<py::dict>(value)) {
            node.pairs.push_back({py::str(key).cast<std::string>(), {}, as_node(item, depth + 1)});
        }
        return node;
    }
    if (py::isinstance<py::list>(value) || py::isinstance<py::tuple>(value)) {
        node.kind = Node::Kind::sequence;
        for (const auto& item : py::reinterpret_borrow<py::sequence>(value)) {
            node.items.push_back(as_node(item, depth + 1));
        }
        return node;
    }
    throw py::type_error("an agreement is made of dicts, lists, texts and numbers, not of " +
                         py::str(py::type::of(value)).cast<std::string>());
}

}  // namespace

std::vector<std::string> agreement_names(const ScenarioFolder& folder) {
    std::vector<std::string> names;
    for (const auto& dated : folder.agreements) names.push_back(dated.agreement.name);
    return names;
}

py::dict agreement(const ScenarioFolder& folder, const std::string& name) {
    const auto& [agreement, date] = find_agreement(folder, name);
    py::dict found;
    found["name"] = agreement.name;
    found["title"] = agreement.title;
    found["question"] = agreement.question;
    found["effective_from_s"] = seconds(date);
    found["extends"] = agreement.place.extends;
    found["text"] = write_canonical(agreement);
    found["terms"] = all_terms(folder, agreement);
    return found;
}

py::list terms(const ScenarioFolder& folder, const std::string& name) {
    py::list in_force;
    for (const auto& row : all_terms(folder, find_agreement(folder, name).agreement)) {
        if (row["on"].cast<bool>()) in_force.append(row);
    }
    return in_force;
}

std::shared_ptr<ScenarioFolder> with_agreement(const ScenarioFolder& folder, const py::dict& head,
                                               const py::list& terms, const py::dict& changes) {
    AgreementRequest request;
    request.head = as_node(head);
    for (const auto& term : terms) request.terms.push_back(as_node(term));
    for (const auto& [path, value] : changes) {
        request.changes.emplace_back(py::str(path).cast<std::string>(), as_node(value));
    }
    return std::make_shared<ScenarioFolder>(add_agreement(folder, request));
}

}  // namespace aidway::python
