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
    learn_keys();
}

void TagJudge::learn_keys() {
    classes_.each_key([this](std::string_view key) { class_keys_.insert(key); });
    const auto decides = [this](std::string_view key) { uses_[key].decides = true; };
    for (const TagTable* table :
         {&classes_, &no_road_, &directions_, &surfaces_, &surfaces_otherwise_, &conditions_, &features_}) {
        table->each_key(decides);
    }
    for (const auto& [traffic, keys] : meanings_.traffic) std::for_each(keys.begin(), keys.end(), decides);
    for (const auto* keys : {&meanings_.limits.weight, &meanings_.limits.height, &meanings_.limits.speed}) {
        std::for_each(keys->begin(), keys->end(), decides);
    }
    for (const std::string& key : meanings_.road) uses_[key].names = true;
    for (const std::string& key : meanings_.other_names) uses_[key].names = true;
    for (auto& [key, use] : uses_) use.names = use.names || is_other_name(key);
}

TagJudge::Use TagJudge::use_of(std::string_view key) const {
    const auto known = uses_.find(key);
    return known != uses_.end() ? known->second : Use{false, is_other_name(key)};
}

std::optional<TagJudge::Road> TagJudge::road(Tags tags) {
    const auto of_class = [this](const auto& tag) { return class_keys_.contains(tag.first); };
    if (std::none_of(tags.begin(), tags.end(), of_class)) return std::nullopt;  // soon, as most ways are no roads
    deciding_.clear();
    naming_.clear();
    for (const auto& tag : tags) {
        const Use use = use_of(tag.first);
        if (use.decides) deciding_.push_back(tag);
        if (use.names) naming_.push_back(tag);
    }
    const std::uint32_t kind = judged_.of(deciding_, [this](Tags all) { return judge(all); });
    const Kind& judged = judged_[kind];
    if (!judged.free && !judged.bound) return std::nullopt;
    for (const std::string& limit : judged.unread) ++unread_[limit];
    const std::uint32_t named = named_.of(naming_, [this](Tags all) {
        return Names{roads_.of(name(all)), names_.of(other_names(all))};
    });
    const auto [road, is_new] = labelled_.try_emplace(std::uint64_t{kind} << 32U | named);
    if (is_new) road->second = labels_of(judged, named_[named]);
    return road->second;
}

TagJudge::Kind TagJudge::judge(Tags tags) {
    Kind judged;
    const auto found = classes_.first(tags);
    if (!found || no_road_.first(tags)) return judged;
    const RoadClassMeaning& road_class = meanings_.classes[*found];
    RoadKind kind;
    kind.road_class = meanings_.classes.name(*found).text;
    kind.surface = word(surfaces_, meanings_.surfaces, tags);
    if (kind.surface.empty()) kind.surface = word(surfaces_otherwise_, meanings_.surfaces_otherwise, tags);
    kind.condition = word(conditions_, meanings_.conditions, tags);
    for (const std::size_t i : features_.all(tags)) kind.features.push_back(meanings_.features.name(i).text);
    kind.features = sorted(std::move(kind.features));
    kind.barred = barred(road_class, tags);
    kind.max_weight = least<Mass>(meanings_.limits.weight, tags, weight_in, judged.unread);
    kind.max_height = least<Distance>(meanings_.limits.height, tags, height_in, judged.unread);
    kind.max_speed = least<Speed>(meanings_.limits.speed, tags, speed_in, judged.unread);

    judged.free = kinds_.of(kind);
    const std::size_t direction = directions_.first(tags).value_or(both_ways);
    judged.free_is_backward = direction == against;
    if (direction == both_ways) {
        judged.bound = judged.free;
    } else {
        kind.barred = barred_against(kind.barred);
        if (kind.barred.size() < meanings_.traffic.size()) judged.bound = kinds_.of(kind);
    }
    return judged;
}

TagJudge::Road TagJudge::labels_of(const Kind& judged, const Names& names) {
    const auto label = [&](std::optional<std::uint32_t> kind) {
        return kind ? labels_.of({names.road, 0, *kind, names.other_names, false}) : RoadPieces::no_label;
    };
    const Road road{label(judged.free), label(judged.bound)};
    return judged.free_is_backward ? Road{road.backward, road.forward} : road;
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

std::string TagJudge::word(const TagTable& table, const Named<TagPatterns>& named, Tags tags) const {
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

bool TagJudge::is_other_name(std::string_view key) const {
    const auto stem = key.substr(0, key.find(':') + 1);  // "name:", or nothing
    return std::any_of(meanings_.other_names.begin(), meanings_.other_names.end(), [&](std::string_view name) {
        return name == key || (!stem.empty() && name.ends_with('*') && name.substr(0, name.size() - 1) == stem);
    });
}

OtherNames TagJudge::other_names(Tags tags) const {
    OtherNames all;
    for (const auto& [key, value] : tags) {
        if (is_other_name(key)) all.emplace_back(key, value);
    }
    std::sort(all.begin(), all.end());
    return all;
}

template <class T, class Read>
std::optional<T> TagJudge::least(const std::vector<std::string>& keys, Tags tags, const Read& read,
                                 std::vector<std::string>& unread) const {
    std::optional<T> best;
    for (const std::string& key : keys) {
        const auto value = value_of(tags, key);
        if (value.empty() || has(meanings_.limits.unlimited, value)) continue;
        const std::optional<T> found = read(value);
        if (!found) {
            unread.push_back(key + "=" + std::string(value));
        } else if (!best || *found < *best) {
            best = found;
        }
    }
    return best;
}

}  // namespace aidway
