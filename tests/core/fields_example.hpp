// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/fields/describe.hpp"

namespace aidway::example {

// The header of a module declares the types as plain values, and one `describe` for each.

enum class Passenger : std::uint8_t { aid, goods, civilians };
const Type& describe(Tag<Passenger>);

struct Fleet {
    Name home;
    Mass payload;
    Speed speed;
    Duration turnaround = std::chrono::hours{3};
    std::optional<Volume> space;
    Chance<Duration> loading = Chance<Duration>::certain(1800);
    bool operator==(const Fleet&) const = default;
};
const Type& describe(Tag<Fleet>);

struct Place {
    LonLat at;
    Count population;
    Probability willing{0.5};
    Hazard departures{0.05};
    MassRate ration = MassRate::grams_per_day(555);
    std::vector<double> weights;
    bool operator==(const Place&) const = default;
};
const Type& describe(Tag<Place>);

struct OpenRoad {
    Name road;
    std::vector<Passenger> passengers;
    bool operator==(const OpenRoad&) const = default;
};
const Type& describe(Tag<OpenRoad>);

struct NeedsBased {
    bool undo_links = true;
    bool operator==(const NeedsBased&) const = default;
};
const Type& describe(Tag<NeedsBased>);

struct Term {
    std::optional<Name> name;
    std::vector<Name> obliges;
    std::string cite;
    std::variant<OpenRoad, NeedsBased> what;
    bool operator==(const Term&) const = default;
};
const Type& describe(Tag<Term>);

struct Problem {
    std::string title;
    LocalTime from;
    Named<Fleet> fleets;
    Named<Place> places;
    std::vector<Term> terms;
    Named<std::string> sources;
    bool operator==(const Problem&) const = default;
};
const Type& describe(Tag<Problem>);

}  // namespace aidway::example
