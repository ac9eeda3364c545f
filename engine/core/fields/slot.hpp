// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/fields/describe.hpp"
#include "core/tree.hpp"

namespace aidway {

/// The way from a record to one value beneath it, found once by its path and then followed without any text.
/// Works on every record of the same type whose lists, maps and choices are alike (any copy of the record it was found
/// in); std::invalid_argument otherwise. A constant value: threads may share it.
class Slot {
public:
    /// Throws std::invalid_argument, naming the nearest valid step, when the path leads nowhere.
    static Slot find(const Type& type, const void* record, std::string_view path);
    [[nodiscard]] bool is_number() const { return number_ != nullptr; }
    [[nodiscard]] const Type& type() const { return *type_; }
    /// In natural units; only for numbers.
    [[nodiscard]] double number(const void* record) const;
    /// Sets the nearest value that the type and the field's range allow; only for numbers. No allocation.
    void set_number(void* record, double natural) const;
    /// Canonical text of the value.
    [[nodiscard]] std::string text(const void* record) const;
    /// Replaces the value by what the tree says; std::invalid_argument when the tree does not fit (a law included).
    void assign(void* record, const Node& tree) const;

private:
    struct Step {
        const Type* type;   ///< of the value the step starts from
        std::size_t where;  ///< offset in a record, index in a list, a map or a choice
    };
    struct Search;
    [[nodiscard]] void* follow(void* record) const;
    std::string path_;
    std::vector<Step> steps_;
    const Type* type_ = nullptr;
    const NumberType* number_ = nullptr;
    Range range_;
};

template <class T>
Slot find_slot(const T& record, std::string_view path) {
    return Slot::find(type_of<T>(), &record, path);
}

/// Sets the value under `path`; text as in a file, or a number in natural units. Throws as Slot does.
template <class T>
void assign(T& record, std::string_view path, std::string_view text) {
    find_slot(record, path).assign(&record, Node::scalar(std::string(text)));
}
template <class T>
void assign(T& record, std::string_view path, double natural) {
    find_slot(record, path).set_number(&record, natural);
}
template <class T>
void assign(T& record, std::string_view path, const Node& tree) {
    find_slot(record, path).assign(&record, tree);
}

/// A copy of the record with one value replaced.
template <class T, class Value>
[[nodiscard]] T replace(T record, std::string_view path, const Value& value) {
    assign(record, path, value);
    return record;
}

/// Canonical text of the value under `path`.
template <class T>
[[nodiscard]] std::string value_at(const T& record, std::string_view path) {
    return find_slot(record, path).text(&record);
}

/// Paths of all leaves that the record holds, in the order of the tables: the levers of a study.
[[nodiscard]] std::vector<std::string> leaf_paths(const Type& type, const void* record);

}  // namespace aidway
