// SPDX-License-Identifier: Apache-2.0
#include "scenario/monitors.hpp"

#include "core/fields/leaf.hpp"

namespace aidway {

const Type& describe(Tag<KindFactorsRecord>) {
    using K = KindFactorsRecord;
    static const auto type =
        record<K>("kind_factors", "Factors on a monitor's coverage, by kind of violence.",
                  {optional("air_strikes", &K::air_strikes, "on that of air strikes"),
                   optional("shelling", &K::shelling, "on that of shelling"),
                   optional("ground_attacks", &K::ground_attacks, "on that of ground attacks"),
                   optional("banned_weapons", &K::banned_weapons, "on that of the use of banned weapons"),
                   optional("arrests", &K::arrests, "on that of arrests")});
    return type;
}

const Type& describe(Tag<MonitorRecord>) {
    using M = MonitorRecord;
    static const auto type = record<M>(
        "monitor_source",
        "Somebody who watches for acts of violence that break an agreement and says who did them; he is there with or "
        "without one.",
        {required("name", &M::name, "name as people say it"),
         required("coverage", &M::coverage, "what share it sees of the acts of violence that an agreement bans"),
         optional("by_kind", &M::by_kind, "factors on coverage by kind of violence; 1 where none is given"),
         optional("by_party", &M::by_party, "factors on coverage by the party that acts; 1 where none is given"),
         optional("by_place", &M::by_place, "factors on coverage by place of incidents; 1 where none is given"),
         optional("delay", &M::delay, "from the act to the report", at_least(0)),
         required("attribution", &M::attribution,
                  "by the party that acted, the chance that each party is blamed; for the rest nobody is"),
         optional("false_reports", &M::false_reports, "reports a day against each party bound, of what never happened",
                  between(0, 100)),
         optional("admitted_by", &M::admitted_by,
                  "parties whose access it needs; an agreement that counts on it obliges them")});
    return type;
}

const Type& describe(Tag<DeterrenceRecord>) {
    using D = DeterrenceRecord;
    static const auto type = record<D>(
        "deterrence", "How parties answer to the consequences that an agreement threatens.",
        {required("severity", &D::severity, "how grave a consequence is to those it meets"),
         required("undeterred", &D::undeterred, "share of violence and breaks that no threat reaches"),
         required("response", &D::response, "how strongly parties answer, per unit of deterrence; 0: not at all",
                  at_least(0)),
         optional("responds", &D::responds,
                  "factor on the response; {discrete: [0, 1, 1, 1]}: in one case of four nobody answers",
                  between(0, 1)),
         optional("applied_before", &D::applied_before, "consequences that all remember as applied", more_than(0)),
         optional("failed_before", &D::failed_before, "and as threatened in vain, where consequences are not published",
                  at_least(0)),
         optional("failed_before_public", &D::failed_before_public, "likewise, where they are published", at_least(0)),
         optional("memory", &D::memory, "time from act to consequence in which deterrence falls to 1/e", more_than(0)),
         optional("backfire", &D::backfire,
                  "factor on the breaks of passage by a party while a consequence against it lasts", between(0, 100))});
    return type;
}

const Type& describe(Tag<ConsequenceEffect>) {
    static const auto type =
        enum_type<ConsequenceEffect>("consequence_effect", "what a consequence does", {"ground_aircraft", "sanctions"});
    return type;
}

}  // namespace aidway
