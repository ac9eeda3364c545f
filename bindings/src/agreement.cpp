// SPDX-License-Identifier: Apache-2.0
#include "agreement.hpp"

#include <fmt/format.h>
#include <pybind11/stl.h>

#include "agreement/agreement.hpp"
#include "agreement/chapters.hpp"
#include "agreement/not_covered.hpp"
#include "agreement/notes.hpp"
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

/// What a term names, with what people call it.
py::list names_of(const Term& term, const ScenarioRecord& record) {
    py::list names;
    for (const auto& reference : references_of(term, record)) {
        names.append(py::make_tuple(reference.what, reference.name, title_of(reference, record)));
    }
    return names;
}

py::dict as_dict(const TermText& text, const Term& term) {
    py::dict row;
    row["name"] = text.name;
    row["kind"] = text.kind;
    row["sentence"] = text.sentence;
    row["timing"] = text.timing;
    row["obliges"] = text.obliges;
    row["breach"] = text.breach;
    row["cite"] = text.cite;
    row["on"] = text.on;
    row["written_in"] = text.from;
    row["fields"] = fields_of(term);
    return row;
}

/// "agreements/one-road.yaml:8:5"
std::string written_at(const TermPlace& place) {
    if (place.at.line == 0) return place.file;
    return fmt::format("{}:{}:{}", place.file, place.at.line, place.at.column);
}

/// What the runs of an agreement keep of its terms.
py::list told_terms(const ScenarioFolder& folder, const Agreement& agreement) {
    py::list rows;
    const auto texts = describe_terms(*folder.scenario, agreement);
    for (std::size_t i = 0; i < texts.size(); ++i) rows.append(as_dict(texts[i], agreement.terms[i]));
    return rows;
}

/// Beside what is told, when each holds, what it names, and where it is written.
py::list whole_terms(const ScenarioFolder& folder, const DatedAgreement& dated) {
    auto rows = told_terms(folder, dated.agreement);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& term = dated.agreement.terms[i];
        const auto spell = spell_of(*folder.scenario, term, dated.effective_from);
        auto row = rows[i].cast<py::dict>();
        row["from_s"] = seconds(spell.from);
        row["until_s"] = seconds(spell.until);
        row["renewed"] = term.renewal.has_value();
        row["chapter"] = chapters().at(chapter_of(kind_of(term))).title;
        row["names"] = names_of(term, folder.scenario->record());
        row["place"] = written_at(term.place);
    }
    return rows;
}

std::vector<std::string> in_lines(const std::vector<Diagnostic>& notes) {
    std::vector<std::string> lines;
    for (const auto& note : notes) lines.push_back(note.text());
    return lines;
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
    const auto& dated = find_agreement(folder, name);
    const auto& [agreement, date] = dated;
    py::dict found;
    found["name"] = agreement.name;
    found["title"] = agreement.title;
    found["question"] = agreement.question;
    found["effective_from_s"] = seconds(date);
    found["extends"] = agreement.place.extends;
    found["text"] = write_canonical(agreement);
    found["terms"] = whole_terms(folder, dated);
    return found;
}

py::list terms(const ScenarioFolder& folder, const std::string& name) {
    py::list in_force;
    for (const auto& row : told_terms(folder, find_agreement(folder, name).agreement)) {
        if (row["on"].cast<bool>()) in_force.append(row);
    }
    return in_force;
}

std::vector<std::string> not_covered(const ScenarioFolder& folder, const std::string& name) {
    return aidway::not_covered(*folder.scenario, find_agreement(folder, name));
}

std::vector<std::string> agreement_notes(const ScenarioFolder& folder, const std::string& name) {
    return in_lines(notes_on(*folder.scenario, find_agreement(folder, name)));
}

std::vector<std::string> overlay_notes(const ScenarioFolder& folder) {
    return in_lines(notes_on_overlays(*folder.scenario, folder.agreements));
}

std::vector<std::string> chapter_titles() {
    std::vector<std::string> titles;
    for (const auto& chapter : chapters()) titles.emplace_back(chapter.title);
    return titles;
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
