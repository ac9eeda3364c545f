// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agreement/extend.hpp"
#include "core/fields/canonical.hpp"
#include "io/yaml.hpp"
#include "support/read_agreement.hpp"
#include "support/small_scenario.hpp"

namespace aidway {
namespace {

using test::SmallScenario;
using testing::ElementsAre;
using testing::IsEmpty;

/// Agreement `name` of file x.yaml with open_road terms for these roads.
WrittenAgreement written(const std::string& name, const std::vector<std::string>& roads) {
    WrittenAgreement result;
    result.agreement.name = name;
    result.agreement.title = name;
    result.agreement.place.file = name + ".yaml";
    for (const auto& road : roads) {
        auto term = test::open_road(road);
        term.place = {"", name + ".yaml", {3, 5}};
        result.agreement.terms.push_back(term);
    }
    return result;
}

WrittenAgreement extending(const std::string& base, const std::string& name, const std::vector<std::string>& roads) {
    auto result = written(name, roads);
    result.agreement.extends = Name(base, {2, 10});
    return result;
}

struct Flat {
    std::vector<Agreement> agreements;
    std::vector<std::string> faults;
};

Flat flattened(const std::vector<WrittenAgreement>& all) {
    Flat result;
    std::vector<Diagnostic> faults;
    result.agreements = flatten(all, faults);
    for (const auto& agreement : result.agreements) check_agreement(agreement, SmallScenario().record, faults);
    for (const auto& fault : faults) result.faults.push_back(fault.text());
    return result;
}

std::vector<std::string> names_in(const Agreement& agreement) {
    std::vector<std::string> names;
    for (const auto& term : agreement.terms) names.push_back((term.on ? "" : "off:") + name_of(term));
    return names;
}

TEST(Extend, PutsTheTermsOfItsBaseFirstThroughTheWholeChain) {
    auto base = written("base", {"a"});
    base.agreement.effective_from = LocalTime{17'000, 0, {}};
    auto third = extending("second", "third", {});
    third.agreement.terms = {test::permission_by(Procedure::standing)};
    const auto flat = flattened({third, extending("base", "second", {"b"}), base});
    EXPECT_THAT(flat.faults, IsEmpty());
    EXPECT_THAT(names_in(flat.agreements[0]), ElementsAre("open_road/a", "open_road/b", "permission/standing"));
    EXPECT_THAT(names_in(flat.agreements[1]), ElementsAre("open_road/a", "open_road/b"));
    EXPECT_THAT(names_in(flat.agreements[2]), ElementsAre("open_road/a"));
    EXPECT_EQ(flat.agreements[0].terms[0].place.agreement, "base");
    EXPECT_EQ(flat.agreements[0].terms[2].place.agreement, "third");
    EXPECT_EQ(flat.agreements[0].effective_from, base.agreement.effective_from) << "inherited, as none is given";
}

TEST(Extend, GivesTheSameRulesAsTheTermsWrittenOut) {
    const auto scenario = SmallScenario().build();
    const auto flat = flattened(
        {written("base", {"a"}), extending("base", "longer", {"b"}), written("longer-written-out", {"a", "b"})});
    const auto rules = [&](std::size_t i) {
        return compile_rules(*scenario, flat.agreements[i], test::small_start() + one_day);
    };
    EXPECT_EQ(rules(1), rules(2));
    EXPECT_NE(rules(0), rules(1));
}

TEST(Extend, KeepsADateOfItsOwn) {
    auto base = written("base", {"a"});
    base.agreement.effective_from = LocalTime{17'000, 0, {}};
    auto later = extending("base", "later", {});
    later.agreement.effective_from = LocalTime{17'010, 0, {}};
    EXPECT_EQ(flattened({base, later}).agreements[1].effective_from, later.agreement.effective_from);
}

TEST(Extend, SwitchesInheritedAndOwnTermsOffByName) {
    auto base = written("base", {"a"});
    auto less = extending("base", "less", {"b"});
    less.agreement.without = {"open_road/a", "open_road/b"};
    auto least = extending("less", "least", {});
    const auto flat = flattened({base, less, least});
    EXPECT_THAT(flat.faults, IsEmpty());
    EXPECT_THAT(names_in(flat.agreements[1]), ElementsAre("off:open_road/a", "off:open_road/b"));
    EXPECT_THAT(names_in(flat.agreements[2]), ElementsAre("off:open_road/a", "off:open_road/b"));
    EXPECT_THAT(names_in(flat.agreements[0]), ElementsAre("open_road/a")) << "the base stays as it is";
    const auto scenario = SmallScenario().build();
    EXPECT_EQ(compile_rules(*scenario, flat.agreements[1], test::small_start()),
              baseline_rules(*scenario, test::small_start()));
}

TEST(Extend, ReadsBackAsItsCanonicalText) {
    auto less = extending("base", "less", {"b"});
    less.agreement.without = {"open_road/a"};
    auto base = written("base", {"a"});
    base.agreement.effective_from = LocalTime{17'000, 0, {}};
    const auto agreement = flattened({base, less}).agreements[1];
    Reading reading;
    Agreement again;
    read(parse_yaml("x", write_canonical(agreement), reading.faults), {"x", "", ""}, again, reading);
    EXPECT_THAT(reading.faults, IsEmpty());
    EXPECT_EQ(again, agreement);
}

TEST(Extend, RefusesWhatIsNotThere) {
    auto wrong = extending("bass", "wrong", {});
    wrong.agreement.without = {Name("open_road/c", {4, 12})};
    EXPECT_THAT(flattened({written("base", {"a"}), wrong}).faults,
                ElementsAre("wrong.yaml:2:10: no agreement 'bass' to extend; did you mean 'base'?"))
        << "what it is without cannot be judged";
    auto less = extending("base", "less", {});
    less.agreement.without = {Name("open_road/aa", {4, 12})};
    EXPECT_THAT(flattened({written("base", {"a"}), less}).faults,
                ElementsAre("less.yaml:4:12: no term 'open_road/aa' to switch off; did you mean 'open_road/a'?"));
    auto torn = written("base", {});
    torn.whole = false;
    EXPECT_THAT(flattened({torn, less}).faults, IsEmpty()) << "the name may be among what could not be read";
}

TEST(Extend, RefusesCirclesOnce) {
    EXPECT_THAT(flattened({extending("b", "a", {}), extending("c", "b", {}), extending("a", "c", {})}).faults,
                ElementsAre("c.yaml:2:10: agreements extend each other in a circle: a, b, c, a"));
    EXPECT_THAT(flattened({extending("a", "a", {})}).faults,
                ElementsAre("a.yaml:2:10: agreements extend each other in a circle: a, a"));
    EXPECT_THAT(flattened({extending("a", "z", {}), extending("b", "a", {}), extending("a", "b", {})}).faults,
                ElementsAre("b.yaml:2:10: agreements extend each other in a circle: a, b, a"));
}

TEST(Extend, RefusesATermNamedAsAnInheritedOne) {
    EXPECT_THAT(
        flattened({written("base", {"a"}), extending("base", "more", {"a"}), extending("more", "most", {})}).faults,
        ElementsAre("more.yaml:3:5: two terms are named 'open_road/a' (the first comes from 'base'); give one "
                    "of them another 'name'"))
        << "told where it is written, and only there";
    auto named = extending("base", "more", {"a"});
    named.agreement.terms[0].name = "again";
    EXPECT_THAT(flattened({written("base", {"a"}), named}).faults, IsEmpty());
}

TEST(Extend, TellsTheFaultsOfATermOnceAndWhereItStands) {
    EXPECT_THAT(flattened({written("base", {"aa"}), extending("base", "more", {"b"})}).faults,
                ElementsAre("base.yaml: no road 'aa' in scenario.yaml; did you mean 'a'?"));
}

}  // namespace
}  // namespace aidway
