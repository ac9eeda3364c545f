// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "io/osm/tag_meanings.hpp"
#include "network/numbers.hpp"
#include "network/road_pieces.hpp"

namespace aidway {

/// Tags of one object: keys and values.
using Tags = std::span<const std::pair<std::string_view, std::string_view>>;

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
    /// Which entries of one table the patterns of a key and value stand in.
    class Table {
    public:
        explicit Table(const Named<TagPatterns>& named);
        Table() = default;
        void add(const TagPatterns& patterns, std::size_t entry);
        /// The first entry that fits.
        [[nodiscard]] std::optional<std::size_t> first(Tags tags) const;
        /// All that fit, ascending.
        [[nodiscard]] std::vector<std::size_t> all(Tags tags) const;

    private:
        struct Values {
            std::vector<std::size_t> any;  ///< entries for any value but "no"
            std::unordered_map<std::string_view, std::vector<std::size_t>> of;
        };
        template <class Found>
        void each(Tags tags, const Found& found) const;
        std::unordered_map<std::string_view, Values> keys_;
    };

    [[nodiscard]] std::string word(const Table& table, const Named<TagPatterns>& named, Tags tags) const;
    [[nodiscard]] std::vector<std::string> barred(const RoadClassMeaning& road_class, Tags tags) const;
    [[nodiscard]] std::vector<std::string> barred_against(const std::vector<std::string>& barred) const;
    [[nodiscard]] OtherNames other_names(Tags tags) const;
    template <class T, class Read>
    [[nodiscard]] std::optional<T> least(const std::vector<std::string>& keys, Tags tags, const Read& read);

    const TagMeanings& meanings_;
    Table classes_, no_road_, directions_, surfaces_, surfaces_otherwise_, conditions_, features_, gates_;
    Numbers<std::string> roads_;
    Numbers<RoadKind> kinds_;
    Numbers<OtherNames> names_;
    Numbers<RoadLabel> labels_;
    std::map<std::string, std::int64_t> unread_;
};

}  // namespace aidway
