// SPDX-License-Identifier: Apache-2.0
#include "agreement/chapters.hpp"

#include <algorithm>
#include <variant>

namespace aidway {
namespace {

template <class T>
std::string title_in(const Named<T>& table, const std::string& name) {
    const auto* found = table.find(name);
    return found ? found->name : name;
}

}  // namespace

const std::vector<Chapter>& chapters() {
    static const std::vector<Chapter> all{
        {"Ending violence", {"cease_hostilities", "demilitarise", "ground_aircraft"}},
        {"Roads, crossings and gates", {"open_road", "open_crossing", "checkpoint", "apply_overlay"}},
        {"Sieges and free movement", {"lift_siege", "free_movement"}},
        {"How aid is permitted and shared out", {"permission", "protect_cargo", "needs_based"}},
        {"Aid by air", {"air_delivery"}},
        {"Monitoring and publication", {"monitor", "publish_terms"}},
        {"What follows a breach", {"consequence"}},
        {"Other obligations", {"obligation"}},
    };
    return all;
}

std::size_t chapter_of(std::string_view kind) {
    const auto& all = chapters();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Chapter& chapter) {
        return std::find(chapter.kinds.begin(), chapter.kinds.end(), kind) != chapter.kinds.end();
    });
    return found == all.end() ? all.size() - 1 : static_cast<std::size_t>(found - all.begin());
}

std::vector<Reference> references_of(const Term& term, const ScenarioRecord& record) {
    std::vector<Diagnostic> faults;
    Resolver resolver(record, term.place.file, faults);
    resolver.begin(term.place.at, term.obliges);
    std::visit([&](const auto& body) { resolve(body, resolver); }, term.body);
    std::vector<Reference> once;
    for (const auto& reference : resolver.references()) {
        if (std::find(once.begin(), once.end(), reference) == once.end()) once.push_back(reference);
    }
    return once;
}

std::string title_of(const Reference& reference, const ScenarioRecord& record) {
    const auto& [what, name] = reference;
    if (what == "road") return title_in(record.roads, name);
    if (what == "gate") return title_in(record.gates, name);
    if (what == "party") return title_in(record.parties, name);
    if (what == "community") return title_in(record.communities, name);
    if (what == "class of goods") return title_in(record.goods, name);
    if (what == "overlay") return title_in(record.overlays, name);
    return name;
}

}  // namespace aidway
