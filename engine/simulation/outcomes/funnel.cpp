// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/funnel.hpp"

#include <algorithm>

namespace aidway {
namespace {

std::size_t at(Stage stage) { return static_cast<std::size_t>(stage); }

}  // namespace

void Funnel::begin(const OutcomeScope& scope) {
    residents_.begin(scope);
    requests_.resize(scope.communities());
    for (auto& of_community : requests_) of_community.clear();
}

Funnel::Request& Funnel::request_of(const Event& event) {
    auto& all = requests_[event.community];
    for (std::size_t i = all.size(); i > 0; --i) {
        if (all[i - 1].cycle == event.cycle && all[i - 1].attempt == event.attempt) return all[i - 1];
    }
    Request fresh;
    fresh.cycle = event.cycle;
    fresh.attempt = event.attempt;
    fresh.people = fresh.granted_people = residents_.now(event.community);
    all.push_back(fresh);
    return all.back();
}

void Funnel::see(const Event& event, const OutcomeScope& scope) {
    residents_.see(event);
    if (event.community == Event::no_index || event.cycle == Event::no_index || is_by_air(event)) return;
    Request& request = request_of(event);
    if (event.fleet != Event::no_index) return see_convoy(request, event, scope);
    if (event.kind == EventKind::request_submitted) {
        request.counts = true;
        request.people = request.granted_people = event.count;
    } else if (event.kind == EventKind::planned && event.goods == scope.food) {
        request.counts = true;
        request.planned += event.mass;
    } else if (event.kind == EventKind::requested) {
        if (event.goods == scope.food) request.asked = event.mass;
    } else {
        see_answer(request, event);
    }
}

void Funnel::see_answer(Request& request, const Event& event) const {
    switch (event.kind) {
        case EventKind::answered_full: request.granted = true; break;
        case EventKind::answered_part:
            request.granted = true;
            request.granted_people = std::min(request.granted_people, event.count);
            break;
        case EventKind::answered_refused: request.refused = true; break;
        case EventKind::answer_overdue: request.overdue = true; break;
        case EventKind::cleared: request.cleared = true; break;
        default: break;
    }
}

void Funnel::see_convoy(Request& request, const Event& event, const OutcomeScope& scope) const {
    const bool food = event.goods == scope.food;
    switch (event.kind) {
        case EventKind::convoy_departed:
            request.left = true;
            request.announced_left += event.count * scope.announced_per_truck[event.fleet];
            break;
        case EventKind::loaded: request.loaded += food ? event.mass : Mass{}; break;
        case EventKind::convoy_arrived:
            request.there = true;
            request.announced_there += event.count * scope.announced_per_truck[event.fleet];
            request.came += event.mass;
            break;
        case EventKind::convoy_offloaded:
            request.offloaded = true;
            request.announced_offloaded += event.count;
            break;
        case EventKind::delivered: request.delivered += food ? event.mass : Mass{}; break;
        default: break;
    }
}

Funnel::Cells Funnel::cells_of(const Request& r, const OutcomeScope& scope) {
    const auto cut = [&](std::int64_t people) { return static_cast<double>(std::min(people, r.people)); };
    const auto rations = [&](Mass mass) { return scope.rations(std::min(mass, r.planned)); };
    const double share = r.people > 0 ? cut(r.granted_people) / static_cast<double>(r.people) : 0.0;
    const double granted = std::min(share * scope.rations(r.planned), scope.rations(r.asked));
    const bool consent = r.granted && !r.refused;
    Cells cells{};
    cells[at(Stage::requested)] = {1, cut(r.people), scope.rations(r.asked)};
    if (consent) cells[at(Stage::answered)] = {1, cut(r.granted_people), granted};
    if (r.cleared) cells[at(Stage::lettered)] = {1, cut(r.granted_people), granted};
    if (r.left) cells[at(Stage::departed)] = {1, cut(r.announced_left), rations(r.loaded)};
    if (r.there) cells[at(Stage::arrived)] = {1, cut(r.announced_there), rations(r.came)};
    if (r.offloaded) cells[at(Stage::delivered)] = {1, cut(r.announced_offloaded), rations(r.delivered)};
    // Who came to a later stage was through the earlier ones.
    for (std::size_t stage = at(Stage::delivered); stage > 0; --stage) {
        for (std::size_t m = 0; m < stage_measures; ++m) {
            cells[stage - 1][m] = std::max(cells[stage - 1][m], cells[stage][m]);
        }
    }
    const bool open = !r.granted && !r.refused && !r.overdue && !r.cleared && !r.left;
    if (open) cells[at(Stage::pending)] = cells[at(Stage::requested)];
    return cells;
}

void Funnel::finish(const OutcomeScope& scope, std::span<double> cells) const {
    std::fill(cells.begin(), cells.end(), 0.0);
    for (std::size_t c = 0; c < requests_.size(); ++c) {
        for (const auto& request : requests_[c]) {
            if (!request.counts) continue;
            const auto of_request = cells_of(request, scope);
            for (std::size_t i = 0; i < stages * stage_measures; ++i) {
                cells[c * stages * stage_measures + i] += of_request[i / stage_measures][i % stage_measures];
            }
        }
    }
}

}  // namespace aidway
