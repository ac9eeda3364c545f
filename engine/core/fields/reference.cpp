// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <set>

#include "core/fields/canonical.hpp"
#include "core/fields/leaf.hpp"
#include "core/fields/schema.hpp"

namespace aidway {
namespace {

/// Text inside a cell of a Markdown table.
std::string cell(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '|') out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out;
}

class Page {
public:
    explicit Page(const std::string& title) : text_("# " + title + "\n") {}

    void section(const Type& type) {
        switch (type.shape) {
            case Shape::leaf:
            case Shape::chance: return;
            case Shape::optional: return section(static_cast<const OptionalType&>(type).of());
            case Shape::list: return section(static_cast<const ListType&>(type).item());
            case Shape::named: return section(static_cast<const NamedType&>(type).item());
            case Shape::choice:
                for (const auto& of : static_cast<const ChoiceType&>(type).alternatives) section(of());
                return;
            case Shape::record: return record(static_cast<const RecordType&>(type));
        }
    }

    [[nodiscard]] std::string text() const { return text_; }

private:
    void record(const RecordType& type) {
        if (!done_.insert(&type).second) return;
        text_ +=
            "\n## " + type.name + "\n\n" + type.doc + "\n\n| key | value | default | meaning |\n|---|---|---|---|\n";
        for (const auto& field : type.fields) {
            if (field.need != Field::Need::inlined) {
                row(field.name, form(field.type(), field.range), standard(type, field), field.doc);
                continue;
            }
            for (const auto& of : static_cast<const ChoiceType&>(field.type()).alternatives) {
                row(of().name, form(of(), {}), "one of these", of().doc);
            }
        }
        for (const auto& field : type.fields) section(field.type());
    }

    void row(const std::string& key, const std::string& value, const std::string& usual, const std::string& doc) {
        text_ += "| `" + key + "` | " + cell(value) + " | " + cell(usual) + " | " + cell(doc) + " |\n";
    }

    static std::string standard(const RecordType& type, const Field& field) {
        if (field.need == Field::Need::required) return "required";
        const auto text = write_canonical(field.type(), static_cast<const std::byte*>(type.sample) + field.offset);
        if (text == "~" || text == "\"\"") return "nothing";
        return text.find('\n') == std::string::npos ? "`" + text + "`" : "see there";
    }

    static std::string form(const Type& type, const Range& range) {
        switch (type.shape) {
            case Shape::leaf: {
                const auto& leaf = static_cast<const LeafType&>(type);
                const auto* number = dynamic_cast<const NumberType*>(&leaf);
                const auto limit = number ? in_words(intersection(range, number->limits()), *number) : "";
                return leaf.expected() + (limit.empty() ? "" : "; " + limit);
            }
            case Shape::chance:
                return form(static_cast<const ChanceType&>(type).of(), range) + "; or a law, drawn anew each time";
            case Shape::optional: return form(static_cast<const OptionalType&>(type).of(), range);
            case Shape::list: return "a list: " + form(static_cast<const ListType&>(type).item(), range);
            case Shape::named:
                return "a mapping from names: " + form(static_cast<const NamedType&>(type).item(), range);
            case Shape::choice: return "one of several";
            case Shape::record: return "a mapping: [" + type.name + "](#" + type.name + ")";
        }
        return {};
    }

    std::string text_;
    std::set<const RecordType*> done_;
};

}  // namespace

std::string reference_page(const std::string& title, const std::vector<const Type*>& roots) {
    Page page(title);
    for (const Type* root : roots) page.section(*root);
    return page.text();
}

}  // namespace aidway
