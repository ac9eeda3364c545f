// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "io/osm/tag_meanings.hpp"
#include "io/osm/tag_memory.hpp"
#include "io/osm/tag_table.hpp"
#include "network/numbers.hpp"
#include "network/road_pieces.hpp"

namespace aidway {

/// Says what the tags of a way mean for a network, by a file of meanings. Words go into tables of the caller's.
class TagJudge {
public:
    /// Labels of a road in drawing order and against it; `RoadPieces::no_label` where it is not passable.
    struct Road {
        std::uint32_t forward = RoadPieces::no_label;
        std::uint32_t backward = RoadPieces::no_label;
    };

    /// Keeps references to both.
    TagJudge(const TagMeanings& meanings, RoadWords& words, bool ferries);

    /// Nothing for a way that is no road.
    [[nodiscard]] std::optional<Road> road(Tags tags);
    /// What kind of gate a node may be; nothing for one that may be none.
    [[nodiscard]] const std::string* gate(Tags tags) const;
    /// The name by which a road or gate is known; empty where there is none.
    [[nodiscard]] std::string name(Tags tags) const;
    /// Limits that could not be read ("maxspeed=RO:urban") and on how many ways.
    [[nodiscard]] const std::map<std::string, std::int64_t>& unread() const noexcept { return unread_; }

private:
    /// What the key of a tag may be there for.
    struct Use {
        bool decides = false;  ///< what kind of road it is, or that it is none
        bool names = false;
    };
    /// What the tags that decide say; neither way passable where the way is no road.
    struct Kind {
        std::optional<std::uint32_t> free;   ///< kind of road in the direction that is open
        std::optional<std::uint32_t> bound;  ///< the other way; the same unless it is a one-way road
        bool free_is_backward = false;
        std::vector<std::string> unread;  ///< limits that could not be read
    };
    struct Names {
        std::uint32_t road, other_names;
    };

    void learn_keys();
    [[nodiscard]] Use use_of(std::string_view key) const;
    [[nodiscard]] Kind judge(Tags tags);
    [[nodiscard]] Road labels_of(const Kind& judged, const Names& names);
    [[nodiscard]] std::string word(const TagTable& table, const Named<TagPatterns>& named, Tags tags) const;
    [[nodiscard]] std::vector<std::string> barred(const RoadClassMeaning& road_class, Tags tags) const;
    [[nodiscard]] std::vector<std::string> barred_against(const std::vector<std::string>& barred) const;
    [[nodiscard]] bool is_other_name(std::string_view key) const;
    [[nodiscard]] OtherNames other_names(Tags tags) const;
    template <class T, class Read>
    [[nodiscard]] std::optional<T> least(const std::vector<std::string>& keys, Tags tags, const Read& read,
                                         std::vector<std::string>& unread) const;

    const TagMeanings& meanings_;
    TagTable classes_, no_road_, directions_, surfaces_, surfaces_otherwise_, conditions_, features_, gates_;
    Numbers<std::string> roads_;
    Numbers<RoadKind> kinds_;
    Numbers<OtherNames> names_;
    Numbers<RoadLabel> labels_;
    std::unordered_set<std::string_view> class_keys_;
    std::unordered_map<std::string_view, Use> uses_;                                // of keys that are known by name
    std::vector<std::pair<std::string_view, std::string_view>> deciding_, naming_;  // among the tags at hand
    TagMemory<Kind> judged_;
    TagMemory<Names> named_;
    std::unordered_map<std::uint64_t, Road> labelled_;  // by the numbers of both
    std::map<std::string, std::int64_t> unread_;
};

}  // namespace aidway
