// SPDX-License-Identifier: Apache-2.0
#include "io/vehicle_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "io/text_file.hpp"
#include "io/yaml.hpp"

namespace aidway {
namespace {

void check_sources(const VehicleFile& file, const std::string& shown, Reading& reading) {
    std::set<Mark> told;  // one statement may stand for many values
    for (const auto& value : reading.provenance) {
        for (const auto& key : value.sources) {
            if (file.sources.contains(key.text) || !told.insert(key.at).second) continue;
            reading.faults.push_back({shown, key.at, "",
                                      fmt::format("no source '{}' under 'sources' in this file{}", key.text,
                                                  suggestion(key.text, file.sources.names()))});
        }
    }
}

/// "driving/speeds" of "vehicles/lorry/driving/speeds/primary": what is taken from one file or the other as a whole.
std::string field_of(const std::string& path, const std::string& under) {
    const std::string below = path.substr(under.size() + 1);
    const auto first = below.find('/');
    if (first == std::string::npos || below.substr(0, first) != "driving") return below.substr(0, first);
    return below.substr(0, below.find('/', first + 1));
}

bool says(const Reading& reading, const std::string& path) {
    return std::any_of(reading.provenance.begin(), reading.provenance.end(), [&](const Provenance& value) {
        return value.path == path || value.path.starts_with(path + "/");
    });
}

/// Sources of the file under keys that are free in the record or say the same there.
std::map<std::string, std::string> add_sources(const VehicleFile& file, const ShownPath& path, ScenarioRecord& record) {
    std::map<std::string, std::string> keys;
    for (const auto& [key, source] : file.sources) {
        std::string name = key.text;
        const auto* known = record.sources.find(name);
        if (known != nullptr && *known != source) name = path.path.stem().string() + ": " + name;
        if (!record.sources.contains(name)) record.sources.add(Name(name), source);
        keys.emplace(key.text, std::move(name));
    }
    return keys;
}

}  // namespace

std::optional<VehicleFile> read_vehicle_file(const ShownPath& path, const std::string& under, Reading& reading) {
    Reading own;
    VehicleFile file;
    Node tree = parse_yaml(path.shown, read_text_file(path.path), own.faults);
    read(tree, {path.shown, "", under}, file, own);
    for (const auto& uncertain : own.uncertain) {
        own.faults.push_back(
            {uncertain.file, uncertain.at, "", "a law cannot stand here: routes are computed once; write one value"});
    }
    const bool formed = own.faults.empty();
    if (formed) check_sources(file, path.shown, own);
    const bool sound = own.faults.empty();
    std::move(own.faults.begin(), own.faults.end(), std::back_inserter(reading.faults));
    std::move(own.provenance.begin(), own.provenance.end(), std::back_inserter(reading.provenance));
    return sound ? std::optional(std::move(file)) : std::nullopt;
}

void take_profile(ScenarioRecord& record, const std::string& vehicle, const ShownPath& path, Reading& reading) {
    const std::string under = "vehicles/" + vehicle;
    Reading own;
    const auto file = read_vehicle_file(path, under, own);
    std::move(own.faults.begin(), own.faults.end(), std::back_inserter(reading.faults));
    if (!file) return;
    const auto keys = add_sources(*file, path, record);
    std::vector<Provenance> taken;
    for (auto& value : own.provenance) {
        const std::string field = field_of(value.path, under);
        if (field == "aidway" || field == "title" || field == "sources") continue;
        if (says(reading, under + "/" + field)) continue;
        for (auto& source : value.sources) source.text = keys.at(source.text);
        taken.push_back(std::move(value));
    }
    std::move(taken.begin(), taken.end(), std::back_inserter(reading.provenance));
    auto& own_record = *record.vehicles.find(vehicle);
    own_record = merged(std::move(own_record), *file);
}

}  // namespace aidway
