// SPDX-License-Identifier: Apache-2.0
#include "io/scenario_folder.hpp"

#include <algorithm>
#include <utility>

#include "access/gates.hpp"
#include "core/fields/reading.hpp"
#include "io/gate_status.hpp"
#include "io/line_layer.hpp"
#include "io/scenario_checks.hpp"
#include "io/text_file.hpp"
#include "io/yaml.hpp"
#include "io/zone.hpp"

namespace aidway {
namespace {

namespace fs = std::filesystem;

/// Reads one folder; every step adds its faults, and later steps that need what is missing are passed over.
class FolderReader {
public:
    explicit FolderReader(fs::path folder) : folder_(std::move(folder)) {}

    ScenarioFolder read_all() {
        read_record();
        if (record_is_whole_) {
            read_network();
            read_status();
        }
        read_agreement_files();
        reading_.throw_if_faulty();
        ScenarioFolder result;
        result.scenario = std::make_shared<const Scenario>(
            ScenarioParts{folder_.generic_string(), record_, std::move(reading_.provenance),
                          std::move(reading_.uncertain), network_, gates_, std::move(baseline_), calendar_});
        result.agreements = std::move(agreements_);
        result.agreement_provenance = std::move(agreement_reading_.provenance);
        result.joins = std::move(joins_);
        check_agreements(result);
        return result;
    }

private:
    void read_record() {
        const Node tree = parse_yaml("scenario.yaml", read_text_file(folder_ / "scenario.yaml"), reading_.faults);
        read(tree, {"scenario.yaml", "", ""}, record_, reading_);
        record_is_whole_ = reading_.faults.empty();
        if (!record_is_whole_) return;
        check_record(record_, reading_);
        check_sources(record_, 0, reading_);
        const auto from = to_instant(record_.period.from, record_.period.timezone);
        const auto until = to_instant(record_.period.to, record_.period.timezone);
        if (!from || !until) return;
        // Whole days of 86,400 s: a change of clocks in between does not move the end off a day's border.
        const auto days = record_.period.to.day - record_.period.from.day;
        calendar_ = {*from, *from + one_day * days, record_.period.timezone};
    }

    void read_network() {
        const auto lines = read_line_layer(folder_ / record_.network.layer, {"road", "gate", "road_class", ""},
                                           record_.network.layer, reading_.faults);
        if (lines.empty()) return;
        auto built = build_network(lines, {record_.network.join_within}, record_.network.layer, reading_.faults);
        network_ = std::make_shared<const RoadNetwork>(std::move(built.network));
        joins_ = std::move(built.joins);
        gates_ = gates_of(*network_);
        check_network(record_, *network_, gates_, reading_);
    }

    void read_status() {
        if (!network_ || calendar_.timezone.empty()) return;
        const auto& name = record_.gate_status.table;
        if (!fs::is_regular_file(folder_ / name)) {
            reading_.faults.push_back(reading_.fault_at("gate_status/table", "no file '" + name + "' in the folder"));
            return;
        }
        const Table table = parse_csv(name, read_text_file(folder_ / name), reading_.faults);
        baseline_ = read_gate_status(table, gates_, record_, calendar_, reading_);
    }

    void read_agreement_files() {
        std::vector<fs::path> files;
        const auto folder = folder_ / "agreements";
        if (fs::is_directory(folder)) {
            for (const auto& entry : fs::directory_iterator(folder)) {
                if (entry.path().extension() == ".yaml") files.push_back(entry.path());
            }
        }
        if (files.empty()) {
            reading_.faults.push_back({"agreements", {}, "", "expected at least one agreement, e.g. agreements/status-quo.yaml"});
        }
        std::sort(files.begin(), files.end());
        for (const auto& file : files) read_agreement(file);
        check_sources(record_, 0, agreement_reading_);
        std::move(agreement_reading_.faults.begin(), agreement_reading_.faults.end(), std::back_inserter(reading_.faults));
        agreement_reading_.faults.clear();
    }

    void read_agreement(const fs::path& path) {
        const std::string file = "agreements/" + path.filename().string();
        auto& reading = agreement_reading_;
        const auto faults_before = reading.faults.size();
        Agreement agreement;
        const Node tree = parse_yaml(file, read_text_file(path), reading.faults);
        read(tree, {file, "", "agreements/" + path.stem().string()}, agreement, reading);
        if (reading.faults.size() > faults_before) return;
        if (agreement.name != path.stem().string()) {
            reading.faults.push_back(reading.fault_at("agreements/" + path.stem().string() + "/agreement",
                                                      "agreement '" + agreement.name + "' stands in " +
                                                          path.filename().string() + "; name and file must agree"));
        }
        const auto date = to_instant(agreement.effective_from, record_.period.timezone);
        if (!date) return;  // the time zone is a fault of its own
        if (!calendar_.timezone.empty() && (*date < calendar_.from || *date >= calendar_.until)) {
            reading.faults.push_back(
                {file, agreement.effective_from.at, "", "effective_from lies outside the period of the scenario"});
        }
        agreements_.push_back({std::move(agreement), *date});
    }

    static void check_agreements(const ScenarioFolder& result) {
        std::vector<Diagnostic> faults;
        for (const auto& [agreement, date] : result.agreements) {
            check_agreement(agreement, *result.scenario, "agreements/" + agreement.name + ".yaml", faults);
        }
        if (!faults.empty()) throw ScenarioError(std::move(faults));
    }

    fs::path folder_;
    Reading reading_;
    Reading agreement_reading_;
    ScenarioRecord record_;
    bool record_is_whole_ = false;
    Calendar calendar_;
    std::shared_ptr<const RoadNetwork> network_;
    std::vector<Join> joins_;
    std::vector<Gate> gates_;
    PassageTable baseline_;
    std::vector<DatedAgreement> agreements_;
};

}  // namespace

ScenarioFolder read_scenario_folder(const fs::path& folder) {
    if (!fs::is_directory(folder)) throw IoError("no folder '" + folder.generic_string() + "'");
    return FolderReader(folder).read_all();
}

}  // namespace aidway
