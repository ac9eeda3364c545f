// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "access/access_fields.hpp"
#include "core/fields/describe.hpp"

namespace aidway {

/// The part of the roads that an overlay changes: one of `gate`, `road` and `at`.
struct OverlayStretch {
    static constexpr Distance usually_within = Distance::metres(200);
    std::optional<Name> gate;
    std::optional<Name> road;        ///< of the network's layer
    std::optional<LonLat> at;        ///< the nearest piece of road
    std::optional<Distance> within;  ///< how far that may lie, else `usually_within`
    bool operator==(const OverlayStretch&) const = default;
};

/// Nobody passes: a broken bridge.
struct CloseOverlay : OverlayStretch {
    static constexpr const char* kind = "close";
    bool operator==(const CloseOverlay&) const = default;
};
const Type& describe(Tag<CloseOverlay>);

/// Gates let pass whom they would not: a crossing that is negotiated for a week.
struct OpenOverlay : OverlayStretch {
    static constexpr const char* kind = "open";
    std::vector<Traffic> passing;
    std::optional<Hours> hours;
    bool operator==(const OpenOverlay&) const = default;
};
const Type& describe(Tag<OpenOverlay>);

/// Everybody drives slower: mud, rubble, a detour round craters.
struct SlowOverlay : OverlayStretch {
    static constexpr const char* kind = "slow";
    Probability factor;  ///< speed over the speed without it, above 0
    bool operator==(const SlowOverlay&) const = default;
};
const Type& describe(Tag<SlowOverlay>);

/// No more than so much passes in a day.
struct CapOverlay : OverlayStretch {
    static constexpr const char* kind = "cap";
    std::optional<Count> trucks_per_day;    ///< of aid
    std::optional<MassRate> goods_per_day;  ///< of trade
    bool operator==(const CapOverlay&) const = default;
};
const Type& describe(Tag<CapOverlay>);

/// Passage within these hours alone.
struct HoursOverlay : OverlayStretch {
    static constexpr const char* kind = "hours";
    Hours between;
    bool operator==(const HoursOverlay&) const = default;
};
const Type& describe(Tag<HoursOverlay>);

/// A road that is not in the network's layer: a bypass, a pontoon bridge. It meets the network at its two ends.
struct AddOverlay {
    static constexpr const char* kind = "add";
    std::vector<LonLat> line;
    std::string road;
    std::string road_class;
    bool one_way = false;            ///< passable in drawing order alone
    std::optional<Distance> within;  ///< how far its ends may lie from junctions, else `usually_within`
    std::vector<Traffic> passing{Traffic::aid, Traffic::goods, Traffic::civilians};
    bool operator==(const AddOverlay&) const = default;
};
const Type& describe(Tag<AddOverlay>);

using OverlayBody = std::variant<CloseOverlay, OpenOverlay, SlowOverlay, CapOverlay, HoursOverlay, AddOverlay>;

/// Whether an overlay lies on the scenario, or waits for an agreement that lays it.
enum class OverlayWhen : std::uint8_t { always, by_agreement };
const Type& describe(Tag<OverlayWhen>);

/// A change of roads or gates that leaves what lies beneath as it is.
struct OverlayRecord {
    std::string name;
    OverlayWhen when = OverlayWhen::always;
    std::optional<LocalTime> from;  ///< else from the beginning
    std::optional<LocalTime> to;    ///< else until the end
    OverlayBody body;
    bool operator==(const OverlayRecord&) const = default;
};
const Type& describe(Tag<OverlayRecord>);

/// "close", "open", ...
[[nodiscard]] const char* kind_of(const OverlayRecord& overlay);
/// What it changes; null for a road that it adds.
[[nodiscard]] const OverlayStretch* stretch_of(const OverlayRecord& overlay);

}  // namespace aidway
