// SPDX-License-Identifier: Apache-2.0
#include "agreement/terms/demilitarise.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "agreement/words.hpp"
#include "scenario/road_distance.hpp"
#include "scenario/theatre.hpp"
#include "scenario/violence_bits.hpp"

namespace aidway {
namespace {

std::uint32_t bits_of(const PullBackBand& band) {
    std::uint32_t bits = 0;
    for (const auto kind : band.kinds) bits |= bit_of(kind);
    return bits;
}

/// Whether one of the term's parties commits violence of this band at this place.
bool is_struck(const Demilitarise& term, const PullBackBand& band, const IncidentPlaceRecord& place,
               const ViolenceRecord& violence) {
    return std::any_of(violence.by.begin(), violence.by.end(), [&](const auto& entry) {
        const auto& source = entry.value;
        return (bits_of(band) & bit_of(source.kind)) != 0 && theatre_of(source.theatre) == theatre_of(place.theatre) &&
               std::any_of(term.parties.begin(), term.parties.end(),
                           [&](const Name& party) { return party.text == source.party.text; });
    });
}

void check_bands(const Demilitarise& term, Resolver& resolver) {
    std::uint32_t seen = 0;
    for (const auto& band : term.pull_back) {
        if (band.kinds.empty()) resolver.fault(resolver.at(), "a band of 'pull_back' names no 'kinds' of violence");
        if ((seen & bits_of(band)) != 0) {
            resolver.fault(resolver.at(), "a kind of violence is pulled back twice; expected one distance for each");
        }
        seen |= bits_of(band);
    }
}

void check_scenario(Resolver& resolver) {
    const auto& violence = resolver.record().violence;
    if (!violence) {
        resolver.fault(resolver.at(), "demilitarise changes nothing: scenario.yaml has no 'violence'");
    } else if (!violence->while_demilitarised) {
        resolver.fault(resolver.at(),
                       "demilitarise needs 'while_demilitarised' under 'violence' in scenario.yaml: what is left near "
                       "the road while it is kept");
    }
}

std::string in_words(Distance distance) {
    const double metres = distance.metres();
    return metres < 1000 ? fmt::format("{:g} m", metres) : fmt::format("{:g} km", metres / 1000);
}

}  // namespace

const Type& describe(Tag<PullBackBand>) {
    static const auto type =
        record<PullBackBand>("pull_back", "How far kinds of violence are pulled back.",
                             {required("kinds", &PullBackBand::kinds, "kinds of violence"),
                              required("distance", &PullBackBand::distance, "from the road as drawn", more_than(0))});
    return type;
}

const Type& describe(Tag<Demilitarise>) {
    static const auto type = record<Demilitarise>(
        "demilitarise", "Parties pull back from a road; incidents near it become fewer while they keep it.",
        {required("road", &Demilitarise::road, "a road of the scenario"),
         required("parties", &Demilitarise::parties, "who pulls back; these are obliged"),
         required("pull_back", &Demilitarise::pull_back, "how far, by kind of violence")});
    return type;
}

std::string object_of(const Demilitarise& term) { return term.road.text; }

void resolve(const Demilitarise& term, Resolver& resolver) {
    resolver.road(term.road);
    for (const auto& party : term.parties) resolver.party(party);
    if (term.parties.empty()) {
        resolver.fault(resolver.at(), "demilitarise binds no 'parties'; expected one party or more");
    }
    if (!resolver.obliges().empty()) {
        resolver.fault(resolver.obliges().front().at,
                       "demilitarise obliges its 'parties', nobody else; leave 'obliges' out");
    }
    if (term.pull_back.empty()) {
        resolver.fault(resolver.at(),
                       "demilitarise pulls nothing back; expected a distance for one kind of violence "
                       "or more under 'pull_back'");
    }
    check_bands(term, resolver);
    check_scenario(resolver);
}

std::vector<PartyId> obliged_by_default(const Demilitarise& term, const Scenario& scenario) {
    return party_ids(scenario, term.parties);
}

void apply(const Demilitarise& term, const TermScope& scope, Rules& rules) {
    const auto metres = metres_from_road(scope.scenario, term.road.text);
    PullBack back{obliged_parties(scope, rules), scope.obligations, std::vector<std::uint32_t>(metres.size(), 0U)};
    for (const auto& band : term.pull_back) {
        for (std::size_t p = 0; p < metres.size(); ++p) {
            if (metres[p] <= band.distance.metres()) back.kinds_at[p] |= bits_of(band);
        }
    }
    concerns_no_passage(scope, rules);
    rules.pull_backs.push_back(std::move(back));
}

std::string sentence(const Demilitarise& term, const Scenario& scenario) {
    const auto& record = scenario.record();
    std::vector<std::string> bands;
    for (const auto& band : term.pull_back) {
        bands.push_back(fmt::format("{} at least {}", aidway::in_words(band.kinds), in_words(band.distance)));
    }
    return fmt::format("{} {} {} from {}.", party_names(record, term.parties),
                       term.parties.size() == 1 ? "keeps" : "keep", join_words(bands),
                       record.roads.at(term.road.text).name);
}

std::optional<std::string> fault_on_the_ground(const Demilitarise& term, const Scenario& scenario) {
    const auto& violence = *scenario.record().violence;
    const auto metres = metres_from_road(scenario, term.road.text);
    for (const auto& band : term.pull_back) {
        std::size_t nearest = metres.size();
        for (std::size_t p = 0; p < metres.size(); ++p) {
            if (!is_struck(term, band, violence.where[p], violence)) continue;
            if (nearest == metres.size() || metres[p] < metres[nearest]) nearest = p;
        }
        const auto kinds = aidway::in_words(band.kinds);
        if (nearest == metres.size()) {
            return fmt::format("demilitarise changes nothing about {}: its parties commit none in scenario.yaml",
                               kinds);
        }
        if (metres[nearest] <= band.distance.metres()) continue;
        return fmt::format(
            "demilitarise changes nothing about {}: no place where it happens lies within {} of road '{}'; the "
            "nearest, "
            "'{}', lies {:.1f} km from it",
            kinds, in_words(band.distance), term.road.text, violence.where.name(nearest).text, metres[nearest] / 1000);
    }
    return std::nullopt;
}

std::string breach(const Demilitarise& term, const Scenario& scenario) {
    const auto& record = scenario.record();
    std::vector<std::string> who;
    for (const auto& party : term.parties) who.push_back(record.parties.at(party.text).name);
    std::vector<std::string> bands;
    for (const auto& band : term.pull_back) {
        bands.push_back(fmt::format("{} within {}", aidway::in_words(band.kinds), in_words(band.distance)));
    }
    return as_sentence(fmt::format("{} of {} by {}", join_words(bands, "or"), record.roads.at(term.road.text).name,
                                   join_words(who, "or")));
}

}  // namespace aidway
