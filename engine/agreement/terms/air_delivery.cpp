// SPDX-License-Identifier: Apache-2.0
#include "agreement/terms/air_delivery.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "agreement/words.hpp"
#include "core/draw.hpp"
#include "core/fields/leaf.hpp"

namespace aidway {
namespace {

bool is_asked_for(const AirDeliveryTerm& term) {
    return term.method == AirMethod::drop && term.consent.value_or(AirConsent::asked) == AirConsent::asked;
}

void resolve_drop(const AirDeliveryTerm& term, Resolver& resolver) {
    if (term.to.empty()) {
        resolver.fault(term.operation.at, "air_delivery drops nowhere; expected communities under 'to'");
    }
    if (term.depot) {
        resolver.fault(term.depot->at, "drops go to communities: leave out 'depot', or write method: bridge");
    }
    std::set<std::string> seen;
    for (const auto& place : term.to) {
        resolver.community(place);
        const auto* community = resolver.record().communities.find(place.text);
        if (!seen.insert(place.text).second) {
            resolver.fault(place.at, fmt::format("community '{}' is named twice", place.text));
        } else if (community && !community->aid) {
            resolver.fault(place.at, fmt::format("no aid is planned for community '{}' in scenario.yaml", place.text));
        }
    }
}

/// The operation carries something that the depot counts.
void resolve_goods(const AirDeliveryTerm& term, const DepotRecord& depot, Resolver& resolver) {
    const auto* operation = resolver.record().air_operations.find(term.operation.text);
    if (!operation || operation->goods.empty()) return;
    const auto counted = [&](const Name& goods) { return depot.stock.contains(goods.text); };
    if (std::any_of(operation->goods.begin(), operation->goods.end(), counted)) return;
    resolver.fault(term.depot->at, fmt::format("'{}' carries nothing of what depot '{}' has under 'stock'",
                                               term.operation.text, term.depot->text));
}

void resolve_bridge(const AirDeliveryTerm& term, Resolver& resolver) {
    if (!term.to.empty()) {
        resolver.fault(term.to.front().at, "an air bridge fills a depot: name it under 'depot' in place of 'to'");
    } else if (!term.depot) {
        resolver.fault(term.operation.at, "air_delivery lands nowhere; expected a depot under 'depot'");
    }
    if (term.consent == AirConsent::asked) {
        resolver.fault(term.operation.at, "an air bridge asks nobody: the convoys from its depot do");
    }
    if (!term.depot) return;
    resolver.depot(*term.depot);
    const auto* depot = resolver.record().depots.find(term.depot->text);
    if (depot && depot->stock.empty()) {
        resolver.fault(term.depot->at,
                       fmt::format("depot '{}' has always enough: a bridge fills the goods under its 'stock', and "
                                   "there are none",
                                   term.depot->text));
    } else if (depot) {
        resolve_goods(term, *depot, resolver);
    }
}

}  // namespace

const Type& describe(Tag<AirMethod>) {
    static const auto type = enum_type<AirMethod>("air_method", "a way to bring aid by air", {"drop", "bridge"});
    return type;
}

const Type& describe(Tag<AirConsent>) {
    static const auto type = enum_type<AirConsent>("air_consent", "asked or none", {"asked", "none"});
    return type;
}

const Type& describe(Tag<AirDeliveryTerm>) {
    using A = AirDeliveryTerm;
    static const auto type = record<A>(
        "air_delivery", "Aid goes by air, while the obliged keep it.",
        {required("operation", &A::operation, "an entry of `air_operations`: aircraft, loads, weather"),
         required("method", &A::method, "drop: over communities; bridge: to a depot, from which convoys go on"),
         optional("to", &A::to, "communities that drops go to, in turn; those with a `drop_zone` get some"),
         optional("depot", &A::depot, "the depot that a bridge fills; the goods under its `stock` become more"),
         optional("from", &A::from, "the airfield of the scenario that aircraft take off from"),
         optional("consent", &A::consent,
                  "asked: each plan of a place to drop at goes through permission, apart from that for the road; none: "
                  "nobody is asked, and a day may be denied"),
         optional("sorties_per_day", &A::sorties_per_day,
                  "sorties promised; what the aircraft cannot fly of them is told as `no_aircraft`",
                  between(1, 1'000))});
    return type;
}

std::string object_of(const AirDeliveryTerm& term) { return term.operation.text; }

void resolve(const AirDeliveryTerm& term, Resolver& resolver) {
    resolver.air_operation(term.operation);
    if (term.from) resolver.airfield(*term.from);
    if (term.method == AirMethod::drop) return resolve_drop(term, resolver);
    resolve_bridge(term, resolver);
}

std::vector<PartyId> obliged_by_default(const AirDeliveryTerm& term, const Scenario& scenario) {
    if (!is_asked_for(term)) return {};
    return party_ids(scenario, scenario.record().permission.deciders);
}

void apply(const AirDeliveryTerm& term, const TermScope& scope, Rules& rules) {
    AirDelivery delivery;
    delivery.operation = *scope.scenario.record().air_operations.index_of(term.operation.text);
    delivery.method = term.method;
    auto to = term.to;
    std::sort(to.begin(), to.end(), [](const Name& a, const Name& b) {
        return entity_key({"community", a.text}) < entity_key({"community", b.text});
    });
    for (const auto& place : to) delivery.to.push_back(*scope.scenario.find_community(place.text));
    if (term.depot) delivery.depot = scope.scenario.find_depot(term.depot->text);
    delivery.asks = is_asked_for(term);
    if (term.sorties_per_day) delivery.sorties_per_day = term.sorties_per_day->value;
    delivery.obligations = scope.obligations;
    delivery.from = scope.from;
    delivery.until = scope.until;
    rules.air.push_back(std::move(delivery));
}

std::string sentence(const AirDeliveryTerm& term, const Scenario& scenario) {
    const auto& record = scenario.record();
    const auto from = term.from ? fmt::format(" from {}", record.airfields.at(term.from->text).name) : std::string();
    const auto promised = term.sorties_per_day
                              ? fmt::format(", {} a day", counted(term.sorties_per_day->value, "sortie", "sorties"))
                              : std::string();
    const auto& operation = record.air_operations.at(term.operation.text).name;
    if (term.method == AirMethod::bridge) {
        return fmt::format("Aid is flown{} to {}{}: {}. Convoys go on from there.", from,
                           record.depots.at(term.depot->text).name, promised, operation);
    }
    std::vector<std::string> places;
    for (const auto& name : term.to) places.push_back(record.communities.at(name.text).name);
    const auto* consent = is_asked_for(term) ? "Each plan needs consent and a letter." : "No consent is asked.";
    return fmt::format("Aid is dropped from the air{} at {}{}: {}. {}", from, join_words(places), promised, operation,
                       consent);
}

std::string breach(const AirDeliveryTerm& term, const Scenario&) {
    return is_asked_for(term) ? "Flights are held up though they were cleared." : "Flights are denied or held up.";
}

}  // namespace aidway
