// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "core/name.hpp"
#include "core/tree.hpp"

namespace aidway {

/// The shapes a value of a scenario file may have.
enum class Shape : std::uint8_t {
    leaf,      ///< one value: text, a number, a quantity, a word
    chance,    ///< a law drawn inside a replicate
    record,    ///< a mapping with known keys
    list,      ///< a list of one type
    named,     ///< a mapping from free names to one type
    optional,  ///< a value or nothing
    choice,    ///< a mapping whose one key says which of several types follows
};

/// Description of a C++ type at run time. Descriptions are immutable and live as long as the program.
/// Functions on values take `void*`: the caller must pass a value of the described type.
struct Type {
    Shape shape;
    std::string name;  ///< snake case, unique among types; empty for containers
    std::string doc;   ///< one sentence; empty for containers
    Type(const Type&) = default;
    Type& operator=(const Type&) = delete;

protected:
    Type(Shape s, std::string n, std::string d) : shape(s), name(std::move(n)), doc(std::move(d)) {}
    ~Type() = default;
};

/// Types are reached through functions, so that records may hold lists of themselves.
using TypeOf = const Type& (*)();

/// Valid values of a number, in its natural unit (kg, kg/d, m, m/s, s, m3, kg/m3, events a day, or the plain number).
struct Range {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool low_open = false;
    bool high_open = false;
    [[nodiscard]] bool contains(double x) const noexcept {
        return (low_open ? x > low : x >= low) && (high_open ? x < high : x <= high);
    }
    [[nodiscard]] bool bounded() const noexcept { return low > -1e300 || high < 1e300; }
};
[[nodiscard]] Range more_than(double low);
[[nodiscard]] Range at_least(double low);
[[nodiscard]] Range at_most(double high);
[[nodiscard]] Range between(double low, double high);  ///< both ends included
[[nodiscard]] Range intersection(const Range& a, const Range& b);
/// `x`, or the nearest double inside the range.
[[nodiscard]] double clamped(double x, const Range& range);

/// One value as text. `parse` answers "" or what is wrong; it must leave `out` alone when something is.
class LeafType : public Type {
public:
    virtual ~LeafType() = default;
    [[nodiscard]] virtual std::string parse(const Node& node, void* out) const = 0;
    /// Text that `parse` turns back into an equal value, ready to stand in a YAML file.
    [[nodiscard]] virtual std::string format(const void* value) const = 0;
    /// JSON Schema of the plain form.
    [[nodiscard]] virtual std::string schema() const = 0;
    /// How the plain form looks, e.g. "a mass, e.g. '40 t'".
    [[nodiscard]] virtual std::string expected() const = 0;

protected:
    LeafType(std::string type_name, std::string what) : Type(Shape::leaf, std::move(type_name), std::move(what)) {}
    LeafType(const LeafType&) = default;
};

/// A leaf that is a number in some natural unit: it may be given as a law, and set by a draw.
class NumberType : public LeafType {
public:
    [[nodiscard]] std::string parse(const Node& node, void* out) const final;
    [[nodiscard]] std::string format(const void* value) const final { return format_number(to_number(value)); }

    /// The number in natural units; answers "" or what is wrong.
    [[nodiscard]] virtual std::string parse_number(const Node& node, double& out) const = 0;
    [[nodiscard]] virtual std::string format_number(double natural) const = 0;
    [[nodiscard]] virtual double to_number(const void* value) const = 0;
    /// Sets the nearest value the type can hold (whole grams, seconds, people; [0, 1] for a probability).
    virtual void set_number(void* value, double natural) const = 0;
    [[nodiscard]] virtual std::string_view unit() const = 0;  ///< "kg", "m/s", ...; "" for a plain number
    [[nodiscard]] virtual Range limits() const = 0;           ///< what the type itself can hold
    /// "" when the number can be held exactly, else what is asked for, e.g. "whole seconds"; draws are rounded instead.
    [[nodiscard]] virtual std::string_view grain_fault(double natural) const = 0;

protected:
    using LeafType::LeafType;
};

/// "more than 0 t", "from 0 to 1", ...; "" when the range is no limit.
[[nodiscard]] std::string in_words(const Range& range, const NumberType& type);

/// A Chance<T>: stored as a Law in natural units of T.
struct ChanceType : Type {
    TypeOf of;  ///< a NumberType
    explicit ChanceType(TypeOf number) : Type(Shape::chance, "", ""), of(number) {}
};

struct ListType : Type {
    TypeOf item;
    std::size_t (*size)(const void* list);
    void (*resize)(void* list, std::size_t n);
    void* (*at)(void* list, std::size_t i);
    ListType(TypeOf t, decltype(size) s, decltype(resize) r, decltype(at) a)
        : Type(Shape::list, "", ""), item(t), size(s), resize(r), at(a) {}
};

struct NamedType : Type {
    TypeOf item;
    std::size_t (*size)(const void* map);
    const Name& (*name_at)(const void* map, std::size_t i);
    void* (*at)(void* map, std::size_t i);
    void* (*add)(void* map, Name name);  ///< the new value; throws when the name is taken
    void (*clear)(void* map);
    std::size_t (*index_of)(const void* map, std::string_view name);  ///< size() when there is none
    NamedType(TypeOf t, decltype(size) s, decltype(name_at) n, decltype(at) a, decltype(add) d, decltype(clear) c,
              decltype(index_of) i)
        : Type(Shape::named, "", ""), item(t), size(s), name_at(n), at(a), add(d), clear(c), index_of(i) {}
};

struct OptionalType : Type {
    TypeOf of;
    void* (*value)(void* optional);    ///< nullptr when empty
    void* (*emplace)(void* optional);  ///< a fresh value
    void (*reset)(void* optional);
    OptionalType(TypeOf t, decltype(value) v, decltype(emplace) e, decltype(reset) r)
        : Type(Shape::optional, "", ""), of(t), value(v), emplace(e), reset(r) {}
};

/// A std::variant; the key of each alternative is the name of its type.
struct ChoiceType : Type {
    std::vector<TypeOf> alternatives;
    std::size_t (*index)(const void* choice);
    void* (*value)(void* choice);
    void* (*emplace)(void* choice, std::size_t i);
    ChoiceType(std::vector<TypeOf> types, decltype(index) i, decltype(value) v, decltype(emplace) e)
        : Type(Shape::choice, "", ""), alternatives(std::move(types)), index(i), value(v), emplace(e) {}
};

/// One key of a record.
struct Field {
    enum class Need : std::uint8_t { required, optional, inlined };
    std::string name;  ///< empty when inlined: a choice whose tag stands among the keys of the record
    std::string doc;
    Need need = Need::required;
    std::size_t offset = 0;  ///< of the member, in bytes
    TypeOf type = nullptr;
    Range range;  ///< of the numbers below, through lists, optionals and chances, not through records
};

struct RecordType : Type {
    std::vector<Field> fields;
    const void* sample;  ///< a default-constructed record: where the defaults are read from
    /// Throws std::logic_error on a repeated or reserved key (value, source, confidence, note).
    RecordType(std::string type_name, std::string what, std::vector<Field> keys, const void* defaults);
};

}  // namespace aidway
