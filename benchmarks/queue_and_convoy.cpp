// SPDX-License-Identifier: Apache-2.0
// The queue-and-convoy model on the engine, as the peers in benchmarks/queue-and-convoy/ run it: one line a replicate,
// and last the seconds of processor and the events they took.
//
//     queue_and_convoy totals benchmarks/queue-and-convoy/scenario REPLICATES SEED
#include <cstdint>
#include <ctime>
#include <iomanip>
#include <iostream>
#include <span>
#include <string>
#include <vector>

#include "io/scenario_folder.hpp"
#include "simulation/runner.hpp"

namespace aidway {
namespace {

struct Totals {
    std::int64_t convoys = 0, turned_back = 0, trucks_returned = 0;
    Mass removed, delivered, ended;
};

Totals totals_of(std::span<const Event> log) {
    Totals t;
    for (const auto& event : log) {
        switch (event.kind) {
            case EventKind::convoy_departed: ++t.convoys; break;
            case EventKind::trucks_returned:
                t.turned_back += event.reason == Reason::turned_back ? 1 : 0;
                t.trucks_returned += event.count;
                break;
            case EventKind::removed: t.removed += event.mass; break;
            case EventKind::delivered: t.delivered += event.mass; break;
            case EventKind::ended: t.ended += event.mass; break;
            default: break;
        }
    }
    return t;
}

void run(const std::string& folder, std::uint32_t replicates, std::uint64_t seed) {
    const auto read = read_scenario_folder(folder);
    auto agreements = read.agreements;
    std::erase_if(agreements, [](const auto& dated) { return dated.agreement.name != "by-chance"; });
    const Model model(read.scenario, agreements, {});
    Runner runner(model);
    std::int64_t events = 0;
    std::cout << std::setprecision(17);
    const auto begin = std::clock();
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
        const auto log = runner.run({seed, replicate}, 0, Arm::as_signed);
        const auto t = totals_of(log);
        events += runner.fell_due();
        std::cout << t.convoys << ',' << t.turned_back << ',' << t.trucks_returned << ',' << t.removed.kilograms()
                  << ',' << t.delivered.kilograms() << ',' << t.ended.kilograms() << '\n';
    }
    const auto seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    std::cout << seconds << ',' << events << '\n';
}

}  // namespace
}  // namespace aidway

int main(int count, char** words) {
    const std::vector<std::string> word(words, words + count);
    aidway::run(word.at(2), static_cast<std::uint32_t>(std::stoul(word.at(3))), std::stoull(word.at(4)));
    return 0;
}
