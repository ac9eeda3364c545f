// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/fields/type.hpp"
#include "core/instant.hpp"
#include "core/law.hpp"
#include "core/lon_lat.hpp"
#include "core/name.hpp"
#include "core/named.hpp"
#include "core/quantity.hpp"

namespace aidway {

/// Picks the overload of `describe`. A new type needs `const Type& describe(Tag<T>)` declared beside it and
/// defined in its .cpp file; see tests/core/fields_example.hpp.
template <class T>
struct Tag {};

template <class T>
const Type& type_of() {
    return describe(Tag<T>{});
}

/// A quantity drawn inside a replicate: a law in the natural unit of `T`, or one certain value. In a file: a plain
/// value, or `{triangular: [1 d, 3 d, 9 d]}`.
template <class T>
struct Chance {
    Law law;
    static Chance certain(double natural) { return {Law::certain(natural)}; }
    bool operator==(const Chance&) const = default;
};

const Type& describe(Tag<std::string>);   ///< free text
const Type& describe(Tag<Name>);          ///< a reference: text with its place
const Type& describe(Tag<bool>);          ///< true, false
const Type& describe(Tag<std::int64_t>);  ///< a whole number
const Type& describe(Tag<int>);           ///< a whole number of 32 bits
const Type& describe(Tag<Count>);         ///< a whole number, not negative
const Type& describe(Tag<double>);        ///< a plain number
const Type& describe(Tag<Mass>);          ///< natural unit kg; held in whole grams
const Type& describe(Tag<MassRate>);      ///< kg/d; held in whole grams a day
const Type& describe(Tag<Distance>);      ///< m
const Type& describe(Tag<Speed>);         ///< m/s
const Type& describe(Tag<Duration>);      ///< s; whole
const Type& describe(Tag<Volume>);        ///< m3
const Type& describe(Tag<Density>);       ///< kg/m3
const Type& describe(Tag<Probability>);   ///< plain number in [0, 1], or "60 %"
const Type& describe(Tag<Hazard>);        ///< events a day, not negative
const Type& describe(Tag<LonLat>);        ///< [longitude, latitude] in degrees
const Type& describe(Tag<LocalTime>);
const Type& describe(Tag<Law>);  ///< a chance without a unit

template <class T>
const Type& describe(Tag<Chance<T>>) {
    static_assert(sizeof(Chance<T>) == sizeof(Law));
    static const ChanceType type(&type_of<T>);
    return type;
}

template <class T>
const Type& describe(Tag<std::vector<T>>) {
    static const ListType type(
        &type_of<T>, [](const void* list) { return static_cast<const std::vector<T>*>(list)->size(); },
        [](void* list, std::size_t n) { static_cast<std::vector<T>*>(list)->resize(n); },
        [](void* list, std::size_t i) -> void* { return &(*static_cast<std::vector<T>*>(list))[i]; });
    return type;
}

template <class T>
const Type& describe(Tag<Named<T>>) {
    static const NamedType type(
        &type_of<T>, [](const void* map) { return static_cast<const Named<T>*>(map)->size(); },
        [](const void* map, std::size_t i) -> const Name& { return static_cast<const Named<T>*>(map)->name(i); },
        [](void* map, std::size_t i) -> void* { return &(*static_cast<Named<T>*>(map))[i]; },
        [](void* map, Name name) -> void* { return &static_cast<Named<T>*>(map)->add(std::move(name)); },
        [](void* map) { static_cast<Named<T>*>(map)->clear(); },
        [](const void* map, std::string_view name) {
            const auto& all = *static_cast<const Named<T>*>(map);
            return all.index_of(name).value_or(all.size());
        });
    return type;
}

template <class T>
const Type& describe(Tag<std::optional<T>>) {
    static const OptionalType type(
        &type_of<T>,
        [](void* optional) -> void* {
            auto& held = *static_cast<std::optional<T>*>(optional);
            return held ? &*held : nullptr;
        },
        [](void* optional) -> void* { return &static_cast<std::optional<T>*>(optional)->emplace(); },
        [](void* optional) { static_cast<std::optional<T>*>(optional)->reset(); });
    return type;
}

template <class... Ts>
const Type& describe(Tag<std::variant<Ts...>>) {
    using Variant = std::variant<Ts...>;
    static const ChoiceType type(
        {&type_of<Ts>...}, [](const void* choice) { return static_cast<const Variant*>(choice)->index(); },
        [](void* choice) {
            return std::visit([](auto& held) -> void* { return &held; }, *static_cast<Variant*>(choice));
        },
        [](void* choice, std::size_t i) {
            using Emplace = void* (*)(Variant&);
            static constexpr Emplace make[] = {[](Variant& v) -> void* { return &v.template emplace<Ts>(); }...};
            return make[i](*static_cast<Variant*>(choice));
        });
    return type;
}

/// A default-constructed `T` that lives as long as the program.
template <class T>
const T& sample_of() {
    static const T sample{};
    return sample;
}

template <class T, class M>
Field make_field(Field::Need need, const char* name, M T::*member, const char* doc, Range range) {
    const T& sample = sample_of<T>();
    const auto offset = reinterpret_cast<const char*>(&(sample.*member)) - reinterpret_cast<const char*>(&sample);
    return Field{name, doc, need, static_cast<std::size_t>(offset), &type_of<M>, range};
}

/// A key that must be given.
template <class T, class M>
Field required(const char* name, M T::*member, const char* doc, Range range = {}) {
    return make_field(Field::Need::required, name, member, doc, range);
}

/// A key that may be left out; the member's initialiser is the default, and the reference page prints it.
template <class T, class M>
Field optional(const char* name, M T::*member, const char* doc, Range range = {}) {
    return make_field(Field::Need::optional, name, member, doc, range);
}

/// A std::variant member whose tag is one of the record's own keys: `- open_road: {...}` beside `name:`, `obliges:`.
template <class T, class... Ts>
Field choice(std::variant<Ts...> T::*member, const char* doc) {
    return make_field(Field::Need::inlined, "", member, doc, {});
}

/// The table of a record; keep it in a function-local `static const`.
template <class T>
RecordType record(const char* name, const char* doc, std::vector<Field> fields) {
    return RecordType(name, doc, std::move(fields), &sample_of<T>());
}

}  // namespace aidway
