// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/restraint.hpp"

#include <algorithm>

#include "simulation/processes/food.hpp"
#include "simulation/processes/obligations.hpp"
#include "simulation/processes/watching.hpp"

namespace aidway {
namespace {

bool threatens(const Context& context) {
    return context.parameters.deterrence.has_value() && !context.rules.consequences.empty();
}

bool watches_distribution(const Context& context) {
    const auto& monitors = context.rules.monitors;
    return context.parameters.diverted_monitored != context.parameters.diverted &&
           std::any_of(monitors.begin(), monitors.end(), [](const MonitorRule& rule) { return rule.distribution; });
}

bool holds(const Context& context, Instant from, Instant until) {
    return context.now() >= from && context.now() < until;
}

bool is_public(const Context& context, const ConsequenceRule& rule) {
    if (rule.published) return *rule.published;
    const auto& all = context.rules.publications;
    return std::any_of(all.begin(), all.end(), [&](const Publication& p) {
        return holds(context, p.from, p.until) && all_kept(p.while_kept, context.world.kept);
    });
}

/// Deterrence by one consequence, through the monitor that deters most.
double deterrence_by(const Context& context, std::size_t consequence, std::uint32_t party) {
    const auto& rule = context.rules.consequences[consequence];
    const auto& d = *context.parameters.deterrence;
    const auto parties = context.parameters.parties.size();
    const auto& state = context.world.consequences[consequence * parties + party];
    const double believed =
        credibility(d.applied_before, is_public(context, rule) ? d.failed_before_public : d.failed_before,
                    state.applied, state.triggered);
    double most = 0;
    for (std::size_t m = 0; m < monitors_of(context); ++m) {
        if (!counts_for(context, rule, m)) continue;
        const auto& sight = sight_of(context, m);
        const double time_s = mean(sight.delay) + static_cast<double>(rule.lag / Duration{1});
        most = std::max(most, usual_chance_to_see(context, m, party) * told_apart(sight.blame, parties, party) *
                                  remembered(time_s, d.memory_s));
    }
    return d.severity * believed * most;
}

double restraint_of(const Context& context, std::uint32_t party) {
    if (!is_bound(context, party)) return 1.0;
    const auto& d = *context.parameters.deterrence;
    double left = 1.0;
    for (std::size_t c = 0; c < context.rules.consequences.size(); ++c) {
        const auto& rule = context.rules.consequences[c];
        if (!holds(context, rule.from, rule.until) || (rule.against && rule.against->value != party)) continue;
        left *= left_by(d.undeterred, d.response, deterrence_by(context, c, party));
    }
    return left;
}

bool is_monitored(const Context& context, std::uint16_t enclave) {
    return std::any_of(context.rules.monitors.begin(), context.rules.monitors.end(), [&](const MonitorRule& rule) {
        if (!rule.distribution || !holds(context, rule.from, rule.until)) return false;
        const bool here = rule.communities.empty() ||
                          std::any_of(rule.communities.begin(), rule.communities.end(), [&](CommunityId community) {
                              return context.world.enclave_of[community.index()] == enclave;
                          });
        return here && all_kept(rule.admitted_by, context.world.kept);
    });
}

void review_distribution(Context& context) {
    const auto enclaves = static_cast<std::uint16_t>(context.parameters.enclaves.size());
    for (std::uint16_t e = 0; e < enclaves; ++e) {
        auto& stock = context.world.stocks[e];
        const bool monitored = is_monitored(context, e);
        if (monitored == stock.monitored) continue;
        settle_food(context, e);
        stock.monitored = monitored;
        renew_food(context, e);
    }
}

}  // namespace

void review_monitoring(Context& context) {
    if (threatens(context)) {
        for (std::uint32_t p = 0; p < context.parameters.parties.size(); ++p) {
            context.world.restraint[p] = restraint_of(context, p);
        }
    }
    if (watches_distribution(context)) review_distribution(context);
}

bool monitoring_hangs_on(const Context& context, ObligationId obligation) {
    const auto is_among = [&](const std::vector<ObligationId>& some) {
        return std::find(some.begin(), some.end(), obligation) != some.end();
    };
    const auto& monitors = context.rules.monitors;
    const auto& publications = context.rules.publications;
    return std::any_of(monitors.begin(), monitors.end(),
                       [&](const auto& rule) { return is_among(rule.admitted_by); }) ||
           std::any_of(publications.begin(), publications.end(), [&](const auto& p) { return is_among(p.while_kept); });
}

const std::vector<std::int64_t>& review_times(Context& context) {
    auto& times = context.world.review_times;
    times.clear();
    if (!threatens(context) && !watches_distribution(context)) return times;
    const auto add = [&](Instant at) {
        times.push_back(std::max<std::int64_t>({(at - context.start) / Duration{1}, context.effective_s, 0}));
    };
    const auto add_all = [&](const auto& terms) {
        for (const auto& term : terms) {
            add(term.from);
            add(term.until);
        }
    };
    add_all(context.rules.monitors);
    add_all(context.rules.consequences);
    add_all(context.rules.publications);
    add_all(context.rules.obligations);
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

void change_consequences(Context& context, std::uint32_t party, int by) {
    auto& lasting = context.world.consequences_lasting[party];
    lasting += by;
    if (context.parameters.deterrence) {
        context.world.backfire[party] = lasting > 0 ? context.parameters.deterrence->backfire : 1.0;
    }
}

}  // namespace aidway
