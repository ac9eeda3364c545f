// SPDX-License-Identifier: Apache-2.0
#include "io/gate_status.hpp"

#include <algorithm>
#include <optional>

#include "io/split.hpp"
#include "io/zone.hpp"

namespace aidway {
namespace {

struct Dated {
    Instant from;
    Instant until;
    Mark at;
    Access access[traffic_classes];
    std::vector<PartyId> holders;
};

class Builder {
public:
    Builder(const Table& table, const std::vector<Gate>& gates, const ScenarioRecord& record, const Calendar& calendar,
            Reading& reading)
        : table_(table), gates_(gates), record_(record), calendar_(calendar), reading_(reading), rows_(gates.size()) {
        for (const auto& gate : gates) names_.push_back(gate.name);
    }

    PassageTable build() {
        for (std::size_t i = 0; i < table_.size(); ++i) add(i);
        PassageTable result(gates_.size());
        for (std::uint32_t g = 0; g < gates_.size(); ++g) {
            check_cover(g);
            for (const auto& row : rows_[g]) fill(result, {g}, row);
        }
        return result;
    }

private:
    void fault(Mark at, std::string message) { reading_.faults.push_back({table_.file(), at, "", std::move(message)}); }

    void add(std::size_t i) {
        const auto faults_before = reading_.faults.size();
        GateStatusRow row;
        const Node node = table_.row(i);
        read(node, {table_.file(), "", "gate_status/" + std::to_string(i + 1)}, row, reading_);
        if (reading_.faults.size() > faults_before) return;
        Dated dated{*to_instant(row.from, calendar_.timezone), *to_instant(row.to, calendar_.timezone), row.from.at,
                    {row.aid, row.goods, row.civilians}, holders(row, node)};
        check_sources(row, node);
        if (dated.from >= dated.until) return fault(row.to.at, "'to' must lie after 'from'");
        const auto gate = std::find(names_.begin(), names_.end(), row.gate.text);
        if (gate == names_.end()) {
            return fault(row.gate.at, "no gate '" + row.gate.text + "' in the network's layer" +
                                          suggestion(row.gate.text, names_));
        }
        rows_[static_cast<std::size_t>(gate - names_.begin())].push_back(std::move(dated));
    }

    std::vector<PartyId> holders(const GateStatusRow& row, const Node& node) {
        std::vector<PartyId> parties;
        for (const auto& name : split(row.held_by, ";")) {
            const auto i = record_.parties.index_of(name);
            if (i) parties.push_back({static_cast<std::uint32_t>(*i)});
            else fault(node.find("held_by")->at, "no party '" + name + "' in scenario.yaml" +
                                                     suggestion(name, record_.parties.names()));
        }
        return parties;
    }

    void check_sources(const GateStatusRow& row, const Node& node) {
        for (const auto& key : split(row.source_key, ";")) {
            if (record_.sources.contains(key)) continue;
            fault(node.find("source_key")->at,
                  "no source '" + key + "' in scenario.yaml" + suggestion(key, record_.sources.names()));
        }
    }

    void check_cover(std::uint32_t gate) {
        auto& rows = rows_[gate];
        const auto& name = names_[gate];
        if (rows.empty()) return fault({}, "no row for gate '" + name + "'");
        std::stable_sort(rows.begin(), rows.end(), [](const Dated& a, const Dated& b) { return a.from < b.from; });
        if (rows.front().from > calendar_.from) fault(rows.front().at, "gate '" + name + "' has no status before this day");
        for (std::size_t i = 1; i < rows.size(); ++i) {
            if (rows[i].from < rows[i - 1].until) {
                fault(rows[i].at, "gate '" + name + "' has two statuses from this day; the other row is line " +
                                      std::to_string(rows[i - 1].at.line));
            } else if (rows[i].from > rows[i - 1].until) {
                fault(rows[i].at, "gate '" + name + "' has no status between the row of line " +
                                      std::to_string(rows[i - 1].at.line) + " and this day");
            }
        }
        if (rows.back().until < calendar_.until) {
            fault(rows.back().at, "gate '" + name + "' has no status after this row, but the period goes on");
        }
    }

    static void fill(PassageTable& table, GateId gate, const Dated& row) {
        for (int t = 0; t < traffic_classes; ++t) {
            table.grant(gate, static_cast<Traffic>(t), {row.from, row.until, row.access[t], {}, {}, baseline_origin});
        }
        table.hold(gate, {row.from, row.until, row.holders});
    }

    const Table& table_;
    const std::vector<Gate>& gates_;
    const ScenarioRecord& record_;
    const Calendar& calendar_;
    Reading& reading_;
    std::vector<std::string> names_;
    std::vector<std::vector<Dated>> rows_;
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
         optional("held_by", &R::held_by, "a party; several are joined by ';'"),
         optional("source_key", &R::source_key, "keys of sources joined by ';'")});
    return type;
}

PassageTable read_gate_status(const Table& table, const std::vector<Gate>& gates, const ScenarioRecord& record,
                              const Calendar& calendar, Reading& reading) {
    return Builder(table, gates, record, calendar, reading).build();
}

}  // namespace aidway
