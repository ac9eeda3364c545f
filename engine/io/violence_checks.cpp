// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "io/scenario_checks.hpp"
#include "scenario/branching.hpp"

#include "scenario/theatre.hpp"

namespace aidway {
namespace {

/// Every act of a replicate is kept in memory, and hostile files ask for as much as there is.
constexpr double most_a_day = 1'000;
/// Shares are written with a few digits.
constexpr double rounding = 1e-6;

void check_rates(const CheckedRecord& checked, const ViolenceRecord& violence) {
    for (const auto& [name, source] : violence.by) {
        const auto path = fmt::format("violence/by/{}/rate", name.text);
        if (!checked.given(path) || source.rate.per_day() <= most_a_day) continue;
        checked.fault(path,
                      fmt::format("{:g} incidents a day; expected at most {:g}", source.rate.per_day(), most_a_day));
    }
}

/// What `name` says of a theatre in which the others, sources or places, have nothing.
void check_theatre(const CheckedRecord& checked, const Name& name, const std::optional<Name>& theatre,
                   const std::set<std::string>& others, const char* missing) {
    if (others.empty() || others.contains(theatre_of(theatre))) return;
    if (!theatre) {
        checked.fault(name.at, fmt::format("'{}' names no 'theatre', and there is {} without one", name.text, missing));
    } else if (theatre->at != Mark{}) {
        std::vector<std::string> known(others.begin(), others.end());
        std::erase(known, std::string());
        checked.fault(theatre->at, fmt::format("there is {} in theatre '{}'{}", missing, theatre->text,
                                               suggestion(theatre->text, known)));
    }
}

/// Each source has a place to strike, and each place somebody who strikes there.
void check_theatres(const CheckedRecord& checked, const ViolenceRecord& violence) {
    if (!checked.document.sound("violence/by") || !checked.document.sound("violence/where")) return;
    std::set<std::string> of_sources, of_places;
    for (const auto& [name, source] : violence.by) of_sources.insert(theatre_of(source.theatre));
    for (const auto& [name, place] : violence.where) of_places.insert(theatre_of(place.theatre));
    for (const auto& [name, source] : violence.by) {
        check_theatre(checked, name, source.theatre, of_places, "no place of incidents");
    }
    for (const auto& [name, place] : violence.where) {
        check_theatre(checked, name, place.theatre, of_sources, "no source of violence");
    }
}

/// Shares of a party's answers in a theatre: all of them or none, adding up to one, and no laws, which would not.
void check_shares(const CheckedRecord& checked, const ViolenceRecord& violence) {
    std::map<std::pair<std::string, std::string>, std::vector<const Named<IncidentSourceRecord>::Entry*>> groups;
    std::set<std::pair<std::string, std::string>> drawn;
    for (const auto& entry : violence.by) {
        groups[{entry.value.party.text, theatre_of(entry.value.theatre)}].push_back(&entry);
        if (!entry.value.share) continue;
        const auto path = fmt::format("violence/by/{}/share", entry.name.text);
        if (!violence.answers && checked.document.lacks("violence/answers")) {
            checked.fault(path, "a share of what nobody does: there is no table 'answers' under 'violence'");
        }
        for (const auto& uncertain : checked.reading.uncertain) {
            if (uncertain.path == path) {
                checked.fault(path, "a law cannot stand here: shares add up to 1; write one value");
                drawn.insert({entry.value.party.text, theatre_of(entry.value.theatre)});
            }
        }
    }
    for (const auto& [group, entries] : groups) {
        double sum = 0;
        const Named<IncidentSourceRecord>::Entry* without = nullptr;
        const Named<IncidentSourceRecord>::Entry* last = nullptr;
        for (const auto* entry : entries) {
            sum += entry->value.share ? entry->value.share->value() : 0.0;
            (entry->value.share ? last : without) = entry;
        }
        if (last == nullptr) continue;
        const auto path = fmt::format("violence/by/{}/share", last->name.text);
        if (without != nullptr && checked.document.lacks("violence/by/" + without->name.text + "/share")) {
            checked.fault(without->name.at,
                          fmt::format("'{}' has no 'share', and '{}' of the same party has one: give it to all of a "
                                      "party's sources, or to none",
                                      without->name.text, last->name.text));
        } else if (without == nullptr && !drawn.contains(group) && std::abs(sum - 1.0) > rounding) {
            checked.fault(path, fmt::format("the shares of party '{}' add up to {:g}; expected 1", group.first, sum));
        }
    }
}

/// Answers that bring answers must die out, and in the long run not be more than memory holds. A law counts with the
/// upper end of what it can be.
void check_answers(const CheckedRecord& checked, const ViolenceRecord& violence) {
    const std::string path = "violence/answers/by";
    if (!checked.document.sound(path) || !checked.document.sound("violence/by")) return;
    const auto branching = branching_of(checked.record, checked.reading.uncertain);
    const auto place = checked.document.at(path);
    if (!dies_out(branching)) {
        return checked.fault(
            place, fmt::format("violence that answers violence would never end: the spectral radius of these numbers, "
                               "at the upper end of every law, is {:.3g}; expected below 1",
                               spectral_radius(branching)));
    }
    std::vector<double> rates(branching.parties, 0.0);
    for (const auto& [name, source] : violence.by) {
        if (const auto party = checked.record.parties.index_of(source.party.text)) {
            rates[*party] += source.rate.per_day();
        }
    }
    rates = long_run(branching, std::move(rates));
    for (std::size_t p = 0; p < rates.size(); ++p) {
        if (rates[p] <= most_a_day) continue;
        checked.fault(place, fmt::format("with all that answers, party '{}' commits {:g} incidents a day; expected at "
                                         "most {:g}",
                                         checked.record.parties.name(p).text, rates[p], most_a_day));
    }
    for (const auto& row : violence.answers->by) {
        const Name& who = row.name;
        const bool has_source = std::any_of(violence.by.begin(), violence.by.end(), [&](const auto& entry) {
            return entry.value.party.text == who.text || entry.value.party.at == Mark{};
        });
        if (has_source || who.at == Mark{} || !checked.record.parties.contains(who.text)) continue;
        checked.fault(who.at, fmt::format("party '{}' answers by nothing: it has no source under 'by'", who.text));
    }
}

}  // namespace

void check_violence(const CheckedRecord& checked, const ViolenceRecord& violence) {
    check_rates(checked, violence);
    check_theatres(checked, violence);
    check_shares(checked, violence);
    if (violence.answers) check_answers(checked, violence);
}

}  // namespace aidway
