// SPDX-License-Identifier: Apache-2.0
#include "io/scenario_folder.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <system_error>
#include <utility>

#include "access/gates.hpp"
#include "core/fields/reading.hpp"
#include "io/agreement_files.hpp"
#include "io/control_layer.hpp"
#include "io/control_report.hpp"
#include "io/derived_gates.hpp"
#include "io/document.hpp"
#include "io/gate_status.hpp"
#include "io/osm/osm_file.hpp"
#include "io/road_source.hpp"
#include "io/scenario_checks.hpp"
#include "io/text_file.hpp"
#include "io/yaml.hpp"
#include "io/zone.hpp"

namespace aidway {
namespace {

LineColumns columns_of(const NetworkRecord& network) {
    if (!network.columns && network.places) return {"", "", "", "", "", "", "distance"};  // as Flee has it, in km
    if (!network.columns) return {"road", "gate", "road_class", "", "", "", ""};
    const auto& named = *network.columns;
    return {named.road.value_or(""),    named.gate.value_or(""),     named.road_class.value_or(""), "",
            named.one_way.value_or(""), named.length_m.value_or(""), named.length_km.value_or("")};
}

namespace fs = std::filesystem;

template <class T>
std::optional<std::vector<std::string>> names_if(bool known, const Named<T>& table) {
    return known ? std::optional(table.names()) : std::nullopt;
}

/// Reads one folder; every step adds its faults and goes as far as what was read before it allows.
class FolderReader {
public:
    explicit FolderReader(fs::path folder) : folder_(std::move(folder)) {}

    ScenarioFolder read_all() {
        read_record();
        read_network();
        read_status();
        read_control();
        read_fronts();
        agreements_ = read_agreement_files(folder_, {record_, document_, calendar_}, agreement_reading_);
        if (document_.names_known("sources")) {
            check_sources(record_, reading_);
            check_sources(record_, agreement_reading_);
        }
        std::move(agreement_reading_.faults.begin(), agreement_reading_.faults.end(),
                  std::back_inserter(reading_.faults));
        reading_.throw_if_faulty();
        ScenarioFolder result;
        result.scenario = std::make_shared<const Scenario>(
            ScenarioParts{folder_.generic_string(), record_, std::move(reading_.provenance),
                          std::move(reading_.uncertain), network_, gates_, std::move(baseline_), *calendar_, control_});
        check_promises(*result.scenario);
        result.agreements = std::move(agreements_);
        result.agreement_provenance = std::move(agreement_reading_.provenance);
        result.repairs = std::move(repairs_);
        result.derived_gates = std::move(derived_gates_);
        result.control_findings = std::move(control_findings_);
        result.notes = notes_on(result);
        return result;
    }

private:
    /// What can be told only once the whole scenario stands.
    void check_promises(const Scenario& scenario) const {
        std::vector<Diagnostic> faults;
        for (const auto& dated : agreements_) check_renewals(dated.agreement, scenario, faults);
        if (!faults.empty()) throw ScenarioError(std::move(faults));
    }

    [[nodiscard]] std::vector<std::string> notes_on(const ScenarioFolder& result) const {
        std::vector<std::string> notes;
        const auto& name = record_.name;
        const auto stem = fs::weakly_canonical(folder_).filename().string();
        if (stem != name) notes.push_back("the scenario is named '" + name + "', its folder '" + stem + "'");
        const std::string layer = record_.network.layer + ": ";
        for (const auto& repair : result.repairs) notes.push_back(layer + repair.what);
        for (const auto& note : network_notes_) notes.push_back(layer + note);
        for (const auto& gate : result.derived_gates) notes.push_back(gate.what);
        add_control_notes(result.control_findings, notes);
        return notes;
    }

    /// A line for each of the first findings of a kind, and one that counts the others.
    void add_control_notes(const std::vector<ControlFinding>& findings, std::vector<std::string>& notes) const {
        constexpr std::size_t enough = 10;
        std::map<ControlFinding::Kind, std::size_t> told;
        for (const auto& finding : findings) {
            if (finding.kind == ControlFinding::Kind::outside) continue;  // of every layer that is not convex
            if (++told[finding.kind] <= enough) notes.push_back(record_.control->layer + ": " + finding.what);
        }
        for (const auto& [kind, count] : told) {
            if (count <= enough) continue;
            notes.push_back(record_.control->layer + ": " + std::to_string(count - enough) + " more of the kind '" +
                            name_of(kind) + "'");
        }
    }

    [[nodiscard]] CheckedRecord checked() { return {record_, document_, reading_}; }

    void read_record() {
        Node tree = parse_yaml("scenario.yaml", read_text_file(folder_ / "scenario.yaml"), reading_.faults);
        read(tree, {"scenario.yaml", "", ""}, record_, reading_);
        document_ = Document("scenario.yaml", std::move(tree), reading_.faults);
        check_values(checked());
        const auto& period = record_.period;
        const bool read = checked().given("period/from") && checked().given("period/to");
        if (!read || period.to <= period.from || period.from.second != 0 || period.to.second != 0) return;
        const auto from = to_instant(period.from, period.timezone);
        if (!from) return;
        // Whole days of 86,400 s: a change of clocks in between does not move the end off a day's border.
        calendar_ = Calendar{*from, *from + one_day * (period.to.day - period.from.day), period.timezone};
    }

    /// Where a file lies that the value under `path` names; nothing, with a fault there, when it is missing.
    std::optional<fs::path> find_file(const std::string& path, const std::string& name) {
        if (!checked().given(path)) return std::nullopt;
        const auto plain = fs::path(name).lexically_normal();
        if (plain.is_absolute() || (!plain.empty() && *plain.begin() == "..")) {
            checked().fault(path, "'" + name + "' lies outside the scenario folder: name a file within it");
            return std::nullopt;
        }
        std::error_code error;
        if (!name.empty() && fs::exists(folder_ / name, error)) return folder_ / name;
        std::vector<std::string> files;
        for (auto at = fs::recursive_directory_iterator(folder_, error);
             !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
            files.push_back(at->path().lexically_relative(folder_).generic_string());
        }
        std::sort(files.begin(), files.end());
        checked().fault(path, "no file '" + name + "' in the folder" + suggestion(name, files));
        return std::nullopt;
    }

    /// Where the roads come from; nothing where a file that is named is missing.
    std::optional<RoadSource> road_source() {
        const auto& network = record_.network;
        const auto path = find_file("network/layer", network.layer);
        if (!path) return std::nullopt;
        if (!network.places && is_osm_file(*path)) {
            checked().fault("network/layer", "'" + network.layer +
                                                 "' is OpenStreetMap data, which names no gates: make a layer of it "
                                                 "with `aidway network`, and name the gates on its lines");
            return std::nullopt;
        }
        RoadSource source{{*path, network.layer}};
        source.columns = columns_of(network);
        source.join_within = network.join_within;
        if (!network.places) return source;
        const auto& named = *network.places;
        const auto places = find_file("network/places/table", named.table);
        if (!places) return std::nullopt;
        source.places = ShownPath{*places, named.table};
        source.links = {named.name, named.lon, named.lat, named.from, named.to, {}};
        return source;
    }

    void read_network() {
        const auto source = road_source();
        if (!source) return;
        auto roads = read_roads(*source, reading_.faults);
        if (!roads) return;
        network_ = std::make_shared<const RoadNetwork>(std::move(roads->network));
        repairs_ = std::move(roads->repairs);
        network_notes_ = std::move(roads->notes);
        gates_ = gates_of(*network_);
        check_network(checked(), *network_, gates_);
    }

    void read_status() {
        const auto& name = record_.gate_status.table;
        const auto path = find_file("gate_status/table", name);
        if (!path) return;
        GateStatusFrame frame;
        const bool gates_known = document_.names_known("gates");
        if (network_) {
            frame.gates.emplace();
            for (const auto& gate : gates_) frame.gates->push_back(gate.name);
            if (gates_known) frame.missing = record_.gates.names();
        } else {
            frame.gates = names_if(gates_known, record_.gates);
        }
        frame.parties = names_if(document_.names_known("parties"), record_.parties);
        frame.sources = names_if(document_.names_known("sources"), record_.sources);
        frame.calendar = calendar_;
        const Table table = parse_csv(name, read_text_file(*path), reading_.faults);
        baseline_ = read_gate_status(table, frame, reading_);
    }

    void read_control() {
        if (!record_.control) return;
        const auto& name = record_.control->layer;
        const auto path = find_file("control/layer", name);
        if (!path) return;
        const auto frame = control_frame();
        const auto faults_before = reading_.faults.size();
        auto read = read_control_layer(*path, name, frame, reading_.faults);
        if (!frame.parties || reading_.faults.size() != faults_before) return;
        if (calendar_) {
            const Distance sliver_width = record_.control->sliver_width.value_or(usual_sliver_width);
            control_findings_ = control_findings(read, *calendar_, sliver_width);
        }
        control_ = std::make_shared<const ControlTimeline>(std::move(read.areas));
    }

    /// What the rows of the layer must fit; what its words for parties mean is checked here.
    ControlFrame control_frame() {
        const auto& control = *record_.control;
        ControlFrame frame{names_if(document_.names_known("parties"), record_.parties), record_.period.timezone};
        if (control.columns) {
            const auto& named = *control.columns;
            frame.columns = {named.party, named.valid_from, named.valid_to, named.priority};
        }
        if (checked().given("control/columns/party") && frame.columns.party.empty()) {
            checked().fault("control/columns/party", "the layer needs a column that says whose the ground is");
        }
        if (!control.parties) return frame;
        for (const auto& [word, meant] : *control.parties) {
            ControlArea area;
            auto wrong = frame.parties && meant.at != Mark{} ? set_ground(area, meant.text, *frame.parties) : "";
            if (!wrong.empty()) checked().fault(meant.at, std::move(wrong));
            frame.words[word.text] = meant.text;
        }
        return frame;
    }

    /// Gates where roads cross the front; then names can be looked up, as they may be those of such gates.
    void read_fronts() {
        const bool known = !record_.control || (network_ && control_ && calendar_);
        if (known && record_.control) {
            derived_gates_ =
                add_derived_gates({record_, gates_, baseline_, reading_}, *network_, *control_, *calendar_);
        }
        check_names(checked(), known);
        if (known) check_roads(checked());
    }

    fs::path folder_;
    Reading reading_;
    Reading agreement_reading_;
    ScenarioRecord record_;
    Document document_;
    std::optional<Calendar> calendar_;
    std::shared_ptr<const RoadNetwork> network_;
    std::vector<Repair> repairs_;
    std::vector<std::string> network_notes_;
    std::vector<Gate> gates_;
    PassageTable baseline_;
    std::shared_ptr<const ControlTimeline> control_;
    std::vector<DerivedGate> derived_gates_;
    std::vector<ControlFinding> control_findings_;
    std::vector<DatedAgreement> agreements_;
};

}  // namespace

ScenarioFolder read_scenario_folder(const fs::path& folder) {
    if (!fs::is_directory(folder)) throw IoError("no folder '" + folder.generic_string() + "'");
    return FolderReader(folder).read_all();
}

}  // namespace aidway
