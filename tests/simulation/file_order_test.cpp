// SPDX-License-Identifier: Apache-2.0
// In what order a file names communities, enclaves, depots and fleets changes no event.
#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "support/everything.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

template <class T>
void turn_round(Named<T>& named) {
    const Named<T> before = named;
    named.clear();
    for (std::size_t i = before.size(); i-- > 0;) named.add(before.name(i), before[i]);
}

using Told = std::tuple<std::int64_t, int, int, std::int64_t, std::int64_t, int, int, int, int, int, int>;

/// What a log tells, in a fixed order; communities and fleets counted from the other end where there are so many.
std::vector<Told> told(std::span<const Event> log, std::uint16_t communities, std::uint16_t fleets) {
    const auto other = [](std::uint16_t index, std::uint16_t of) {
        return of != 0 && index != Event::no_index ? of - 1 - index : index;
    };
    std::vector<Told> all;
    for (const auto& e : log) {
        all.emplace_back(e.at_s, static_cast<int>(e.kind), static_cast<int>(e.reason), e.mass.ticks(), e.count,
                         other(e.community, communities), other(e.fleet, fleets), e.goods, e.cycle, e.attempt,
                         e.number);
    }
    std::sort(all.begin(), all.end());
    return all;
}

TEST(FileOrder, ChangesNoEventOfEverything) {
    for (const bool welfare : {false, true}) {
        const auto first = welfare ? test::everything_and_welfare() : test::everything();
        auto second = first;
        turn_round(second.record.communities);
        turn_round(second.record.enclaves);
        turn_round(second.record.fleets);
        turn_round(second.record.depots);
        const auto agreement = test::agreement_from(12.3, "all", test::all_terms());
        const auto model = test::model_of(first, {agreement}), turned = test::model_of(second, {agreement});
        std::size_t events = 0;
        for (std::uint32_t r = 0; r < 40; ++r) {
            for (const Arm arm : {Arm::as_signed, Arm::as_kept}) {
                const auto log = told(test::log_of(model, {411, r}, 0, arm), 0, 0);
                ASSERT_EQ(log, told(test::log_of(turned, {411, r}, 0, arm), 2, 2)) << r << (welfare ? " welfare" : "");
                events += log.size();
            }
        }
        EXPECT_GT(events, 10'000U);
    }
}

}  // namespace
}  // namespace aidway
