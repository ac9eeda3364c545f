// SPDX-License-Identifier: Apache-2.0
#include "scenario/gate_status_record.hpp"

#include "core/fields/leaf.hpp"

namespace aidway {

const Type& describe(Tag<StatusFormat>) {
    static const auto type =
        enum_type<StatusFormat>("status_format", "how a table tells of gates", {"spells", "reports"});
    return type;
}

const Type& describe(Tag<ReportColumnsRecord>) {
    using R = ReportColumnsRecord;
    static const auto type = record<R>(
        "report_columns", "Which columns of a table of reports say what.",
        {optional("place", &R::place, "of what is reported"), optional("status", &R::status, "what it is like"),
         optional("since", &R::since, "day of the report; empty: before the period"),
         optional("held_by", &R::held_by, "a party; several are joined by ';'")});
    return type;
}

const Type& describe(Tag<GateStatusRecord>) {
    using G = GateStatusRecord;
    static const auto type = record<G>(
        "gate_status", "The status of gates over time, as it was without any agreement.",
        {required("table", &G::table,
                  "CSV with the columns gate, from, to, aid, goods, civilians, held_by; it covers every gate for the "
                  "whole period. Or one of reports"),
         optional("format", &G::format,
                  "spells, as above; or reports: place by place and day by day, as products of "
                  "the Logistics Cluster have them"),
         optional("columns", &G::columns,
                  "columns of reports; those not named are looked for in common:status-columns.csv"),
         optional("words", &G::words, "what the words of reports mean; common:status-words.csv unless given"),
         optional("gates", &G::gates, "the gate that a place of reports stands for; other places are passed over"),
         optional("before", &G::before, "what held before the first report on a gate; else every gate needs one")});
    return type;
}

}  // namespace aidway
