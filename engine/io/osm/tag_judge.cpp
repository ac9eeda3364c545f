// SPDX-License-Identifier: Apache-2.0
#include "io/osm/tag_judge.hpp"

#include <algorithm>

#include "io/osm/limit_value.hpp"

namespace aidway {
namespace {

// Entries of the table of directions, in the order in which they are believed.
enum : std::size_t { both_ways, against, along, implied };

std::string_view value_of(Tags tags, std::string_view key) {
    for (const auto& [known, value] : tags) {
        if (known == key) return value;
    }
    return {};
}

bool has(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool has(const std::vector<Name>& names, const std::string& name) {
    return std::any_of(names.begin(), names.end(), [&name](const Name& one) { return one.text == name; });
}

std::vector<std::string> sorted(std::vector<std::string> words) {
    std::sort(words.begin(), words.end());
    return words;
}

}  // namespace

TagJudge::Table::Table(const Named<TagPatterns>& named) {
    for (std::size_t i = 0; i < named.size(); ++i) add(named[i], i);
}

void TagJudge::Table::add(const TagPatterns& patterns, std::size_t entry) {
    for (const TagPattern& pattern : patterns) {
        Values& values = keys_[pattern.key];
        (pattern.value.empty() ? values.any : values.of[pattern.value]).push_back(entry);
    }
}

template <class Found>
void TagJudge::Table::each(Tags tags, const Found& found) const {
    for (const auto& [key, value] : tags) {
        const auto values = keys_.find(key);
        if (values == keys_.end()) continue;
        if (value != "no") {
            for (const std::size_t entry : values->second.any) found(entry);
        }
        const auto listed = values->second.of.find(value);
        if (listed == values->second.of.end()) continue;
        for (const std::size_t entry : listed->second) found(entry);
    }
}

std::optional<std::size_t> TagJudge::Table::first(Tags tags) const {
    std::optional<std::size_t> best;
    each(tags, [&best](std::size_t entry) { best = best ? std::min(*best, entry) : entry; });
    return best;
}

std::vector<std::size_t> TagJudge::Table::all(Tags tags) const {
    std::vector<std::size_t> entries;
    each(tags, [&entries](std::size_t entry) { entries.push_back(entry); });
    std::sort(entries.begin(), entries.end());
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    return entries;
}

TagJudge::TagJudge(const TagMeanings& meanings, RoadWords& words, bool ferries)
    : meanings_(meanings),
      surfaces_(meanings.surfaces),
      surfaces_otherwise_(meanings.surfaces_otherwise),
      conditions_(meanings.conditions),
      features_(meanings.features),
      gates_(meanings.gates),
      roads_(words.roads),
      kinds_(words.kinds),
      names_(words.other_names),
      labels_(words.labels) {
    for (std::size_t i = 0; i < meanings.classes.size(); ++i) {
        if (ferries || !meanings.classes[i].on_request) classes_.add(meanings.classes[i].tags, i);
    }
    no_road_.add(meanings.no_road, 0);
    directions_.add(meanings.one_way.both, both_ways);
    directions_.add(meanings.one_way.against, against);
    directions_.add(meanings.one_way.along, along);
    directions_.add(meanings.one_way.implied, implied);
}

std::optional<TagJudge::Road> TagJudge::road(Tags tags) {
    const auto found = classes_.first(tags);
    if (!found || no_road_.first(tags)) return std::nullopt;
    const RoadClassMeaning& road_class = meanings_.classes[*found];
    RoadKind kind;
    kind.road_class = meanings_.classes.name(*found).text;
    kind.surface = word(surfaces_, meanings_.surfaces, tags);
    if (kind.surface.empty()) kind.surface = word(surfaces_otherwise_, meanings_.surfaces_otherwise, tags);
    kind.condition = word(conditions_, meanings_.conditions, tags);
    for (const std::size_t i : features_.all(tags)) kind.features.push_back(meanings_.features.name(i).text);
    kind.features = sorted(std::move(kind.features));
    kind.barred = barred(road_class, tags);
    kind.max_weight = least<Mass>(meanings_.limits.weight, tags, weight_in);
    kind.max_height = least<Distance>(meanings_.limits.height, tags, height_in);
    kind.max_speed = least<Speed>(meanings_.limits.speed, tags, speed_in);

    const std::uint32_t named = roads_.of(name(tags));
    const std::uint32_t others = names_.of(other_names(tags));
    const auto label = [&](const RoadKind& of) { return labels_.of({named, 0, kinds_.of(of), others, false}); };
    const std::size_t direction = directions_.first(tags).value_or(both_ways);
    const std::uint32_t free = label(kind);
    if (direction == both_ways) return Road{free, free};
    RoadKind back = kind;
    back.barred = barred_against(kind.barred);
    const std::uint32_t bound = back.barred.size() == meanings_.traffic.size() ? RoadPieces::no_label : label(back);
    return direction == against ? Road{bound, free} : Road{free, bound};
}

const std::string* TagJudge::gate(Tags tags) const {
    const auto found = gates_.first(tags);
    return found ? &meanings_.gates.name(*found).text : nullptr;
}

std::string TagJudge::name(Tags tags) const {
    for (const std::string& key : meanings_.road) {
        if (const auto value = value_of(tags, key); !value.empty()) return std::string(value);
    }
    return "";
}

std::string TagJudge::word(const Table& table, const Named<TagPatterns>& named, Tags tags) const {
    const auto found = table.first(tags);
    return found ? named.name(*found).text : "";
}

std::vector<std::string> TagJudge::barred(const RoadClassMeaning& road_class, Tags tags) const {
    std::vector<std::string> all;
    for (const auto& [traffic, keys] : meanings_.traffic) {
        bool bars = has(road_class.barred, traffic.text);
        for (const std::string& key : keys) {
            const auto value = value_of(tags, key);
            if (has(meanings_.barring, value)) bars = true;
            if (has(meanings_.restoring, value)) bars = false;
        }
        if (bars) all.push_back(traffic.text);
    }
    return sorted(std::move(all));
}

std::vector<std::string> TagJudge::barred_against(const std::vector<std::string>& barred) const {
    std::vector<std::string> all;
    for (const auto& [traffic, keys] : meanings_.traffic) {
        if (has(barred, traffic.text) || !has(meanings_.one_way.not_binding, traffic.text)) all.push_back(traffic.text);
    }
    return sorted(std::move(all));
}

OtherNames TagJudge::other_names(Tags tags) const {
    OtherNames all;
    for (const auto& [key, value] : tags) {
        const auto colon = key.find(':');
        const bool listed = has(meanings_.other_names, key);
        if (listed || (colon != std::string_view::npos &&
                       has(meanings_.other_names, std::string(key.substr(0, colon + 1)) + "*"))) {
            all.emplace_back(key, value);
        }
    }
    std::sort(all.begin(), all.end());
    return all;
}

template <class T, class Read>
std::optional<T> TagJudge::least(const std::vector<std::string>& keys, Tags tags, const Read& read) {
    std::optional<T> best;
    for (const std::string& key : keys) {
        const auto value = value_of(tags, key);
        if (value.empty() || has(meanings_.limits.unlimited, value)) continue;
        const std::optional<T> found = read(value);
        if (!found) {
            ++unread_[key + "=" + std::string(value)];
        } else if (!best || *found < *best) {
            best = found;
        }
    }
    return best;
}

}  // namespace aidway
