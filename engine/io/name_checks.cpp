// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <map>
#include <set>
#include <string>
#include <utility>

#include "io/scenario_checks.hpp"

namespace aidway {
namespace {

/// Whether the reference itself could be read.
bool was_read(const Name& name) { return name.at != Mark{}; }

/// Looks names up in one table of the record, if that table is known.
template <class T>
class Lookup {
public:
    Lookup(const CheckedRecord& checked, const char* key, const char* what, const Named<T>& table)
        : checked_(checked), what_(what), table_(table), known_(checked.document.names_known(key)) {}
    void operator()(const Name& name) const {
        if (!known_ || !was_read(name) || table_.contains(name.text)) return;
        checked_.fault(name.at, fmt::format("no {} '{}'{}", what_, name.text, suggestion(name.text, table_.names())));
    }

private:
    const CheckedRecord& checked_;
    const char* what_;
    const Named<T>& table_;
    bool known_;
};

/// Every community belongs to one enclave.
void check_enclaves(const CheckedRecord& checked) {
    const auto& record = checked.record;
    const Lookup community(checked, "communities", "community", record.communities);
    std::map<std::string, std::string> enclave_of;
    const auto communities = record.communities.names();
    std::set<std::string> meant;  // by a misspelt member
    bool all_read = checked.document.names_known("enclaves");
    for (const auto& [name, enclave] : record.enclaves) {
        const bool read = checked.document.sound("enclaves/" + name.text + "/members");
        all_read = all_read && read && !enclave.members.empty();
        for (const auto& member : enclave.members) {
            if (!was_read(member)) continue;
            community(member);
            if (const auto* near = nearest(member.text, communities)) meant.insert(*near);
            const auto [first, fresh] = enclave_of.emplace(member.text, name.text);
            if (fresh) continue;
            checked.fault(member.at,
                          fmt::format("community '{}' already belongs to enclave '{}'", member.text, first->second));
        }
    }
    if (!all_read) return;
    for (const auto& [name, unused] : record.communities) {
        if (enclave_of.contains(name.text) || meant.contains(name.text)) continue;
        checked.fault(name.at, fmt::format("community '{}' belongs to no enclave", name.text));
    }
}

/// A place that changes hands joins an enclave; who holds it, `control` must say.
void check_joined(const CheckedRecord& checked) {
    const auto& record = checked.record;
    const Lookup party(checked, "parties", "party", record.parties);
    const Lookup enclave(checked, "enclaves", "enclave", record.enclaves);
    for (const auto& [name, community] : record.communities) {
        for (const auto& [holder, joined] : community.enclave_when_held_by) {
            party(holder);
            enclave(joined);
            if (!checked.document.lacks("control")) continue;
            checked.fault(holder.at, "who holds a place is said by 'control': give its areas, or drop this");
        }
    }
}

/// People moved by force are taken to a community, or to a place outside.
void check_taken_in(const CheckedRecord& checked, const Name& to) {
    const auto& record = checked.record;
    const bool known = checked.document.names_known("communities") && checked.document.names_known("outside");
    if (!known || !was_read(to) || record.communities.contains(to.text) || record.outside.contains(to.text)) return;
    auto names = record.communities.names();
    const auto outside = record.outside.names();
    names.insert(names.end(), outside.begin(), outside.end());
    checked.fault(to.at, fmt::format("no community and no place under 'outside' called '{}'{}", to.text,
                                     suggestion(to.text, names)));
}

}  // namespace

void check_names(const CheckedRecord& checked, bool gates_known) {
    const auto& record = checked.record;
    const Lookup known_gate(checked, "gates", "gate", record.gates);
    const auto gate = [&](const Name& name) {
        // Points and overlays may have any name, gates on the front have theirs.
        const bool may_be_made =
            !record.gate_layers.empty() || !record.overlays.empty() || name.text.find("-front-") != std::string::npos;
        if (gates_known || !may_be_made) known_gate(name);
    };
    const Lookup depot(checked, "depots", "depot", record.depots);
    const Lookup vehicle(checked, "vehicles", "vehicle", record.vehicles);
    const Lookup party(checked, "parties", "party", record.parties);
    const Lookup goods(checked, "goods", "class of goods", record.goods);
    for (const auto& [name, road] : record.roads) {
        for (const auto& on_road : road.gates) gate(on_road);
    }
    for (const auto& [name, fleet] : record.fleets) {
        depot(fleet.depot);
        vehicle(fleet.vehicle);
    }
    for (const auto& decider : record.permission.deciders) party(decider);
    if (record.permission.escalates_to) party(*record.permission.escalates_to);
    if (record.violence) {
        for (const auto& [name, source] : record.violence->by) party(source.party);
        if (record.violence->answers) {
            for (const auto& [who, row] : record.violence->answers->by) {
                party(who);
                for (const auto& [whom, brings] : row) party(whom);
            }
        }
    }
    const Lookup community(checked, "communities", "community", record.communities);
    for (const auto& group : record.permission.linked) {
        for (const auto& place : group.places) community(place);
    }
    const Lookup outside(checked, "outside", "place under 'outside' called", record.outside);
    for (const auto& [name, enclave] : record.enclaves) {
        for (const auto& place : enclave.outside) outside(place);
        for (const auto& on_line : enclave.siege_line) gate(on_line);
        if (enclave.leave_to) community(*enclave.leave_to);
    }
    goods(record.food.goods);
    if (record.medicine) goods(record.medicine->goods);
    if (record.bread && record.bread->diesel) goods(*record.bread->diesel);
    for (const auto& [name, moved] : record.evacuations) {
        community(moved.community);
        if (moved.to) check_taken_in(checked, *moved.to);
    }
    for (const auto& [name, place] : record.depots) {
        for (const auto& [of, stock] : place.stock) goods(of);
    }
    for (const auto& [name, operation] : record.air_operations) {
        for (const auto& carried : operation.goods) goods(carried);
    }
    check_joined(checked);
    check_enclaves(checked);
}

void check_sources(const ScenarioRecord& record, Reading& reading) {
    // One statement may stand for many values.
    std::set<std::pair<std::string, Mark>> told;
    for (const auto& value : reading.provenance) {
        for (const auto& key : value.sources) {
            if (record.sources.contains(key.text) || !told.emplace(value.file, key.at).second) continue;
            reading.faults.push_back({value.file, key.at, "",
                                      fmt::format("no source '{}' under 'sources' in scenario.yaml{}", key.text,
                                                  suggestion(key.text, record.sources.names()))});
        }
    }
}

}  // namespace aidway
