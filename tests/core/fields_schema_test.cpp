// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "core/fields/schema.hpp"
#include "core/fields_example.hpp"
#include "io/yaml.hpp"

namespace aidway {
namespace {

Node schema(LawsOfNumbers laws = LawsOfNumbers::allowed) {
    std::vector<Diagnostic> faults;
    const auto text = json_schema(type_of<example::Problem>(), "Example", laws);
    auto tree = parse_yaml("schema.json", text, faults);  // JSON is YAML
    if (!faults.empty()) throw ScenarioError(faults);
    return tree;
}

const Node& under(const Node& node, std::initializer_list<std::string_view> path) {
    const Node* here = &node;
    for (const auto step : path) {
        here = here->find(step);
        if (!here) throw std::invalid_argument("no " + std::string(step));
    }
    return *here;
}

void gather_references(const Node& node, std::set<std::string>& out) {
    if (const auto* reference = node.find("$ref")) out.insert(reference->text);
    for (const auto& item : node.items) gather_references(item, out);
    for (const auto& entry : node.pairs) gather_references(entry.value, out);
}

TEST(Schema, IsJsonOfTheStatedDraft) {
    EXPECT_EQ(under(schema(), {"$schema"}).text, "https://json-schema.org/draft/2020-12/schema");
    EXPECT_EQ(under(schema(), {"title"}).text, "Example");
    EXPECT_EQ(under(schema(), {"$ref"}).text, "#/$defs/problem");
}

TEST(Schema, EveryReferenceLeadsToADefinition) {
    const auto tree = schema();
    std::set<std::string> references;
    gather_references(tree, references);
    EXPECT_GT(references.size(), 20U);
    for (const auto& reference : references) {
        EXPECT_NE(under(tree, {"$defs"}).find(reference.substr(std::string_view("#/$defs/").size())), nullptr)
            << reference;
    }
}

TEST(Schema, OffersNoLawsWhereTheyAreRefusedButForChance) {
    const auto tree = schema(LawsOfNumbers::refused);
    std::set<std::string> laws;
    std::set<std::string> chances;
    for (const auto& entry : under(tree, {"$defs"}).pairs) {
        if (entry.key.ends_with("_law")) laws.insert(entry.key);
        if (entry.key.ends_with("_chance_value")) chances.insert(entry.key);
        std::set<std::string> inside;
        gather_references(entry.value, inside);
        const bool has_law =
            std::any_of(inside.begin(), inside.end(), [](const auto& r) { return r.ends_with("_law"); });
        EXPECT_EQ(has_law, entry.key.ends_with("_chance_value")) << entry.key;
    }
    EXPECT_EQ(laws.size(), chances.size());
    EXPECT_FALSE(chances.empty()) << "the example has a chance";
}

TEST(Schema, RecordsTakeTheirKeysAndNoOthers) {
    const auto tree = schema();
    const auto& fleet = under(tree, {"$defs", "fleet"});
    EXPECT_EQ(under(fleet, {"additionalProperties"}).text, "false");
    EXPECT_EQ(shown(under(fleet, {"required"})), "[home, payload, speed]");
    EXPECT_EQ(under(fleet, {"description"}).text, "trucks of one owner");
    EXPECT_EQ(under(fleet, {"properties", "turnaround", "description"}).text,
              "between two journeys (from 0 s to 7 d); default: 3 h");
    EXPECT_EQ(under(fleet, {"properties", "payload", "$ref"}).text, "#/$defs/mass_value");
    for (const auto& entry : under(fleet, {"properties"}).pairs) {
        EXPECT_TRUE(entry.value.find("description") || entry.value.find("$ref") || entry.key == "note") << entry.key;
    }
}

TEST(Schema, ChoicesAskForExactlyOneTag) {
    const auto tree = schema();
    const auto& term = under(tree, {"$defs", "term"});
    EXPECT_EQ(shown(under(term, {"oneOf"})), "[{required: [open_road]}, {required: [needs_based]}]");
    EXPECT_NE(under(term, {"properties"}).find("obliges"), nullptr);
}

TEST(Schema, OnlyATermWithoutRequiredKeysMayBeEmpty) {
    const auto tree = schema();
    const auto& tags = under(tree, {"$defs", "term", "properties"});
    EXPECT_EQ(shown(under(tags, {"needs_based", "anyOf"})), "[{$ref: #/$defs/needs_based}, {type: null}]");
    EXPECT_EQ(under(tags, {"open_road", "$ref"}).text, "#/$defs/open_road");
}

/// Two types of one name in one file.
struct Namesake {
    Mass mass;
};
struct Shadow {
    Mass mass;
    Namesake other;
};
const Type& describe(Tag<Namesake>) {
    static const RecordType type = record<Namesake>("shadow", "inner", {required("mass", &Namesake::mass, "a mass")});
    return type;
}
const Type& describe(Tag<Shadow>) {
    static const RecordType type =
        record<Shadow>("shadow", "outer",
                       {required("mass", &Shadow::mass, "a mass"), required("other", &Shadow::other, "its namesake")});
    return type;
}

TEST(Schema, TypesOfOneNameStayApart) {
    std::vector<Diagnostic> faults;
    const auto tree = parse_yaml("schema.json", json_schema(type_of<Shadow>(), "Shadows"), faults);
    EXPECT_EQ(under(tree, {"$defs", "shadow", "description"}).text, "outer");
    EXPECT_EQ(under(tree, {"$defs", "shadow_2", "description"}).text, "inner");
    EXPECT_EQ(under(tree, {"$defs", "shadow", "properties", "other", "$ref"}).text, "#/$defs/shadow_2");
}

TEST(Schema, QuantitiesAskForTheirUnits) {
    const auto tree = schema();
    const auto pattern = under(tree, {"$defs", "mass_plain", "pattern"}).text;
    EXPECT_NE(pattern.find("(t|kg|g)$"), std::string::npos) << pattern;
    const auto& laws = under(tree, {"$defs", "mass_law", "properties"});
    EXPECT_NE(laws.find("pert"), nullptr);
    EXPECT_EQ(laws.find("beta"), nullptr) << "a beta law has no unit";
    EXPECT_NE(under(tree, {"$defs", "probability_law", "properties"}).find("beta"), nullptr);
}

TEST(ReferencePage, HasOneSectionForEachRecordWithItsDefaults) {
    const auto page = reference_page("Scenario files", {&type_of<example::Problem>()});
    EXPECT_EQ(page.find("# Scenario files\n"), 0U);
    for (const char* heading : {"\n## problem\n", "\n## fleet\n", "\n## place\n", "\n## term\n", "\n## open_road\n"}) {
        const auto first = page.find(heading);
        EXPECT_NE(first, std::string::npos) << heading;
        EXPECT_EQ(page.find(heading, first + 1), std::string::npos) << heading;
    }
    EXPECT_NE(page.find("| `turnaround` | a duration, e.g. '7 d'; from 0 s to 7 d | `3 h` | between two journeys |"),
              std::string::npos);
    EXPECT_NE(page.find("| `payload` | a mass, e.g. '40 t'; more than 0 t | required | cargo of one truck |"),
              std::string::npos);
}

}  // namespace
}  // namespace aidway
