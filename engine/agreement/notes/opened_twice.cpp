// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <set>

#include "agreement/notes/note_scope.hpp"
#include "agreement/words.hpp"

namespace aidway {
namespace {

bool within(const Hours& part, const Hours& whole) {
    if (whole.all_day()) return true;
    return !part.all_day() && part.from_s >= whole.from_s && part.until_s <= whole.until_s;
}

template <class T>
bool allows(const std::optional<T>& limit, const std::optional<T>& wanted) {
    return !limit || (wanted && *limit >= *wanted);
}

/// Whether all that a grant gives is given by the other, whoever keeps his word.
bool covers(const PassageTable& table, GateId gate, const Passage& other, const Passage& grant) {
    return other.from <= grant.from && other.until >= grant.until && other.access >= grant.access &&
           within(grant.hours, other.hours) && allows(other.trucks_per_day, grant.trucks_per_day) &&
           allows(other.goods_per_day, grant.goods_per_day) && table.fees_of(gate, other) <= table.fees_of(gate, grant);
}

/// Of two grants that are alike the earlier counts, so that not both are called needless.
bool is_first_of_alike(const PassageTable& table, GateId gate, const Passage& grant, const Passage& other) {
    return covers(table, gate, grant, other) && grant.origin < other.origin;
}

/// Who opens all that a term opens: the origins of the grants that cover its own; nothing where some of them is not
/// covered, or where it opens nothing at all.
std::optional<std::set<PassageOrigin>> openers(const PassageTable& passage, PassageOrigin origin) {
    std::set<PassageOrigin> others;
    for (std::uint32_t gate = 0; gate < passage.gates(); ++gate) {
        for (const auto traffic : {Traffic::aid, Traffic::goods, Traffic::civilians}) {
            const auto grants = passage.grants({gate}, traffic);
            for (const auto& grant : grants) {
                if (grant.origin != origin) continue;
                const auto found = std::find_if(grants.begin(), grants.end(), [&](const Passage& other) {
                    return other.origin != origin && covers(passage, {gate}, other, grant) &&
                           !is_first_of_alike(passage, {gate}, grant, other);
                });
                if (found == grants.end()) return std::nullopt;
                others.insert(found->origin);
            }
        }
    }
    return others.empty() ? std::nullopt : std::optional(others);
}

}  // namespace

void note_opened_twice(NoteScope& scope) {
    for (const auto& entry : scope.in_force()) {
        if (entry.spell.from >= entry.spell.until) continue;
        const auto others = openers(scope.rules().passage, entry.origin);
        if (!others) continue;
        std::vector<std::string> who;
        for (const auto origin : *others) {
            const auto* other = scope.of_origin(origin);
            who.push_back(other ? "by '" + other->name + "'" : "without any agreement");
        }
        scope.note(entry.term, "opens nothing: what it opens is open " + join_words(who));
    }
}

}  // namespace aidway
