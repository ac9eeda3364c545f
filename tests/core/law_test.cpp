// SPDX-License-Identifier: Apache-2.0
#include "core/law.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

namespace aidway {
namespace {

constexpr std::array<double, 6> shares{0x1p-33, 0.001, 0.25, 0.5, 0.9, 1 - 0x1p-33};

const std::vector<Law>& laws() {
    static const std::vector<Law> all{
        Law::certain(4),
        {LawKind::uniform, {2, 5}},
        {LawKind::triangular, {0.2, 0.3, 0.45}},
        {LawKind::normal, {10, 2}},
        {LawKind::lognormal, {3, 0.5}},
        {LawKind::beta, {2, 2}},
        {LawKind::beta, {0.5, 3}},
        {LawKind::pert, {116'000, 250'000, 275'000}},
        {LawKind::pert, {0, 0, 1}},
        {LawKind::discrete, {0, 1, 1, 5}},
    };
    return all;
}

/// Values by scipy 1.17 at the shares above, by the call in the comment.
struct Reference {
    Law law;
    std::array<double, 6> values;
    double tolerance;  ///< relative
};

TEST(Law, QuantilesAgreeWithReferenceValues) {
    const Reference references[] = {
        // uniform(2, 3).ppf
        {{LawKind::uniform, {2, 5}}, {2.000000000349246, 2.003, 2.75, 3.5, 4.7, 4.999999999650754}, 1e-15},
        // triang(0.1 / 0.25, 0.2, 0.25).ppf
        {{LawKind::triangular, {0.2, 0.3, 0.45}},
         {0.20000170598447992, 0.20500000000000002, 0.2790569415042095, 0.3130693606237085, 0.3887627564304206,
          0.44999791060425753},
         1e-14},
        // norm(10, 2).ppf
        {{LawKind::normal, {10, 2}},
         {-2.675915509107579, 3.8195353876643736, 8.651020499607837, 10.0, 12.5631031310892, 22.67591550910758},
         1e-13},
        // lognorm(0.5, scale=3).ppf
        {{LawKind::lognormal, {3, 0.5}},
         {0.12613953191271648, 0.6398612874904073, 2.141202128424474, 3.0, 5.693858122004132, 71.34955920264267},
         1e-13},
        // beta(2, 2).ppf
        {{LawKind::beta, {2, 2}},
         {6.229387484417223e-06, 0.01837025385881161, 0.3263518223330697, 0.5, 0.8041998943409083, 0.9999937706125156},
         1e-11},
        // beta(18, 13).ppf
        {{LawKind::beta, {18, 13}},
         {0.10933691289991, 0.31081377761342505, 0.5215835976308856, 0.5824012279779187, 0.6923916411376461,
          0.9565716766504865},
         1e-11},
        // beta(1 + 4 * 134 / 159, 1 + 4 * 25 / 159, 116000, 159000).ppf
        {{LawKind::pert, {116'000, 250'000, 275'000}},
         {116653.49625474545, 141715.75664046072, 214704.68110943644, 236050.45180235332, 263518.9555927475,
          274999.965749598},
         1e-11},
    };
    for (const Reference& reference : references) {
        for (std::size_t i = 0; i < shares.size(); ++i) {
            const double expected = reference.values[i];
            EXPECT_NEAR(quantile(reference.law, shares[i]), expected, reference.tolerance * std::abs(expected))
                << name_of(reference.law.kind) << " at " << shares[i];
        }
    }
}

TEST(Law, DiscreteTakesItsValuesInTheirOrder) {
    const Law law{LawKind::discrete, {7, 3, 5, 9}};
    EXPECT_EQ(quantile(law, 0.24), 7);
    EXPECT_EQ(quantile(law, 0.26), 3);
    EXPECT_EQ(quantile(law, 0.51), 5);
    EXPECT_EQ(quantile(law, 1 - 0x1p-53), 9);
}

TEST(Law, QuantileIsMonotone) {
    for (const Law& law : laws()) {
        double last = -std::numeric_limits<double>::infinity();
        for (int i = 1; i < 5'000; ++i) {
            const double value = quantile(law, i / 5'000.0);
            ASSERT_GE(value, last) << name_of(law.kind) << " at " << i;
            last = value;
        }
    }
}

TEST(Law, QuantileStaysInsideTheSupportAtBothEdges) {
    for (const Law& law : laws()) {
        for (const double u : {1e-300, 0x1p-33, 1 - 0x1p-33, 1 - 0x1p-53}) {
            const double value = quantile(law, u);
            EXPECT_GE(value, support(law).low) << name_of(law.kind) << " at " << u;
            EXPECT_LE(value, support(law).high) << name_of(law.kind) << " at " << u;
            EXPECT_TRUE(std::isfinite(value)) << name_of(law.kind) << " at " << u;
        }
    }
}

// Midpoints of 200,000 equal shares: the quadrature of the steepest law here is good to 1e-4 of its mean.
TEST(Law, MeanIsTheIntegralOfTheQuantile) {
    for (const Law& law : laws()) {
        constexpr int cells = 200'000;
        double sum = 0;
        for (int i = 0; i < cells; ++i) sum += quantile(law, (i + 0.5) / cells);
        EXPECT_NEAR(sum / cells, mean(law), 1e-4 * mean(law)) << name_of(law.kind);
    }
}

TEST(Law, SupportIsUnboundedOnlyWhereItSpreads) {
    EXPECT_EQ(support({LawKind::normal, {3, 0}}).low, 3);
    EXPECT_EQ(support({LawKind::normal, {3, 1}}).low, -std::numeric_limits<double>::infinity());
    EXPECT_EQ(support({LawKind::lognormal, {3, 1}}).low, 0);
    EXPECT_EQ(support({LawKind::lognormal, {3, 0}}).high, 3);
    EXPECT_EQ(support({LawKind::discrete, {4, 1, 9}}).high, 9);
}

TEST(Law, WithoutSpreadIsCertain) {
    for (const Law& law :
         {Law{LawKind::triangular, {4, 4, 4}}, Law{LawKind::pert, {4, 4, 4}}, Law{LawKind::uniform, {4, 4}},
          Law{LawKind::normal, {4, 0}}, Law{LawKind::lognormal, {4, 0}}, Law{LawKind::discrete, {4}}}) {
        EXPECT_EQ(fault_of(law), std::nullopt) << name_of(law.kind);
        for (const double u : shares) EXPECT_EQ(quantile(law, u), 4.0) << name_of(law.kind);
    }
}

TEST(Law, NamesEveryFaultAndTakesTheNearestLegalTwin) {
    struct Case {
        Law faulty;
        const char* fault;
        Law legal;
    };
    const double nan = std::numeric_limits<double>::quiet_NaN();
    using enum LawKind;
    const Case cases[] = {
        {{uniform, {2, 1}}, "uniform needs low <= high", {uniform, {1, 1}}},
        {{uniform, {1}}, "uniform needs 2 numbers (low, high), got 1", {uniform, {1, 2}}},
        {{triangular, {0.3, 0.2, 0.45}}, "triangular needs low <= mode <= high", {triangular, {0.2, 0.2, 0.45}}},
        {{pert, {0, 3, 2}}, "pert needs low <= mode <= high", {pert, {0, 2, 2}}},
        {{pert, {0, 1}}, "pert needs 3 numbers (low, mode, high), got 2", {pert, {0, 1, 2}}},
        {{normal, {0, -1}}, "normal needs a standard deviation of at least 0", {normal, {0, 0}}},
        {{lognormal, {0, 1}}, "lognormal needs a median above 0", {lognormal, {1e-9, 1}}},
        {{lognormal, {1, -1}}, "lognormal needs a sigma in [0, 20]", {lognormal, {1, 0}}},
        {{lognormal, {1, 20.1}}, "lognormal needs a sigma in [0, 20]", {lognormal, {1, 20}}},
        {{beta, {0, 2}}, "beta needs alpha and beta in [0.05, 100000]", {beta, {0.05, 2}}},
        {{beta, {2, 100'001}}, "beta needs alpha and beta in [0.05, 100000]", {beta, {2, 100'000}}},
        {{discrete, {}}, "discrete needs at least one value", {discrete, {1}}},
        {{discrete, {1, nan}}, "discrete needs finite numbers of at most 1e100 in size", {discrete, {1, 1e100}}},
        {{uniform, {0, 1.1e100}}, "uniform needs finite numbers of at most 1e100 in size", {uniform, {0, 1e100}}},
        {{point, {1, 2}}, "point needs 1 numbers (value), got 2", {point, {1}}},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(fault_of(c.faulty), c.fault);
        EXPECT_EQ(fault_of(c.legal), std::nullopt) << c.fault;
    }
}

TEST(Law, NamesFollowTheOrderOfKinds) {
    EXPECT_EQ(law_names(),
              (std::vector<std::string>{"uniform", "triangular", "normal", "lognormal", "beta", "pert", "discrete"}));
    EXPECT_EQ(name_of(LawKind::point), "point");
    EXPECT_EQ(name_of(LawKind::discrete), "discrete");
}

}  // namespace
}  // namespace aidway
