// SPDX-License-Identifier: Apache-2.0
#include "io/status_reports.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

#include "core/name.hpp"
#include "io/split.hpp"
#include "io/text_file.hpp"
#include "io/zone.hpp"

namespace aidway {
namespace {

std::string lower(std::string text) {
    for (char& letter : text) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return text;
}

/// The position of a name in a list.
std::optional<std::uint32_t> place_in(const std::vector<std::string>& names, const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<std::uint32_t>(found - names.begin()));
}

struct Report {
    std::optional<Instant> since;  ///< nothing: before the period
    Access access = Access::closed;
    std::vector<PartyId> holders;
};

class ReportReader {
public:
    ReportReader(const Table& table, const ReportMeaning& meaning, const GateStatusFrame& frame,
                 std::vector<Diagnostic>& faults)
        : table_(table), meaning_(meaning), frame_(frame), faults_(faults) {}

    PassageTable read() {
        const auto faults_before = faults_.size();
        find_columns();
        if (!place_ || !status_) return {};
        for (std::size_t row = 0; row < table_.size(); ++row) add(row);
        const auto gates = frame_.gates.value_or(std::vector<std::string>{});
        PassageTable passage(gates.size());
        if (!frame_.calendar) return passage;
        const bool whole = faults_.size() == faults_before;
        for (std::uint32_t g = 0; g < gates.size(); ++g) fill(passage, {g}, gates[g], whole);
        return passage;
    }

private:
    void fault(const Cell& cell, std::string message) { faults_.push_back(table_.fault(cell, std::move(message))); }

    /// As named, or the first of the usual names that is there, whatever the case of its letters.
    std::optional<std::size_t> column(const std::optional<std::string>& named, const char* ours, bool needed) {
        if (named) return table_.column(*named, faults_);
        const auto usual = meaning_.usual.find(ours);
        if (usual != meaning_.usual.end()) {
            for (const auto& theirs : usual->second) {
                for (std::size_t i = 0; i < table_.header().size(); ++i) {
                    if (lower(table_.header()[i].text) == lower(theirs)) return i;
                }
            }
        }
        if (needed && !table_.header().empty()) {
            fault(table_.header().front(), fmt::format("no column is known to say the {}: name it under "
                                                       "'gate_status/columns/{}'",
                                                       ours, ours));
        }
        return std::nullopt;
    }

    void find_columns() {
        const ReportColumnsRecord columns = meaning_.record.columns.value_or(ReportColumnsRecord{});
        place_ = column(columns.place, "place", true);
        status_ = column(columns.status, "status", true);
        since_ = column(columns.since, "since", false);
        held_by_ = column(columns.held_by, "held_by", false);
    }

    /// The gate that a row is about; nothing where it is about none, or with a fault where it should be.
    std::optional<std::string> gate_of(const Cell& place) {
        if (meaning_.record.gates) {
            const auto* gate = meaning_.record.gates->find(place.text);
            return gate ? std::optional(gate->text) : std::nullopt;
        }
        if (!frame_.gates || place_in(*frame_.gates, place.text)) return place.text;
        if (!place_in(frame_.missing, place.text)) {
            fault(place, fmt::format("no gate '{}' in the network's layer{}; or say under 'gate_status/gates' which "
                                     "places are gates",
                                     place.text, suggestion(place.text, *frame_.gates)));
        }
        return std::nullopt;
    }

    void add(std::size_t row) {
        const auto gate = gate_of(table_.at(row, *place_));
        if (!gate) return;
        Report report;
        const Cell& said = table_.at(row, *status_);
        const auto meant = meaning_.words.meaning(said.text);
        if (meant) report.access = *meant;
        if (!meant) {
            fault(said, fmt::format("the status '{}' means nothing{}", said.text,
                                    suggestion(said.text, meaning_.words.words())));
        }
        if (!read_day(row, report) || !meant) return;
        if (held_by_) report.holders = holders(table_.at(row, *held_by_));
        reports_[*gate].push_back(std::move(report));
    }

    bool read_day(std::size_t row, Report& report) {
        if (!since_ || table_.at(row, *since_).text.empty()) return true;
        const Cell& cell = table_.at(row, *since_);
        auto day = parse_local_time(cell.text.substr(0, 10));
        if (!day) {
            fault(cell, fmt::format("'{}' is not a date, e.g. '2016-09-12'", cell.text));
            return false;
        }
        report.since = to_instant(*day, frame_.calendar ? frame_.calendar->timezone : "UTC");
        return true;
    }

    std::vector<PartyId> holders(const Cell& cell) {
        std::vector<PartyId> parties;
        if (!frame_.parties) return parties;
        for (const auto& name : split(cell.text, ";")) {
            if (const auto found = place_in(*frame_.parties, name)) {
                parties.push_back({*found});
            } else {
                fault(cell, "no party '" + name + "' in scenario.yaml" + suggestion(name, *frame_.parties));
            }
        }
        return parties;
    }

    /// `whole`: every row could be read, so that a gap says something.
    void fill(PassageTable& passage, GateId gate, const std::string& name, bool whole) {
        auto& reports = reports_[name];
        const auto& calendar = *frame_.calendar;
        const auto when = [&](const Report& report) { return report.since.value_or(Instant::min()); };
        std::stable_sort(reports.begin(), reports.end(),
                         [&](const Report& a, const Report& b) { return when(a) < when(b); });
        if (reports.empty() || when(reports.front()) > calendar.from) {
            const bool alone = reports.empty() && place_in(frame_.stand_alone, name);
            if (alone || (!meaning_.record.before && !whole)) return;
            if (!meaning_.record.before) {
                faults_.push_back({table_.file(),
                                   {},
                                   "",
                                   fmt::format("nothing is told of gate '{}' when the period begins: say under "
                                               "'gate_status/before' what held then",
                                               name)});
                return;
            }
            reports.insert(reports.begin(), Report{{}, *meaning_.record.before, {}});
        }
        for (std::size_t i = 0; i < reports.size(); ++i) {
            const Instant from = std::max(when(reports[i]), calendar.from);
            const Instant until =
                i + 1 < reports.size() ? std::min(when(reports[i + 1]), calendar.until) : calendar.until;
            if (from >= until) continue;
            for (int t = 0; t < traffic_classes; ++t) {
                passage.grant(gate, static_cast<Traffic>(t), {from, until, reports[i].access, {}, {}, baseline_origin});
            }
            passage.hold(gate, {from, until, reports[i].holders});
        }
    }

    const Table& table_;
    const ReportMeaning& meaning_;
    const GateStatusFrame& frame_;
    std::vector<Diagnostic>& faults_;
    std::optional<std::size_t> place_, status_, since_, held_by_;
    std::map<std::string, std::vector<Report>> reports_;
};

}  // namespace

UsualColumns read_usual_columns(const ShownPath& path, std::vector<Diagnostic>& faults) {
    UsualColumns usual;
    const Table table = parse_csv(path.shown, read_text_file(path.path), faults);
    if (table.header().empty()) return usual;
    const auto ours = table.column("column", faults);
    const auto theirs = table.column("theirs", faults);
    if (!ours || !theirs) return usual;
    for (std::size_t row = 0; row < table.size(); ++row) {
        usual[table.at(row, *ours).text].push_back(table.at(row, *theirs).text);
    }
    return usual;
}

PassageTable read_status_reports(const Table& table, const ReportMeaning& meaning, const GateStatusFrame& frame,
                                 std::vector<Diagnostic>& faults) {
    return ReportReader(table, meaning, frame, faults).read();
}

}  // namespace aidway
