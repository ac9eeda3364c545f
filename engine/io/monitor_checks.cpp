// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <string>

#include "io/scenario_checks.hpp"

namespace aidway {
namespace {

/// Sums of chances may miss one by rounding.
constexpr double rounding = 1e-12;

/// Looks a name up in a table of the record whose names are known.
template <class T>
void check_known(const CheckedRecord& checked, const Name& name, const char* what, const Named<T>& table, bool known) {
    if (!known || name.at == Mark{} || table.contains(name.text)) return;
    checked.fault(name.at, fmt::format("no {} '{}'{}", what, name.text, suggestion(name.text, table.names())));
}

void check_party(const CheckedRecord& checked, const Name& name) {
    check_known(checked, name, "party", checked.record.parties, checked.document.names_known("parties"));
}

void check_rows(const CheckedRecord& checked, const std::string& path, const BlameRecord& rows) {
    for (const auto& [actor, row] : rows) {
        check_party(checked, actor);
        double sum = 0;
        bool read = true;
        for (const auto& [blamed, chance] : row) {
            check_party(checked, blamed);
            sum += chance.value();
            read = read && checked.document.sound(fmt::format("{}/{}/{}", path, actor.text, blamed.text));
        }
        if (!read || sum <= 1.0 + rounding) continue;
        checked.fault(actor.at, fmt::format("the chances to be blamed for what '{}' does add up to {:g}; expected at "
                                            "most 1: the rest is nobody's",
                                            actor.text, sum));
    }
}

void check_monitor(const CheckedRecord& checked, const std::string& name, const MonitorRecord& monitor) {
    const auto& record = checked.record;
    check_rows(checked, fmt::format("monitors/{}/attribution", name), monitor.attribution);
    for (const auto& [party, factor] : monitor.by_party) check_party(checked, party);
    for (const auto& party : monitor.admitted_by) check_party(checked, party);
    if (!record.violence) {
        if (!checked.document.lacks("violence")) return;
        return checked.fault("monitors/" + name, "there is nothing to see for a monitor without the table 'violence'");
    }
    for (const auto& [place, factor] : monitor.by_place) {
        check_known(checked, place, "place of incidents", record.violence->where,
                    checked.document.sound("violence/where"));
    }
}

}  // namespace

void check_monitors(const CheckedRecord& checked) {
    for (const auto& [name, monitor] : checked.record.monitors) {
        // A term names parties and `independent` in the same place as a monitor of the scenario.
        if (name.text == "independent" || checked.record.parties.contains(name.text)) {
            checked.fault(name.at, fmt::format("a monitor cannot be called '{}': terms mean {} by it", name.text,
                                               name.text == "independent" ? "one of their own" : "the party"));
        }
        check_monitor(checked, name.text, monitor);
    }
}

}  // namespace aidway
