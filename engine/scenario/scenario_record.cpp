// SPDX-License-Identifier: Apache-2.0
#include "scenario/scenario_record.hpp"

namespace aidway {

ScenarioRecord::ScenarioRecord() = default;
ScenarioRecord::ScenarioRecord(const ScenarioRecord& other) = default;
ScenarioRecord::ScenarioRecord(ScenarioRecord&& other) noexcept = default;
ScenarioRecord& ScenarioRecord::operator=(const ScenarioRecord& other) = default;
ScenarioRecord& ScenarioRecord::operator=(ScenarioRecord&& other) noexcept = default;
ScenarioRecord::~ScenarioRecord() = default;
bool ScenarioRecord::operator==(const ScenarioRecord& other) const = default;

const Type& describe(Tag<PeriodRecord>) {
    static const auto type = record<PeriodRecord>(
        "period", "The time that is simulated.",
        {required("from", &PeriodRecord::from, "first local midnight"),
         required("to", &PeriodRecord::to, "last local midnight, exclusive"),
         required("timezone", &PeriodRecord::timezone, "IANA name of the zone of every local time")});
    return type;
}

const Type& describe(Tag<SourceRecord>) {
    static const auto type =
        record<SourceRecord>("source_text", "A source that values name by its key.",
                             {required("text", &SourceRecord::text, "who said it, what, when"),
                              optional("address", &SourceRecord::address, "where it can be read")});
    return type;
}

const Type& describe(Tag<ScenarioRecord>) {
    using S = ScenarioRecord;
    static const auto type = record<S>(
        "scenario", "scenario.yaml: one humanitarian problem.",
        {required("aidway", &S::aidway, "version of the file format", between(1, 1)),
         required("name", &S::name, "short name, as a rule that of the folder"),
         required("title", &S::title, "title of reports"),
         optional("question", &S::question, "what the scenario is to answer, one sentence"),
         required("period", &S::period, "the time that is simulated"),
         required("network", &S::network, "the road network"),
         required("vehicles", &S::vehicles, "kinds of trucks"),
         optional("control", &S::control, "areas of control: for maps, and gates where named roads cross the front"),
         required("parties", &S::parties, "the sides"),
         optional("roads", &S::roads, "roads that agreements can name"),
         optional("gates", &S::gates, "one entry for every gate of the network"),
         optional("gate_layers", &S::gate_layers,
                  "layers of points and lines that are gates: checkpoints, border crossings, damaged bridges, siege "
                  "lines; by a short name"),
         required("gate_status", &S::gate_status, "dated status of the gates"),
         optional("overlays", &S::overlays, "changes of roads and gates, always or by an agreement, by a short name"),
         required("goods", &S::goods, "classes of goods"),
         required("food", &S::food, "food: need, coping, diversion"),
         required("communities", &S::communities, "where people live"),
         required("enclaves", &S::enclaves, "who shares one stock"),
         required("depots", &S::depots, "where convoys load"),
         required("fleets", &S::fleets, "trucks"),
         optional("movement", &S::movement, "the convoy's day"),
         optional("allocation", &S::allocation, "how aid is shared out among communities"),
         optional("airfields", &S::airfields, "where aircraft take off"),
         optional("air_operations", &S::air_operations, "aircraft that an agreement can send, by a short name"),
         required("permission", &S::permission, "how aid is permitted without an agreement"),
         required("compliance", &S::compliance, "how obligations are kept"),
         required("turn_back", &S::turn_back, "how convoys are turned back"),
         optional("renewal", &S::renewal, "how terms that must be renewed are renewed"),
         optional("fronts", &S::fronts, "front lines: passing them, and their history"),
         optional("climate", &S::climate, "the climate of access"),
         optional("violence", &S::violence, "incidents"),
         optional("monitors", &S::monitors,
                  "who watches for acts of violence that break an agreement, with or without one, by a short name"),
         optional("deterrence", &S::deterrence, "how parties answer to consequences; without it they do not"),
         optional("outside", &S::outside, "places beyond the siege that traders come from and people leave to"),
         optional("trade", &S::trade, "the markets of enclaves; without it there is none"),
         optional("price", &S::price, "prices; without it none are reckoned"),
         optional("departures", &S::departures, "people who leave; without it nobody does"),
         optional("evacuations", &S::evacuations, "people moved by force, by a short name"),
         optional("medicine", &S::medicine, "medicine that is used up; without it none is followed beyond delivery"),
         optional("bread", &S::bread, "bread as a bottleneck of what is handed out; without it there is none"),
         optional("sources", &S::sources, "sources by key")});
    return type;
}

}  // namespace aidway
