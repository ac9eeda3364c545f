// SPDX-License-Identifier: Apache-2.0
#include "support/mass_ledger.hpp"

#include <fmt/format.h>

#include <utility>

namespace aidway::test {
namespace {

bool is_end(EventKind kind) {
    return kind == EventKind::delivered || kind == EventKind::removed || kind == EventKind::lost ||
           kind == EventKind::ended;
}

/// Whether what was loaded is on its way no more.
bool leaves_the_way(EventKind kind) {
    return kind == EventKind::delivered || kind == EventKind::removed || kind == EventKind::lost ||
           kind == EventKind::returned;
}

}  // namespace

void MassLedger::see_convoy(const Event& event) {
    if (event.kind == EventKind::loaded) on_road_[event.goods] += event.mass;
    if (leaves_the_way(event.kind)) on_road_[event.goods] -= event.mass;
    if (event.kind == EventKind::ended && event.reason == Reason::on_the_road) left_on_road_[event.goods] += event.mass;
}

void MassLedger::see_plan(const Event& event) {
    if (event.kind != EventKind::planned && event.kind != EventKind::loaded && event.kind != EventKind::returned &&
        !is_end(event.kind)) {
        return;
    }
    auto& books = plans_[{event.community, event.cycle, event.goods}];
    const bool before = event.at_s < effective_s_;
    if (event.kind == EventKind::planned) {
        (books.is_planned ? books.is_planned_anew : books.is_planned) = true;
        (books.is_planned_anew ? books.planned_anew : books.first_planned) += event.mass;
    } else if (is_end(event.kind)) {
        (before ? books.ended_before : books.ended_after) += event.mass;
    }
    if (!before) return;
    if (event.kind == EventKind::loaded) books.on_road += event.mass;
    if (leaves_the_way(event.kind)) books.on_road -= event.mass;
}

void MassLedger::see_stock(const Event& event) {
    if (event.goods == Event::no_index || event.community == Event::no_index) return;
    if (event.kind == EventKind::joined_enclave) return see_joined(event);
    const auto enclave = enclave_of_[event.community];
    Mass& stock = stocks_[event.goods][enclave];
    std::uint8_t& followed = followed_[event.goods][enclave];
    switch (event.kind) {
        case EventKind::opening_stock:
            followed = 1;
            stock += event.mass;
            return;
        case EventKind::delivered:
            if (followed != 0) stock += event.mass;
            return;
        case EventKind::informal_inflow:
        case EventKind::local_inflow:
        case EventKind::market_inflow: stock += event.mass; return;
        case EventKind::diverted:
        case EventKind::eaten:
        case EventKind::used:
        case EventKind::closing_stock: stock -= event.mass; return;
        default: return;
    }
}

void MassLedger::see_joined(const Event& event) {
    auto& enclave = enclave_of_[event.community];
    if (enclave != event.place) before_[event.community] = std::exchange(enclave, event.place);
    stocks_[event.goods][before_[event.community]] -= event.mass;
    stocks_[event.goods][event.place] += event.mass;
}

std::string MassLedger::fault_of_people(const Event& event) {
    const bool go = event.kind == EventKind::departed || event.kind == EventKind::evacuated;
    const bool come = event.kind == EventKind::settled;
    if (go) people_[event.community] -= event.count;
    if (come) people_[event.community] += event.count;
    if ((go || come) && (event.count <= 0 || people_[event.community] < 0)) {
        return fmt::format("{} people move from or to community {}: {} remain", event.count, event.community,
                           people_[event.community]);
    }
    if (event.kind == EventKind::residents && event.count != people_[event.community]) {
        return fmt::format("{} residents of community {} are told: there are {}", event.count, event.community,
                           people_[event.community]);
    }
    return {};
}

std::string MassLedger::fault_of_plan(const Plan& plan, const PlanBooks& books) const {
    const auto& [community, cycle, goods] = plan;
    const Mass ends = books.ended_before + books.ended_after;
    if (books.first_planned != ends) {
        return fmt::format("community {} cycle {} goods {}: planned {} ticks, ended {}", community, cycle, goods,
                           books.first_planned.ticks(), ends.ticks());
    }
    if (books.is_planned_anew && books.planned_anew + books.on_road != books.ended_after) {
        return fmt::format("community {} cycle {} goods {}: planned anew {} ticks and {} on the road, ended {}",
                           community, cycle, goods, books.planned_anew.ticks(), books.on_road.ticks(),
                           books.ended_after.ticks());
    }
    return {};
}

MassLedger::MassLedger(std::int64_t effective_s, const OutcomeScope& scope, std::vector<std::uint16_t> enclave_of)
    : effective_s_(effective_s), enclave_of_(std::move(enclave_of)), before_(enclave_of_), people_(scope.population) {
    for (auto& stock : stocks_) stock.resize(enclave_of_.size());
    for (auto& followed : followed_) followed.resize(enclave_of_.size());
}

std::string MassLedger::fault_in(std::span<const Event> log) {
    for (std::size_t i = 0; i < log.size(); ++i) {
        if (i > 0 && log[i].at_s < log[i - 1].at_s) return fmt::format("event {} is out of order", i);
        if (log[i].mass < Mass{}) return fmt::format("event {} has a negative mass", i);
        see_convoy(log[i]);
        see_plan(log[i]);
        see_stock(log[i]);
        if (auto fault = fault_of_people(log[i]); !fault.empty()) return fault;
        for (std::size_t g = 0; g < most_goods; ++g) {
            if (on_road_[g] < Mass{})
                return fmt::format("after event {} less than nothing of goods {} is on the road", i, g);
            if (log[i].community != Event::no_index && stocks_[g][enclave_of_[log[i].community]] < Mass{}) {
                return fmt::format("after event {} community {} has less than nothing of goods {}", i, log[i].community,
                                   g);
            }
        }
    }
    if (on_road_ != left_on_road_) return "what is on the road at the end was not ended";
    for (const auto& [plan, books] : plans_) {
        if (auto fault = fault_of_plan(plan, books); !fault.empty()) return fault;
    }
    for (std::size_t g = 0; g < stocks_.size(); ++g) {
        for (std::size_t e = 0; e < stocks_[g].size(); ++e) {
            if (stocks_[g][e] == Mass{}) continue;
            return fmt::format("goods {} of enclave {} are off by {} ticks", g, e, stocks_[g][e].ticks());
        }
    }
    return {};
}

}  // namespace aidway::test
