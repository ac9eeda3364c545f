// SPDX-License-Identifier: Apache-2.0
#include "core/fields/slot.hpp"

#include <charconv>
#include <cstddef>
#include <stdexcept>
#include <system_error>

#include "core/diagnostic.hpp"
#include "core/fields/canonical.hpp"
#include "core/fields/reader.hpp"

namespace aidway {
namespace {

[[noreturn]] void lost(std::string_view path, const std::string& step, const std::vector<std::string>& valid) {
    throw std::invalid_argument("no '" + step + "' in the path '" + std::string(path) + "'" + suggestion(step, valid));
}

std::size_t list_index(std::string_view path, const std::string& step, std::size_t size) {
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), index);
    if (error != std::errc{} || end != step.data() + step.size() || index >= size) {
        throw std::invalid_argument("no '" + step + "' in the path '" + std::string(path) + "': the list has " +
                                    std::to_string(size) + (size == 1 ? " item" : " items"));
    }
    return index;
}

void* member_of(void* record, std::size_t offset) { return static_cast<std::byte*>(record) + offset; }

}  // namespace

/// Where the search for a slot stands: `type` and `value` are what the steps so far lead to.
struct Slot::Search {
    Slot& slot;
    const Type* type;
    void* value;

    /// The value inside, if an optional holds one; an empty optional ends a path.
    void open_optionals() {
        while (type->shape == Shape::optional) {
            const auto& optional = static_cast<const OptionalType&>(*type);
            void* held = optional.value(value);
            if (!held) return;
            slot.steps_.push_back({type, 0});
            type = &optional.of();
            value = held;
        }
    }

    void into_field(const RecordType& table, const std::string& step) {
        std::vector<std::string> valid;
        const Field* found = nullptr;
        for (const auto& field : table.fields) {
            const bool inlined = field.need == Field::Need::inlined;
            valid.push_back(inlined
                                ? tag_of(static_cast<const ChoiceType&>(field.type()), member_of(value, field.offset))
                                : field.name);
            if (valid.back() == step) found = &field;
        }
        if (!found) lost(slot.path_, step, valid);
        slot.steps_.push_back({type, found->offset});
        slot.range_ = found->range;
        value = member_of(value, found->offset);
        type = &found->type();
        if (found->need == Field::Need::inlined) into_choice(static_cast<const ChoiceType&>(*type), step);
    }

    void into_choice(const ChoiceType& choice, const std::string& step) {
        if (tag_of(choice, value) != step) lost(slot.path_, step, {tag_of(choice, value)});
        const auto held = choice.index(value);
        slot.steps_.push_back({type, held});
        slot.range_ = {};
        value = choice.value(value);
        type = &choice.alternatives[held]();
    }

    void into_list(const ListType& list, const std::string& step) {
        const auto index = list_index(slot.path_, step, list.size(value));
        slot.steps_.push_back({type, index});
        value = list.at(value, index);
        type = &list.item();
    }

    void into_named(const NamedType& map, const std::string& step) {
        const auto index = map.index_of(value, step);
        if (index == map.size(value)) {
            std::vector<std::string> valid;
            for (std::size_t i = 0; i < map.size(value); ++i) valid.push_back(map.name_at(value, i).text);
            lost(slot.path_, step, valid);
        }
        slot.steps_.push_back({type, index});
        value = map.at(value, index);
        type = &map.item();
    }

    void into(const std::string& step) {
        switch (type->shape) {
            case Shape::record: return into_field(static_cast<const RecordType&>(*type), step);
            case Shape::choice: return into_choice(static_cast<const ChoiceType&>(*type), step);
            case Shape::list: return into_list(static_cast<const ListType&>(*type), step);
            case Shape::named: return into_named(static_cast<const NamedType&>(*type), step);
            case Shape::leaf:
            case Shape::chance:
            case Shape::optional: lost(slot.path_, step, {});
        }
    }

private:
    static std::string tag_of(const ChoiceType& choice, const void* held) {
        return choice.alternatives.at(choice.index(held))().name;
    }
};

Slot Slot::find(const Type& type, const void* record, std::string_view path) {
    Slot slot;
    slot.path_ = path;
    // Never written through; the descriptions know one kind of pointer.
    Search search{slot, &type, const_cast<void*>(record)};
    search.open_optionals();
    while (!path.empty()) {
        const auto slash = path.find('/');
        search.into(std::string(path.substr(0, slash)));
        search.open_optionals();
        path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
    }
    slot.type_ = search.type;
    if (search.type->shape == Shape::leaf) {
        slot.number_ = dynamic_cast<const NumberType*>(static_cast<const LeafType*>(search.type));
    }
    if (slot.number_) slot.range_ = intersection(slot.range_, slot.number_->limits());
    return slot;
}

void* Slot::follow(void* record) const {
    const auto check = [&](bool fits) {
        if (!fits) throw std::invalid_argument("this record has no '" + path_ + "'");
    };
    void* value = record;
    for (const auto& [type, where] : steps_) {
        switch (type->shape) {
            case Shape::record: value = member_of(value, where); break;
            case Shape::list: {
                const auto& items = static_cast<const ListType&>(*type);
                check(where < items.size(value));
                value = items.at(value, where);
                break;
            }
            case Shape::named: {
                const auto& map = static_cast<const NamedType&>(*type);
                check(where < map.size(value));
                value = map.at(value, where);
                break;
            }
            case Shape::choice: {
                const auto& choice = static_cast<const ChoiceType&>(*type);
                check(choice.index(value) == where);
                value = choice.value(value);
                break;
            }
            case Shape::optional:
                value = static_cast<const OptionalType&>(*type).value(value);
                check(value != nullptr);
                break;
            case Shape::leaf:
            case Shape::chance: break;
        }
    }
    return value;
}

double Slot::number(const void* record) const {
    if (!number_) throw std::invalid_argument("'" + path_ + "' is not a number");
    return number_->to_number(follow(const_cast<void*>(record)));
}

void Slot::set_number(void* record, double natural) const {
    if (!number_) throw std::invalid_argument("'" + path_ + "' is not a number");
    if (natural != natural) throw std::invalid_argument("'" + path_ + "' cannot be set to no number");
    number_->set_number(follow(record), clamped(natural, range_));
}

std::string Slot::text(const void* record) const { return write_canonical(*type_, follow(const_cast<void*>(record))); }

void Slot::assign(void* record, const Node& tree) const {
    Reading reading;
    const Origin origin{"", "", path_};
    Reader(origin, reading).read(*type_, tree, follow(record), range_);
    if (!reading.faults.empty()) throw std::invalid_argument(path_ + ": " + reading.faults.front().message);
    if (!reading.uncertain.empty()) throw std::invalid_argument(path_ + ": a law cannot be assigned, only a value");
}

}  // namespace aidway
