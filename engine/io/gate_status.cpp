// SPDX-License-Identifier: Apache-2.0
#include "io/gate_status.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "io/split.hpp"
#include "io/zone.hpp"

namespace aidway {
namespace {

struct Dated {
    Instant from;
    Instant until;
    Mark at;
    Access access[traffic_classes];
    Hours hours;
    std::optional<std::int64_t> trucks_per_day;
    std::optional<MassRate> goods_per_day;
    std::vector<PartyId> holders;
};

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

class Builder {
public:
    Builder(const Table& table, const GateStatusFrame& frame, Reading& reading)
        : table_(table), frame_(frame), reading_(reading) {
        all_doubtful_ = std::any_of(reading.faults.begin(), reading.faults.end(),
                                    [&](const Diagnostic& fault) { return fault.file == table.file(); });
    }

    PassageTable build() {
        if (!check_header()) return {};
        for (std::size_t i = 0; i < table_.size(); ++i) add(i);
        const auto names = frame_.gates.value_or(std::vector<std::string>{});
        PassageTable result(names.size());
        for (std::uint32_t g = 0; g < names.size(); ++g) {
            auto& rows = rows_[names[g]];
            std::stable_sort(rows.begin(), rows.end(), [](const Dated& a, const Dated& b) { return a.from < b.from; });
            // Where a row could not be read, a gap says nothing new.
            const bool needed = !rows.empty() || !contains(frame_.stand_alone, names[g]);
            if (needed && !all_doubtful_ && !doubtful_.contains(names[g])) check_cover(names[g], rows);
            for (const auto& row : rows) fill(result, {g}, row);
        }
        return result;
    }

private:
    void fault(Mark at, std::string message) { reading_.faults.push_back({table_.file(), at, "", std::move(message)}); }

    /// Columns are missing or unknown once, not in every row.
    bool check_header() {
        if (table_.header().empty()) return false;
        const auto faults_before = reading_.faults.size();
        std::vector<std::string> known{"source", "confidence", "note"};
        std::vector<std::string> missing;
        for (const auto& field : static_cast<const RecordType&>(type_of<GateStatusRow>()).fields) {
            known.emplace_back(field.name);
            if (field.need != Field::Need::required || table_.find_column(field.name)) continue;
            missing.emplace_back(field.name);
            (void)table_.column(field.name, reading_.faults);
        }
        for (const auto& cell : table_.header()) {
            // A misspelt column is told where it is missed.
            if (contains(known, cell.text) || nearest(cell.text, missing)) continue;
            fault(cell.at, "unknown column '" + cell.text + "'" + suggestion(cell.text, known));
        }
        return reading_.faults.size() == faults_before;
    }

    void add(std::size_t i) {
        const auto faults_before = reading_.faults.size();
        GateStatusRow row;
        const Node node = table_.row(i);
        read(node, {table_.file(), "", "gate_status/" + std::to_string(i + 1)}, row, reading_);
        auto parties = holders(row, node);
        check_sources(row, node);
        const bool gate_known = check_gate(row.gate);
        // Without a time zone days still follow each other.
        const std::string timezone = frame_.calendar ? frame_.calendar->timezone : "UTC";
        Dated dated{*to_instant(row.from, timezone),
                    *to_instant(row.to, timezone),
                    row.from.at,
                    {row.aid, row.goods, row.civilians},
                    row.hours,
                    row.trucks_per_day ? std::optional(row.trucks_per_day->value) : std::nullopt,
                    row.goods_per_day,
                    std::move(parties)};
        const bool days_read = row.from.at != Mark{} && row.to.at != Mark{};
        if (days_read && dated.from >= dated.until) fault(row.to.at, "'to' must lie after 'from'");
        if (reading_.faults.size() > faults_before) return doubt(row.gate);
        if (gate_known) rows_[row.gate.text].push_back(std::move(dated));
    }

    bool check_gate(const Name& gate) {
        if (gate.at == Mark{} || !frame_.gates) return false;
        if (contains(*frame_.gates, gate.text)) return true;
        if (!contains(frame_.missing, gate.text)) {
            fault(gate.at, "no gate '" + gate.text + "' in the network's layer" + suggestion(gate.text, *frame_.gates));
        }
        return false;
    }

    /// The row is not used: whether its gate is covered, nobody can tell.
    void doubt(const Name& gate) {
        if (gate.at == Mark{}) all_doubtful_ = true;
        doubtful_.insert(gate.text);
        const auto* near = frame_.gates ? nearest(gate.text, *frame_.gates) : nullptr;
        if (near) doubtful_.insert(*near);
    }

    std::vector<PartyId> holders(const GateStatusRow& row, const Node& node) {
        std::vector<PartyId> parties;
        if (!frame_.parties) return parties;
        for (const auto& name : split(row.held_by, ";")) {
            const auto found = std::find(frame_.parties->begin(), frame_.parties->end(), name);
            if (found != frame_.parties->end()) {
                parties.push_back({static_cast<std::uint32_t>(found - frame_.parties->begin())});
            } else {
                fault(node.find("held_by")->at,
                      "no party '" + name + "' in scenario.yaml" + suggestion(name, *frame_.parties));
            }
        }
        return parties;
    }

    void check_sources(const GateStatusRow& row, const Node& node) {
        if (!frame_.sources) return;
        for (const auto& key : split(row.source_key, ";")) {
            if (contains(*frame_.sources, key)) continue;
            fault(node.find("source_key")->at,
                  "no source '" + key + "' under 'sources' in scenario.yaml" + suggestion(key, *frame_.sources));
        }
    }

    void check_cover(const std::string& gate, const std::vector<Dated>& rows) {
        const auto say = [&](Mark at, const std::string& what) { fault(at, "gate '" + gate + "' has " + what); };
        const auto& calendar = frame_.calendar;
        if (rows.empty()) return fault({}, "no row for gate '" + gate + "'");
        if (calendar && rows.front().from > calendar->from) {
            say(rows.front().at, "no status before this day, but the period begins earlier");
        }
        for (std::size_t i = 1; i < rows.size(); ++i) {
            const auto other = std::to_string(rows[i - 1].at.line);
            if (rows[i].from < rows[i - 1].until) {
                say(rows[i].at, "two statuses from this day; the other row is line " + other);
            } else if (rows[i].from > rows[i - 1].until) {
                say(rows[i].at, "no status between the row of line " + other + " and this day");
            }
        }
        if (calendar && rows.back().until < calendar->until) {
            say(rows.back().at, "no status after this row, but the period goes on");
        }
    }

    static void fill(PassageTable& table, GateId gate, const Dated& row) {
        for (int t = 0; t < traffic_classes; ++t) {
            const auto traffic = static_cast<Traffic>(t);
            Passage passage{row.from, row.until, row.access[t], row.hours, {}, baseline_origin};
            if (traffic == Traffic::aid) passage.trucks_per_day = row.trucks_per_day;
            if (traffic == Traffic::goods) passage.goods_per_day = row.goods_per_day;
            table.grant(gate, traffic, std::move(passage));
        }
        table.hold(gate, {row.from, row.until, row.holders});
    }

    const Table& table_;
    const GateStatusFrame& frame_;
    Reading& reading_;
    std::map<std::string, std::vector<Dated>> rows_;
    std::set<std::string> doubtful_;  ///< gates of which a row could not be used
    bool all_doubtful_ = false;
};

}  // namespace

const Type& describe(Tag<GateStatusRow>) {
    using R = GateStatusRow;
    static const auto type = record<R>(
        "gate_status_row", "One row of the table of gate status.",
        {required("gate", &R::gate, "a gate of the network's layer"), required("from", &R::from, "first local day"),
         required("to", &R::to, "local day after the last"), required("aid", &R::aid, "whether aid convoys may pass"),
         required("goods", &R::goods, "whether traders' goods may pass"),
         required("civilians", &R::civilians, "whether people may pass"),
         optional("hours", &R::hours, "daily hours in which anything may pass; empty: all day"),
         optional("trucks_per_day", &R::trucks_per_day,
                  "trucks of aid let through in a day, at most; empty: as many as the gate's entry says"),
         optional("goods_per_day", &R::goods_per_day, "likewise of traders' goods", at_least(0)),
         optional("held_by", &R::held_by, "a party; several are joined by ';'"),
         optional("source_key", &R::source_key, "keys of sources joined by ';'")});
    return type;
}

PassageTable read_gate_status(const Table& table, const GateStatusFrame& frame, Reading& reading) {
    return Builder(table, frame, reading).build();
}

}  // namespace aidway
