// SPDX-License-Identifier: Apache-2.0
// The queue-and-convoy model on the scheduler of ns-3: an event a step of a convoy, the same rules, nothing shared with
// the engine.
//
//     ns3_peer log PROBLEM
//     ns3_peer totals PROBLEM REPLICATES SEED
//
// PROBLEM is a table that compare.py writes. `log` prints what happens without chance, `totals` one line a replicate
// and, last, the seconds of processor and the events they took.
#include <ns3/double.h>
#include <ns3/nstime.h>
#include <ns3/random-variable-stream.h>
#include <ns3/rng-seed-manager.h>
#include <ns3/simulator.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace {

using Number = std::int64_t;
constexpr Number day_s = 86'400;
constexpr Number ticks_per_gram = 86'400;

struct Fleet {
    std::string name;
    Number trucks, payload_g, convoy_trucks, to_gate_s, to_town_s;
    [[nodiscard]] Number there_s() const { return to_gate_s + to_town_s; }
};

struct Problem {
    std::vector<Fleet> fleets;
    Number days, cycle_days, plan_ticks, from_s, until_s, crew_s, wait_limit_s, lanes, inspection_s, bays, offload_s;
    double turn_back, removed, share_from, share_to;

    explicit Problem(const std::string& path) {
        std::ifstream file(path);
        std::map<std::string, std::string> text;
        for (std::string key; file >> key;) {
            if (key == "fleet") {
                Fleet f;
                file >> f.name >> f.trucks >> f.payload_g >> f.convoy_trucks >> f.to_gate_s >> f.to_town_s;
                fleets.push_back(f);
            } else {
                file >> text[key];
            }
        }
        const auto whole = [&](const char* key) { return Number{std::stoll(text.at(key))}; };
        const auto real = [&](const char* key) { return std::stod(text.at(key)); };
        days = whole("days"), cycle_days = whole("cycle_days"), plan_ticks = whole("plan_ticks");
        from_s = whole("from_s"), until_s = whole("until_s"), crew_s = whole("crew_s");
        wait_limit_s = whole("wait_limit_s"), lanes = whole("lanes"), inspection_s = whole("inspection_s");
        bays = whole("bays"), offload_s = whole("offload_s");
        turn_back = real("turn_back"), removed = real("removed");
        share_from = real("share_from"), share_to = real("share_to");
    }
};

struct Convoy {
    std::size_t fleet;
    Number cycle, number, trucks, ticks, limit_s;
    Number driven_s = 0, spread_s = 0;
};

struct Served {
    Number trucks = 0, first_s = 0, last_s = 0;
    const char* why = "";
};

struct Station {
    Number service_s;
    std::vector<Number> free_s;

    Served serve(const Convoy& convoy, Number first_s, Number latest_s, Number wait_limit_s) {
        Served served;
        for (; served.trucks < convoy.trucks; ++served.trucks) {
            const Number behind_s = convoy.trucks > 1 ? convoy.spread_s * served.trucks / (convoy.trucks - 1) : 0;
            const auto lane = std::min_element(free_s.begin(), free_s.end());
            const Number begins_s = std::max(first_s + behind_s, *lane);
            if (begins_s - first_s - behind_s > wait_limit_s) return served.why = "waited_too_long", served;
            if (begins_s + service_s > latest_s) return served.why = "no_time", served;
            *lane = served.last_s = begins_s + service_s;
            if (served.trucks == 0) served.first_s = served.last_s;
        }
        return served;
    }
};

struct Totals {
    Number convoys = 0, turned_back = 0, trucks_returned = 0, removed = 0, delivered = 0, ended = 0;
};

Number share(Number ticks, Number trucks, Number of) { return ticks / of * trucks + ticks % of * trucks / of; }
double kg(Number ticks) { return static_cast<double>(ticks) / (1000.0 * ticks_per_gram); }

class Replicate {
public:
    Replicate(const Problem& problem, ns3::UniformRandomVariable* chance)
        : p_(problem),
          chance_(chance),
          gate_{problem.inspection_s, std::vector<Number>(static_cast<std::size_t>(problem.lanes))},
          bays_{problem.offload_s, std::vector<Number>(static_cast<std::size_t>(problem.bays))},
          numbers_(problem.fleets.size()) {
        for (const auto& fleet : problem.fleets) at_yard_.push_back(fleet.trucks);
    }

    Totals run(std::uint64_t& events) {
        after(0, &Replicate::midnight);
        ns3::Simulator::Stop(ns3::Seconds(p_.days * day_s));
        ns3::Simulator::Run();
        events += ns3::Simulator::GetEventCount();
        ns3::Simulator::Destroy();
        totals_.ended += remaining_;
        return totals_;
    }

private:
    template <class Step, class... What>
    void after(Number seconds, Step step, const What&... what) {
        ns3::Simulator::Schedule(ns3::Seconds(seconds), step, this, what...);
    }
    static Number now_s() { return ns3::Simulator::Now().GetTimeStep() / ns3::Seconds(1).GetTimeStep(); }
    bool happens(double share) { return chance_ != nullptr && chance_->GetValue(0, 1) < share; }

    void tell(const char* kind, const Convoy& convoy, Number ticks = 0, const char* reason = "") {
        if (chance_ != nullptr) return;
        std::cout << now_s() << ',' << kind << ',' << p_.fleets[convoy.fleet].name << " convoy " << convoy.cycle + 1
                  << ".1." << convoy.number + 1 << ',' << ticks << ',' << reason << '\n';
    }

    void midnight() {
        const Number day = now_s() / day_s;
        if (day % p_.cycle_days == 0) {
            totals_.ended += remaining_;
            cycle_ = day / p_.cycle_days;
            remaining_ = p_.plan_ticks;
            std::fill(numbers_.begin(), numbers_.end(), 0);
        }
        after(p_.from_s, &Replicate::morning);
        after(day_s, &Replicate::midnight);
    }

    void morning() {
        for (std::size_t fleet = 0; fleet < at_yard_.size() && remaining_ > 0; ++fleet) send(fleet);
    }

    void send(std::size_t fleet) {
        const auto& f = p_.fleets[fleet];
        const Number limit_s = std::min(now_s() + p_.crew_s, now_s() - p_.from_s + p_.until_s);
        const Number truck = f.payload_g * ticks_per_gram;
        const Number needed = (remaining_ + truck - 1) / truck;
        const Number spare_s = limit_s - now_s() - 2 * f.there_s() - p_.offload_s - p_.inspection_s;
        const Number waits_s = std::min(spare_s, p_.wait_limit_s);
        const Number in_time =
            std::min(p_.lanes * (1 + waits_s / p_.inspection_s), p_.bays * (1 + waits_s / p_.offload_s));
        const Number trucks = std::min({needed, in_time, at_yard_[fleet], f.convoy_trucks});
        if (spare_s < 0 || trucks == 0) return;
        const Convoy convoy{fleet, cycle_, numbers_[fleet]++, trucks, share(remaining_, trucks, needed), limit_s};
        at_yard_[fleet] -= trucks;
        remaining_ -= convoy.ticks;
        ++totals_.convoys;
        tell("convoy_departed", convoy);
        tell("loaded", convoy, convoy.ticks);
        after(f.to_gate_s, &Replicate::at_gate, convoy);
    }

    void at_gate(Convoy convoy) {
        const auto& f = p_.fleets[convoy.fleet];
        convoy.driven_s = f.to_gate_s;
        if (happens(p_.turn_back)) {
            ++totals_.turned_back;
            return turn_back(convoy, convoy.trucks, "turned_back");
        }
        const Number latest_s = convoy.limit_s - f.to_town_s - f.there_s() - p_.offload_s;
        const Served served = gate_.serve(convoy, now_s(), latest_s, p_.wait_limit_s);
        turn_back(convoy, convoy.trucks - served.trucks, served.why);
        if (convoy.trucks == 0) return;
        if (happens(p_.removed)) {
            const Number grams = convoy.ticks / ticks_per_gram;
            const double taken = static_cast<double>(grams) * chance_->GetValue(p_.share_from, p_.share_to);
            convoy.ticks -= static_cast<Number>(taken) * ticks_per_gram;
            totals_.removed += static_cast<Number>(taken) * ticks_per_gram;
        }
        tell("gate_passed", convoy);
        convoy.spread_s = served.last_s - served.first_s;
        convoy.driven_s = f.there_s();
        after(served.first_s + f.to_town_s - now_s(), &Replicate::at_town, convoy);
    }

    void at_town(Convoy convoy) {
        tell("convoy_arrived", convoy, convoy.ticks);
        const Number latest_s = convoy.limit_s - p_.fleets[convoy.fleet].there_s();
        const Served served = bays_.serve(convoy, now_s(), latest_s, p_.wait_limit_s);
        turn_back(convoy, convoy.trucks - served.trucks, served.why);
        if (convoy.trucks > 0) after(served.last_s - now_s(), &Replicate::offloaded, convoy);
    }

    void offloaded(Convoy convoy) {
        tell("convoy_offloaded", convoy);
        tell("delivered", convoy, convoy.ticks, "delivered");
        totals_.delivered += convoy.ticks;
        convoy.ticks = 0;
        after(convoy.driven_s, &Replicate::home, convoy, "");
    }

    void turn_back(Convoy& convoy, Number trucks, const char* reason) {
        if (trucks == 0) return;
        Convoy back = convoy;
        back.trucks = trucks;
        back.ticks = share(convoy.ticks, trucks, convoy.trucks);
        convoy.ticks -= back.ticks;
        convoy.trucks -= trucks;
        totals_.trucks_returned += trucks;
        tell("trucks_returned", convoy, 0, reason);
        after(convoy.spread_s + convoy.driven_s, &Replicate::home, back, reason);
    }

    void home(Convoy convoy, const char* reason) {
        at_yard_[convoy.fleet] += convoy.trucks;
        if (convoy.ticks == 0) return;
        tell("returned", convoy, convoy.ticks, reason);
        (convoy.cycle == cycle_ ? remaining_ : totals_.ended) += convoy.ticks;
    }

    const Problem& p_;
    ns3::UniformRandomVariable* chance_;
    Station gate_, bays_;
    std::vector<Number> at_yard_, numbers_;
    Number remaining_ = 0;
    Number cycle_ = -1;
    Totals totals_;
};

}  // namespace

int main(int count, char** words) {
    const std::vector<std::string> word(words, words + count);
    const Problem problem(word.at(2));
    std::uint64_t events = 0;
    if (word.at(1) == "log") {
        Replicate(problem, nullptr).run(events);
        return 0;
    }
    ns3::RngSeedManager::SetSeed(static_cast<std::uint32_t>(std::stoul(word.at(4))) + 1);
    const auto chance = ns3::CreateObject<ns3::UniformRandomVariable>();
    std::cout << std::setprecision(17);
    const auto begin = std::clock();
    for (unsigned long left = std::stoul(word.at(3)); left > 0; --left) {
        const Totals t = Replicate(problem, ns3::PeekPointer(chance)).run(events);
        std::cout << t.convoys << ',' << t.turned_back << ',' << t.trucks_returned << ',' << kg(t.removed) << ','
                  << kg(t.delivered) << ',' << kg(t.ended) << '\n';
    }
    const auto seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    std::cout << seconds << ',' << events << '\n';
    return 0;
}
