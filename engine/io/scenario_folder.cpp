// SPDX-License-Identifier: Apache-2.0
#include "io/scenario_folder.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <system_error>
#include <utility>
#include <variant>

#include "core/fields/reading.hpp"
#include "io/agreement_files.hpp"
#include "io/control_layer.hpp"
#include "io/control_report.hpp"
#include "io/derived_gates.hpp"
#include "io/document.hpp"
#include "io/gate_layers.hpp"
#include "io/gate_status.hpp"
#include "io/osm/osm_file.hpp"
#include "io/overlay_places.hpp"
#include "io/overlay_roads.hpp"
#include "io/road_source.hpp"
#include "io/scenario_checks.hpp"
#include "io/standing_gates.hpp"
#include "io/status_reports.hpp"
#include "io/text_file.hpp"
#include "io/vehicle_files.hpp"
#include "io/yaml.hpp"
#include "io/zone.hpp"

namespace aidway {
namespace {

namespace fs = std::filesystem;

LineColumns columns_of(const NetworkRecord& network) {
    if (!network.columns && network.places) return {"", "", "", "", "", "", "distance"};  // as Flee has it, in km
    if (!network.columns) return {"road", "gate", "road_class", "", "", "", ""};
    const auto& named = *network.columns;
    LineColumns columns{named.road.value_or(""),    named.gate.value_or(""),     named.road_class.value_or(""), "",
                        named.one_way.value_or(""), named.length_m.value_or(""), named.length_km.value_or("")};
    columns.kind = {named.surface.value_or(""),       named.condition.value_or(""),    named.features.value_or(""),
                    named.barred.value_or(""),        named.max_weight_t.value_or(""), named.max_height_m.value_or(""),
                    named.max_speed_km_h.value_or("")};
    return columns;
}

template <class T>
std::optional<std::vector<std::string>> names_if(bool known, const Named<T>& table) {
    return known ? std::optional(table.names()) : std::nullopt;
}

/// Reads one folder; every step adds its faults and goes as far as what was read before it allows.
class FolderReader {
public:
    FolderReader(fs::path folder, ReadingScope scope) : files_(std::move(folder), std::move(scope)) {}

    ScenarioFolder read_all() {
        read_record();
        read_profiles();
        read_network();
        read_status();
        read_control();
        read_fronts();
        read_overlays();
        check_references();
        agreements_ = read_agreement_files(files_, {record_, document_, calendar_, points_known()}, agreement_reading_);
        if (document_.names_known("sources")) {
            check_sources(record_, reading_);
            check_sources(record_, agreement_reading_);
        }
        std::move(agreement_reading_.faults.begin(), agreement_reading_.faults.end(),
                  std::back_inserter(reading_.faults));
        reading_.throw_if_faulty();
        ScenarioFolder result;
        result.scenario = std::make_shared<const Scenario>(ScenarioParts{
            files_.folder().generic_string(), record_, std::move(reading_.provenance), std::move(reading_.uncertain),
            network_, gates_, std::move(baseline_), *calendar_, control_, std::move(overlays_)});
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
        for (const auto& dated : agreements_) {
            check_renewals(dated.agreement, scenario, faults);
            check_on_the_ground(dated.agreement, scenario, faults);
        }
        if (!faults.empty()) throw ScenarioError(std::move(faults));
    }

    [[nodiscard]] std::vector<std::string> notes_on(const ScenarioFolder& result) const {
        std::vector<std::string> notes;
        const auto& name = record_.name;
        const auto stem = fs::weakly_canonical(files_.folder()).filename().string();
        if (stem != name) notes.push_back("the scenario is named '" + name + "', its folder '" + stem + "'");
        const std::string layer = record_.network.layer + ": ";
        for (const auto& repair : result.repairs) notes.push_back(layer + repair.what);
        for (const auto& note : network_notes_) notes.push_back(layer + note);
        notes.insert(notes.end(), gate_notes_.begin(), gate_notes_.end());
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
        const fs::path path = files_.folder() / "scenario.yaml";
        if (!files_.stays_inside(path)) throw IoError(path.generic_string() + ": leads out of the scenario folder");
        Node tree = parse_yaml("scenario.yaml", read_text_file(path), reading_.faults);
        read(tree, {"scenario.yaml", "", ""}, record_, reading_);
        document_ = Document("scenario.yaml", std::move(tree), reading_.faults);
        check_values(checked());
        check_overlays(checked());
        const auto& period = record_.period;
        const bool read = checked().given("period/from") && checked().given("period/to");
        if (!read || period.to <= period.from || period.from.second != 0 || period.to.second != 0) return;
        const auto from = to_instant(period.from, period.timezone);
        if (!from) return;
        // Whole days of 86,400 s: a change of clocks in between does not move the end off a day's border.
        calendar_ = Calendar{*from, *from + one_day * (period.to.day - period.from.day), period.timezone};
    }

    void read_profiles() {
        for (const auto& name : record_.vehicles.names()) {
            const auto& profile = record_.vehicles.at(name).profile;
            if (!profile) continue;
            const auto path = find_file("vehicles/" + name + "/profile", *profile);
            if (path) take_profile(record_, name, *path, reading_);
        }
    }

    /// What a name leads to that stands under `path`; nothing, with a fault there, where it leads nowhere.
    std::optional<ShownPath> found(const std::string& path, const NamedFiles::Answer& answer) {
        if (!answer.path) checked().fault(path, answer.fault);
        return answer.path;
    }
    std::optional<ShownPath> find_file(const std::string& path, const std::string& name) {
        return checked().given(path) ? found(path, files_.file(name)) : std::nullopt;
    }
    std::optional<ShownPath> find_layer(const std::string& path, const std::string& name) {
        return checked().given(path) ? found(path, files_.layer(name)) : std::nullopt;
    }

    /// Where the roads come from; nothing where a file that is named is missing.
    std::optional<RoadSource> road_source() {
        const auto& network = record_.network;
        if (network.places) return link_source(*network.places);
        const auto path = find_layer("network/layer", network.layer);
        if (!path) return std::nullopt;
        check_osm(checked(), is_osm_file(path->path));
        RoadSource source{*path};
        source.columns = columns_of(network);
        source.crossings = network.join_crossings.value_or(false) ? Crossings::join : Crossings::leave;
        source.join_within = network.join_within;
        if (!is_osm_file(path->path)) return source;
        const OsmRecord osm = network.osm.value_or(OsmRecord{});
        source.ferries = osm.ferries;
        source.meanings = found(checked().given("network/osm/meanings") ? "network/osm/meanings" : "network/layer",
                                files_.file(osm.meanings));
        return source.meanings ? std::optional(std::move(source)) : std::nullopt;
    }

    std::optional<RoadSource> link_source(const PlaceTableRecord& named) {
        const auto links = find_file("network/layer", record_.network.layer);
        const auto places = find_file("network/places/table", named.table);
        if (!links || !places) return std::nullopt;
        RoadSource source{*links};
        source.columns = columns_of(record_.network);
        source.places = *places;
        source.links = {named.name, named.lon, named.lat, named.from, named.to, {}};
        return source;
    }

    void read_network() {
        const auto source = road_source();
        if (!source) return;
        auto roads = read_roads(*source, reading_.faults);
        if (!roads) return;
        network_ =
            with_overlay_roads(checked(), record_, std::make_shared<const RoadNetwork>(std::move(roads->network)));
        repairs_ = std::move(roads->repairs);
        network_notes_ = std::move(roads->notes);
        read_gates();
        check_network(checked(), *network_, gates_);
    }

    /// Gates of the layer, of places in the record, and of layers of gates.
    void read_gates() {
        drawn_gates_ = read_gate_layers(checked(), files_);
        std::vector<GatePlace> points;
        for (const auto& drawn : drawn_gates_) {
            if (drawn.parts.empty()) points.push_back({drawn.name, drawn.at, drawn.within});
        }
        auto found = gates_on(checked(), *network_, points);
        standing_gates_ = stand_on(*network_, drawn_gates_, found, record_, gate_notes_);
        gates_ = std::move(found.gates);
    }

    void read_status() {
        const auto path = find_file("gate_status/table", record_.gate_status.table);
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
        for (const auto& [name, overlay] : record_.overlays) {
            if (std::holds_alternative<AddOverlay>(overlay.body)) frame.stand_alone.push_back(name.text);
        }
        frame.parties = names_if(document_.names_known("parties"), record_.parties);
        frame.sources = names_if(document_.names_known("sources"), record_.sources);
        frame.calendar = calendar_;
        for (const auto& standing : standing_gates_) frame.stand_alone.push_back(standing.gate.name);
        const Table table = parse_csv(path->shown, read_text_file(path->path), reading_.faults);
        baseline_ = record_.gate_status.format == StatusFormat::spells ? read_gate_status(table, frame, reading_)
                                                                       : read_reports(table, frame);
        if (calendar_) stand_by_themselves(standing_gates_, drawn_gates_, gates_, *calendar_, baseline_);
    }

    PassageTable read_reports(const Table& table, const GateStatusFrame& frame) {
        const auto& said = record_.gate_status;
        const auto words = found(said.words ? "gate_status/words" : "gate_status/format",
                                 files_.file(said.words.value_or(usual_status_words)));
        const auto columns = found("gate_status/format", files_.file(usual_status_columns));
        if (!words || !columns) return {};
        if (said.gates && frame.gates) {
            for (const auto& [place, gate] : *said.gates) {
                const auto& names = *frame.gates;
                if (std::find(names.begin(), names.end(), gate.text) != names.end()) continue;
                checked().fault(gate.at, "no gate '" + gate.text + "'" + suggestion(gate.text, names));
            }
        }
        return read_status_reports(
            table, {said, read_status_words(*words, reading_.faults), read_usual_columns(*columns, reading_.faults)},
            frame, reading_.faults);
    }

    void read_control() {
        if (!record_.control) return;
        const auto path = find_layer("control/layer", record_.control->layer);
        if (!path) return;
        const auto frame = control_frame();
        const auto faults_before = reading_.faults.size();
        auto read = read_control_layer(path->path, path->shown, frame, reading_.faults);
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

    [[nodiscard]] GateTables gate_tables() { return {record_, gates_, baseline_, reading_}; }
    [[nodiscard]] bool fronts_known() const { return !record_.control || (network_ && control_ && calendar_); }
    /// Whether the gates are known that points and overlays make.
    [[nodiscard]] bool points_known() const {
        return (record_.gate_layers.empty() && record_.overlays.empty()) || (network_ && calendar_);
    }

    /// Gates where roads cross the front.
    void read_fronts() {
        if (!record_.control || !fronts_known()) return;
        derived_gates_ = add_derived_gates(gate_tables(), *network_, *control_, *calendar_);
    }

    /// Overlays on the gates there are by now; some make gates of their own.
    void read_overlays() {
        if (!network_ || !calendar_ || !fronts_known()) return;
        overlays_ = place_overlays(checked(), gate_tables(), *network_, *calendar_);
    }

    /// Names can be looked up once all gates are known, as they may be those of gates on the front.
    void check_references() {
        check_names(checked(), fronts_known() && points_known());
        if (fronts_known()) check_roads(checked());
    }

    NamedFiles files_;
    Reading reading_;
    Reading agreement_reading_;
    ScenarioRecord record_;
    Document document_;
    std::optional<Calendar> calendar_;
    std::shared_ptr<const RoadNetwork> network_;
    std::vector<Repair> repairs_;
    std::vector<std::string> network_notes_;
    std::vector<DrawnGate> drawn_gates_;
    std::vector<StandingGate> standing_gates_;
    std::vector<std::string> gate_notes_;
    std::vector<Gate> gates_;
    PassageTable baseline_;
    std::shared_ptr<const ControlTimeline> control_;
    std::vector<DerivedGate> derived_gates_;
    std::vector<LaidOverlay> overlays_;
    std::vector<ControlFinding> control_findings_;
    std::vector<DatedAgreement> agreements_;
};

}  // namespace

ScenarioFolder read_scenario_folder(const fs::path& folder, const ReadingScope& scope) {
    if (!fs::is_directory(folder)) throw IoError("no folder '" + folder.generic_string() + "'");
    return FolderReader(folder, scope).read_all();
}

}  // namespace aidway
