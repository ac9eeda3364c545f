// SPDX-License-Identifier: Apache-2.0
#include "simulation/deterrence.hpp"

#include <algorithm>

#include "core/real_math.hpp"

namespace aidway {

DeterrenceParameters deterrence_parameters(const DeterrenceRecord& record) {
    return {record.severity.value(),
            record.undeterred.value(),
            record.response * record.responds,
            record.applied_before,
            record.failed_before,
            record.failed_before_public,
            static_cast<double>(record.memory / Duration{1}),
            record.backfire};
}

double credibility(double applied_before, double failed_before, std::int64_t applied, std::int64_t triggered) {
    return (applied_before + static_cast<double>(applied)) /
           (applied_before + failed_before + static_cast<double>(triggered));
}

double told_apart(const std::vector<double>& blame, std::size_t parties, std::size_t party) {
    // Added from the least to the greatest, so that the sum does not depend on the order of the parties.
    double others = 0, last = -1;
    for (std::size_t added = 0; added + 1 < parties;) {
        double next = 2;
        std::size_t equal = 0;
        for (std::size_t q = 0; q < parties; ++q) {
            const double chance = blame[q * parties + party];
            if (q == party || chance <= last || chance > next) continue;
            equal = chance == next ? equal + 1 : 1;
            next = chance;
        }
        if (equal == 0) break;
        for (std::size_t i = 0; i < equal; ++i) others += next;
        added += equal;
        last = next;
    }
    const double by_mistake = parties > 1 ? others / static_cast<double>(parties - 1) : 0.0;
    return std::max(0.0, blame[party * parties + party] - by_mistake);
}

double left_by(double undeterred, double response, double deterrence) {
    const double force = response * deterrence;
    if (!(force > 0)) return 1.0;
    return undeterred + (1.0 - undeterred) * real_exp(-force);
}

double remembered(double time_s, double memory_s) { return real_exp(-time_s / memory_s); }

}  // namespace aidway
