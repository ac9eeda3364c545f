// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/fields/type.hpp"

namespace aidway {

/// What the owner of a value type states to make it a leaf that is written as one text.
template <class T>
struct TextForm {
    std::string name;     ///< of the type, snake case
    std::string what;     ///< with article: "opening hours", "a trigger"
    std::string example;  ///< "06:00-18:00"
    std::string pattern;  ///< regular expression of the whole text, for editors
    std::optional<T> (*parse)(std::string_view text);
    std::string (*format)(const T& value);
};

/// Text as it may stand in a YAML file: plain where that is safe, else in double quotes.
[[nodiscard]] std::string yaml_text(std::string_view text);
[[nodiscard]] std::string json_text(std::string_view text);

/// "" when `node` is a scalar, else "expected EXPECTED, got a list".
[[nodiscard]] std::string refuse_non_scalar(const Node& node, const std::string& expected);

/// A leaf of any value type that has a text form.
template <class T>
class TextLeaf final : public LeafType {
public:
    explicit TextLeaf(TextForm<T> form) : LeafType(form.name, form.what), form_(std::move(form)) {}
    [[nodiscard]] std::string parse(const Node& node, void* out) const override {
        if (auto fault = refuse_non_scalar(node, expected()); !fault.empty()) return fault;
        auto value = form_.parse(node.text);
        if (!value) return "'" + node.text + "' is not " + expected();
        *static_cast<T*>(out) = std::move(*value);
        return {};
    }
    [[nodiscard]] std::string format(const void* value) const override {
        return yaml_text(form_.format(*static_cast<const T*>(value)));
    }
    [[nodiscard]] std::string schema() const override {
        return R"({"type": "string", "pattern": )" + json_text(form_.pattern) + "}";
    }
    [[nodiscard]] std::string expected() const override { return form_.what + ", e.g. '" + form_.example + "'"; }

private:
    TextForm<T> form_;
};

/// One of a few words. The value is held as the word's position, through the two functions.
class WordType final : public LeafType {
public:
    struct Access {
        std::size_t (*index)(const void* value);
        void (*set)(void* value, std::size_t index);
    };
    WordType(std::string type_name, std::string what, std::vector<std::string> words, Access access)
        : LeafType(std::move(type_name), std::move(what)), words_(std::move(words)), access_(access) {}
    [[nodiscard]] std::string parse(const Node& node, void* out) const override;
    [[nodiscard]] std::string format(const void* value) const override;
    [[nodiscard]] std::string schema() const override;
    [[nodiscard]] std::string expected() const override;
    [[nodiscard]] const std::vector<std::string>& words() const { return words_; }

private:
    std::vector<std::string> words_;
    Access access_;
};

/// The leaf of an enumeration whose values are 0, 1, 2, ... in the order of `words`.
template <class E>
WordType enum_type(const char* name, const char* what, std::initializer_list<const char*> words) {
    return WordType(name, what, std::vector<std::string>(words.begin(), words.end()),
                    {[](const void* value) { return static_cast<std::size_t>(*static_cast<const E*>(value)); },
                     [](void* value, std::size_t index) { *static_cast<E*>(value) = static_cast<E>(index); }});
}

}  // namespace aidway
