// SPDX-License-Identifier: Apache-2.0
#include "simulation/event_names.hpp"

#include <fmt/format.h>

#include "simulation/climate_parameters.hpp"
#include "simulation/processes/air_permission.hpp"

namespace aidway {
namespace {

bool is_obligation(EventKind kind) {
    return kind == EventKind::obligation_kept || kind == EventKind::obligation_broken;
}
bool is_answer(EventKind kind) { return kind >= EventKind::answered_full && kind <= EventKind::answered_refused; }

bool is_flight(const Event& event) {
    const bool stays_down = event.kind == EventKind::no_go && event.place != Event::no_index;
    return event.kind == EventKind::flown || stays_down || is_by_air(event);
}

}  // namespace

std::string EventNames::flight(const Event& event) const {
    const std::size_t operation = event.place == Event::no_index ? operation_of(event.attempt) : event.place;
    auto name = model_.scenario().record().air_operations.name(operation).text;
    if (event.cycle == Event::no_index || event.kind == EventKind::lost) return name;
    if (event.number == Event::no_index) return fmt::format("{} plan {}", name, event.cycle + 1);
    return fmt::format("{} sortie {}", name, event.number + 1);
}

std::string EventNames::entity(const Event& event) const {
    const auto& record = model_.scenario().record();
    if (is_obligation(event.kind)) {
        const auto& obligation = model_.variants().at(variant_).rules.obligations.at(event.place);
        return obligation.term + " by " + record.parties.name(obligation.party.index()).text;
    }
    if (is_answer(event.kind)) return record.parties.name(event.place).text;
    if (event.kind == EventKind::climate_changed) {
        return record.parties.name(event.place).text + " in " + regions_of(record).at(event.number);
    }
    if (event.kind == EventKind::reported) return report(event);
    if (event.kind >= EventKind::consequence_triggered && event.kind <= EventKind::consequence_ended) {
        const auto& rule = model_.variants().at(variant_).rules.consequences.at(event.place);
        return rule.term + " against " + record.parties.name(event.number).text;
    }
    if (event.kind == EventKind::incident || event.kind == EventKind::incident_cut) {
        const auto source = record.violence->by.name(event.number).text;
        return event.place == Event::no_index ? source
                                              : source + " at " + record.violence->where.name(event.place).text;
    }
    if (event.kind == EventKind::changed_hands) {
        return event.place == Event::no_index ? "nobody" : record.parties.name(event.place).text;
    }
    if (event.kind == EventKind::joined_enclave) return record.enclaves.name(event.place).text;
    if (event.kind == EventKind::gate_shut) return model_.scenario().gates().at(event.place).name;
    if (event.kind == EventKind::term_lapsed) return model_.variants().at(variant_).rules.renewals.at(event.place).term;
    if (event.kind == EventKind::depot_filled) return record.depots.name(event.place).text;
    if (is_flight(event)) return flight(event);
    if (event.fleet != Event::no_index) {
        auto convoy = fmt::format("{} convoy {}.{}.{}", record.fleets.name(event.fleet).text, event.cycle + 1,
                                  event.attempt + 1, event.number + 1);
        if (event.place == Event::no_index) return convoy;
        if (event.kind == EventKind::trucks_hit) return convoy + " at " + record.violence->where.name(event.place).text;
        return convoy + " at " + model_.scenario().gates().at(event.place).name;
    }
    if (event.cycle != Event::no_index) return fmt::format("plan {}.{}", event.cycle + 1, event.attempt + 1);
    return {};
}

std::string EventNames::report(const Event& event) const {
    const auto& record = model_.scenario().record();
    const auto party = [&](std::uint16_t p) { return record.parties.name(p).text; };
    const auto standing = record.monitors.size();
    const auto by = event.place < standing
                        ? record.monitors.name(event.place).text
                        : model_.variants().at(variant_).rules.monitors.at(event.place - standing).term;
    const auto blamed = event.number == Event::no_index ? std::string("nobody") : party(event.number);
    if (event.attempt == Event::no_index) return by + " blames " + blamed + " for what never happened";
    return by + " blames " + blamed + " for an act of " + party(event.attempt);
}

std::string EventNames::community(const Event& event) const {
    if (event.community == Event::no_index) return {};
    return model_.scenario().record().communities.name(event.community).text;
}

std::string EventNames::goods(const Event& event) const {
    if (event.goods == Event::no_index) return {};
    return model_.scenario().record().goods.name(event.goods).text;
}

}  // namespace aidway
