// SPDX-License-Identifier: Apache-2.0
#include <pybind11/stl.h>

#include <algorithm>
#include <filesystem>

#include "agreement.hpp"
#include "agreement/describe.hpp"
#include "control.hpp"
#include "io/record_faults.hpp"
#include "network/nearest.hpp"
#include "openings.hpp"
#include "places.hpp"
#include "reach.hpp"
#include "redundancy.hpp"
#include "register.hpp"
#include "round_trips.hpp"
#include "routes.hpp"

namespace py = pybind11;

namespace aidway::python {
namespace {

void append_values(py::list& all, const std::vector<Provenance>& provenance) {
    for (const auto& entry : provenance) {
        if (entry.path.starts_with("sources/")) continue;  // what values cite is no value of its own
        std::vector<std::string> sources;
        for (const auto& source : entry.sources) sources.push_back(source.text);
        py::dict value;
        value["path"] = entry.path;
        value["value"] = entry.text;
        value["sources"] = sources;
        value["confidence"] = std::string(name_of(entry.confidence));
        value["stated"] = entry.confidence_stated;
        value["note"] = entry.note;
        value["file"] = entry.file;
        value["line"] = entry.at.line;
        all.append(value);
    }
}

py::list values(const ScenarioFolder& folder) {
    py::list all;
    append_values(all, folder.scenario->provenance());
    append_values(all, folder.agreement_provenance);
    return all;
}

py::dict sources(const ScenarioFolder& folder) {
    py::dict all;
    for (const auto& [key, source] : folder.scenario->record().sources) {
        py::dict entry;
        entry["text"] = source.text;
        entry["address"] = source.address;
        all[py::str(key.text)] = entry;
    }
    return all;
}

py::list uncertainties(const ScenarioFolder& folder) {
    py::list all;
    for (const auto& uncertain : folder.scenario->uncertain()) {
        std::string law(name_of(uncertain.law.kind));
        for (std::size_t i = 0; i < uncertain.law.numbers.size(); ++i) {
            law += (i == 0 ? " " : ", ") + py::str(py::float_(uncertain.law.numbers[i])).cast<std::string>();
        }
        py::dict entry;
        entry["path"] = uncertain.path;
        entry["law"] = uncertain.unit.empty() ? law : law + " " + uncertain.unit;
        all.append(entry);
    }
    return all;
}

py::dict layers(const ScenarioFolder& folder) {
    namespace fs = std::filesystem;
    const auto& record = folder.scenario->record();
    const fs::path base = fs::absolute(folder.scenario->folder());
    py::dict paths;
    paths["network"] = (base / record.network.layer).generic_string();
    paths["control"] = record.control ? (base / record.control->layer).generic_string() : std::string();
    return paths;
}

py::list asked_routes(const ScenarioFolder& folder, const std::string& agreement, const RouteEnd& to, std::int64_t at_s,
                      const std::optional<RouteEnd>& from, const std::string& by, int most, double overlap,
                      double slower_by, double within_m) {
    AlternativeOptions ways{.most = most, .overlap = overlap, .slower_by = slower_by, .by = criterion(by)};
    ways.searches = std::max(ways.searches, 10 * most);
    return routes(folder, {agreement, at_s, from, to, ways, Distance::metres(within_m)});
}

std::shared_ptr<ScenarioFolder> replace(const ScenarioFolder& folder, const std::string& path,
                                        const std::string& value) {
    auto changed = std::make_shared<ScenarioFolder>(folder);
    try {
        changed->scenario = std::make_shared<const Scenario>(folder.scenario->replace(path, value));
    } catch (const std::invalid_argument& error) {
        std::string message = error.what();
        if (message.starts_with(path + ": ")) message.erase(0, path.size() + 2);  // the diagnostic says it
        throw ScenarioError({Diagnostic{path, {}, "", std::move(message)}});
    }
    auto faults = record_faults(changed->scenario->record(), path);
    if (!faults.empty()) throw ScenarioError(std::move(faults));
    return changed;
}

}  // namespace

const DatedAgreement& find_agreement(const ScenarioFolder& folder, const std::string& name) {
    for (const auto& dated : folder.agreements) {
        if (dated.agreement.name == name) return dated;
    }
    throw ScenarioError(
        {Diagnostic{"agreements", {}, "", "no agreement '" + name + "'" + suggestion(name, agreement_names(folder))}});
}

void register_scenario(py::module_& module) {
    using S = const ScenarioFolder&;
    py::class_<ScenarioFolder, py::smart_holder> type(module, "Scenario", "A scenario and its agreements; immutable.");
    type.def_property_readonly("name", [](S s) { return s.scenario->record().name; })
        .def_property_readonly("title", [](S s) { return s.scenario->record().title; })
        .def_property_readonly("question", [](S s) { return s.scenario->record().question; })
        .def_property_readonly("folder", [](S s) { return s.scenario->folder(); })
        .def_property_readonly("digest", [](S s) { return s.scenario->digest(); })
        .def_property_readonly("timezone", [](S s) { return s.scenario->calendar().timezone; })
        .def_property_readonly("period_from_s", [](S s) { return seconds(s.scenario->calendar().from); })
        .def_property_readonly("period_to_s", [](S s) { return seconds(s.scenario->calendar().until); })
        .def_property_readonly("agreements", &agreement_names)
        .def_property_readonly("communities", [](S s) { return s.scenario->record().communities.names(); })
        .def_property_readonly("depots", [](S s) { return s.scenario->record().depots.names(); })
        .def_property_readonly("goods", [](S s) { return s.scenario->record().goods.names(); })
        .def_property_readonly("parties",
                               [](S s) {
                                   py::dict parties;
                                   for (const auto& [key, party] : s.scenario->record().parties) {
                                       parties[py::str(key.text)] = party.name;
                                   }
                                   return parties;
                               })
        .def_property_readonly("notes", [](S s) { return s.notes; })
        .def_property_readonly("chapters", [](S) { return chapter_titles(); })
        .def_property_readonly("schematic", [](S s) { return s.scenario->record().network.schematic; })
        .def("agreement", &agreement, py::arg("name"))
        .def(
            "describe",
            [](S s, const std::optional<std::string>& agreement) {
                return agreement ? describe_agreement(*s.scenario, find_agreement(s, *agreement))
                                 : describe_scenario(*s.scenario);
            },
            py::arg("agreement") = py::none())
        .def("terms", &terms, py::arg("agreement"))
        .def("not_covered", &not_covered, py::arg("agreement"))
        .def("agreement_notes", &agreement_notes, py::arg("agreement"))
        .def("overlay_notes", &overlay_notes)
        .def("round_trips", &round_trips, py::arg("agreement"), py::arg("at_s"))
        .def("values", &values)
        .def("sources", &sources)
        .def("uncertainties", &uncertainties)
        .def("layers", &layers)
        .def("control", &control)
        .def("control_findings", &control_findings)
        .def("with_agreement", &with_agreement, py::arg("head"), py::arg("terms"), py::arg("changes"))
        .def("replace", &replace, py::arg("path"), py::arg("value"))
        .def("community", &community, py::arg("name"))
        .def("roads", &roads)
        .def("road_lines", &road_lines)
        .def("gates", &gates)
        .def("gate_changes", &gate_changes, py::arg("agreement"))
        .def("gate_status", &gate_status, py::arg("agreement"), py::arg("at_s"), py::arg("arm_kept") = true)
        .def("routes", &asked_routes, py::arg("agreement"), py::arg("to"), py::arg("at_s"),
             py::arg("from_") = py::none(), py::arg("by") = "fastest", py::arg("most") = AlternativeOptions{}.most,
             py::arg("overlap") = AlternativeOptions{}.overlap, py::arg("slower_by") = AlternativeOptions{}.slower_by,
             py::arg("within_m") = farthest_junction.metres())
        .def("reach", &reach, py::arg("agreement"), py::arg("at_s"))
        .def("redundancy", &redundancy, py::arg("agreement"), py::arg("to"), py::arg("at_s"))
        .def("openings", &openings, py::arg("agreement"), py::arg("to"), py::arg("at_s"))
        .def("openers", &openers)
        .def("throughput", &throughput, py::arg("agreement"), py::arg("to"), py::arg("at_s"))
        .def("driven", &driven, py::arg("agreement"), py::arg("at_s"), py::arg("within_s"))
        .def("__repr__", [](S s) { return "Scenario(" + s.scenario->record().name + ")"; });
    module.def(
        "read_scenario",
        [](const std::string& folder, const std::string& common, bool allow_outside, bool allow_network) {
            return std::make_shared<ScenarioFolder>(
                read_scenario_folder(folder, {common, allow_outside, allow_network}));
        },
        py::arg("folder"), py::arg("common"), py::arg("allow_outside") = false, py::arg("allow_network") = false,
        py::call_guard<py::gil_scoped_release>(), "Read a scenario folder; ScenarioError lists every fault.");
}

}  // namespace aidway::python
