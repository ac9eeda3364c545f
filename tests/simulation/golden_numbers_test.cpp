// SPDX-License-Identifier: Apache-2.0
// Numbers worked out by hand from the shipped scenario's parameters (model, section 9), computed through the engine.
#include <gtest/gtest.h>

#include "io/scenario_folder.hpp"
#include "simulation/processes/convoy_steps.hpp"
#include "simulation/processes/food_rates.hpp"
#include "simulation/tally.hpp"
#include "support/folders.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

const Scenario& shipped() {
    static const auto folder = read_scenario_folder(shipped_scenarios() / "eastern-aleppo-2016");
    // What was worked out by hand took the most likely values of what is a law in the file.
    static const Scenario scenario = folder.scenario->replace("communities/eastern-aleppo/population", "275000")
                                         .replace("goods/food/density", "0.2 t/m3")
                                         .replace("food/coping/1/eaten", "0.75")
                                         .replace("food/coping/2/eaten", "0.5")
                                         .replace("food/coping/3/eaten", "0.35");
    return scenario;
}

/// Trucks for so many kilograms a person of food, in trucks of this payload and any amount of space.
std::int64_t trucks_for(double kilograms_each, std::int64_t payload_t) {
    const auto parameters = parameters_of(shipped(), shipped().record());
    FleetParameters fleet;
    fleet.payload_kg = static_cast<double>(payload_t) * 1'000;
    fleet.space_m3 = 1e9;
    Load load{};
    load[parameters.food] = Mass::nearest_gram(kilograms_each) * parameters.communities[0].population;
    return trucks_needed(parameters, fleet, load);
}

TEST(GoldenNumbers, AMonthOfFullRationsIs916TrucksOfFiveTonnes) {
    const auto parameters = parameters_of(shipped(), shipped().record());
    const Mass month = parameters.need_per_person * parameters.communities[0].population * (one_day * 30);
    EXPECT_EQ(month, Mass::kilograms(4'578'750));
    EXPECT_EQ(trucks_for(16.65, 5), 916);
    EXPECT_EQ(trucks_for(16.65, 30), 153);
    EXPECT_EQ(trucks_for(8, 5), 440);
    EXPECT_EQ(trucks_for(8, 30), 74);
}

TEST(GoldenNumbers, FourConvoysAWeekCannotFeedThisOneCity) {
    double trucks_a_month = 0;
    for (const auto& [name, fleet] : shipped().record().fleets) {
        trucks_a_month += static_cast<double>(fleet.convoys_per_week.value * fleet.convoy_trucks.value) * 30 / 7;
    }
    EXPECT_NEAR(trucks_a_month, 771, 0.5);
    EXPECT_LT(trucks_a_month, static_cast<double>(trucks_for(16.65, 5)));
}

TEST(GoldenNumbers, ABulkyTruckloadIsFiveTonnes) {
    const auto parameters = parameters_of(shipped(), shipped().record());
    Load load{};
    load[parameters.food] = Mass::tonnes(200);
    EXPECT_EQ(trucks_needed(parameters, parameters.fleets[0], load), 40);
}

double days_that_last(Mass mass) {
    const auto parameters = parameters_of(shipped(), shipped().record());
    Parameters no_coping = parameters;
    no_coping.coping.clear();
    no_coping.diverted = 0;
    EXPECT_EQ(parameters.enclaves[0].need.grams_per_day(), 152'625'000);
    Stock stock;
    stock.need = parameters.enclaves[0].need;
    stock.home = mass;
    set_rates(no_coping, stock);
    return static_cast<double>(seconds_to_change(no_coping, stock)) / 86'400;
}

TEST(GoldenNumbers, TheFortyTrucksAtTheBorderWereOneDayOfFoodOrEight) {
    EXPECT_NEAR(days_that_last(Mass::tonnes(40 * 5)), 1.31, 0.005);
    EXPECT_NEAR(days_that_last(Mass::tonnes(40 * 30)), 7.86, 0.005);
}

struct Siege {
    double last_full_day = 0;  ///< when the stock is gone
    double below_a_quarter = 0;
    double unmet = 0;
};

/// No access and no inflow from 7 July on, with 60 days in stock.
Siege siege(bool coping) {
    Scenario scenario = shipped()
                            .replace("enclaves/eastern-aleppo/opening_stock", "60 d")
                            .replace("enclaves/eastern-aleppo/informal", "0")
                            .replace("enclaves/eastern-aleppo/local", "0")
                            .replace("enclaves/eastern-aleppo/trade_at_start", "0")
                            .replace("trade/climb", "0")
                            .replace("departures/rate", "0 /d")
                            .replace("permission/answers/full", "0")
                            .replace("permission/answers/part", "0");
    for (const std::string line : {"1", "2", "3"}) {
        if (!coping) scenario = scenario.replace("food/coping/" + line + "/eaten", "1");
    }
    scenario = scenario.replace("food/diverted", "0");
    for (const auto& [name, moved] : shipped().record().evacuations) {
        scenario = scenario.replace("evacuations/" + name.text + "/people", "0");
    }
    const auto from = scenario.calendar().from;
    const Model model(std::make_shared<const Scenario>(std::move(scenario)), {test::agreement_from(0, "none", {})},
                      {1, from});
    const TallyLayout layout(model);
    BlockRunner runner(model, layout);
    Tally tally;
    EXPECT_TRUE(runner.run(1, 0, 1, tally, [] { return true; }));
    const auto east = model.scenario().find_community("eastern-aleppo")->index();
    const auto value = [&](const char* name) {
        return tally.scalars[(layout.outcome(name).first + east) * layout.variants()];
    };
    Siege result{0, value("person_days_below_25"), value("unmet_rations")};
    for (const auto& event : test::of_kind(test::log_of(model, {1, 0}, 0, Arm::as_kept), EventKind::eaten)) {
        if (event.mass > Mass{} && event.community == east)
            result.last_full_day = static_cast<double>(event.at_s) / 86'400;
    }
    EXPECT_EQ(value("rations_delivered"), 0);
    EXPECT_LT(value("closing_stock"), 2.0 / 86'400);  // what is eaten within a second is never handed out
    return result;
}

TEST(GoldenNumbers, WithoutCopingTheSiegeStarvesFromFifthOfSeptember) {
    const Siege without = siege(false);
    EXPECT_NEAR(without.last_full_day, 60, 1e-4);  // 7 July + 60 d = 5 September
    EXPECT_NEAR(without.below_a_quarter, 29.7e6, 0.05e6);
    EXPECT_NEAR(without.unmet, 29.7e6, 1e3);
}

TEST(GoldenNumbers, WithCopingItLastsUntil23OctoberAndNobodyIsFedMore) {
    const Siege with = siege(true);
    EXPECT_NEAR(with.last_full_day, 40 + 40 + 10 / 0.35, 1e-3);  // 108.6 d: 23 October
    EXPECT_NEAR(with.below_a_quarter, 16.3e6, 0.05e6);
    EXPECT_NEAR(with.unmet, 29.7e6, 1e3);
}

}  // namespace
}  // namespace aidway
