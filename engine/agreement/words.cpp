// SPDX-License-Identifier: Apache-2.0
#include "agreement/words.hpp"

#include <fmt/format.h>

#include <cstddef>

#include "agreement/violence_words.hpp"

namespace aidway {
namespace {

std::string thousands(std::int64_t number) {
    std::string text = std::to_string(number);
    for (auto i = static_cast<std::ptrdiff_t>(text.size()) - 3; i > 0; i -= 3) {
        text.insert(static_cast<std::size_t>(i), ",");
    }
    return text;
}

std::string name_of(Traffic traffic) {
    switch (traffic) {
        case Traffic::aid: return "aid convoys";
        case Traffic::goods: return "traders' goods";
        case Traffic::civilians: return "civilians";
    }
    return {};
}

std::string clock(std::int32_t second_of_day) {
    return fmt::format("{:02}:{:02}", second_of_day / 3600, second_of_day / 60 % 60);
}

std::vector<std::string> names_of(const std::vector<Traffic>& passing) {
    std::vector<std::string> words;
    words.reserve(passing.size());
    for (const auto traffic : passing) words.push_back(name_of(traffic));
    return words;
}

}  // namespace

std::string join_words(const std::vector<std::string>& words, std::string_view last) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? fmt::format(" {} ", last) : ", ";
        text += words[i];
    }
    return text;
}

std::string as_sentence(std::string text) {
    // Titles of a scenario may begin with a letter beyond ASCII, which has its own case already.
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 32);
    return text + ".";
}

std::string counted(std::int64_t number, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", thousands(number), number == 1 ? one : many);
}

std::string in_words(Duration time) {
    const auto seconds = time.count();
    if (seconds != 0 && seconds % 86'400 == 0) return counted(seconds / 86'400, "day", "days");
    if (seconds != 0 && seconds % 3600 == 0) return counted(seconds / 3600, "hour", "hours");
    if (seconds % 60 == 0) return counted(seconds / 60, "minute", "minutes");
    return counted(seconds, "second", "seconds");
}

std::string about_in_words(Duration time) {
    const auto seconds = time.count();
    for (const std::int64_t unit : {86'400, 3600, 60}) {
        // The largest unit of which there are two or more: rounding then errs by a quarter at most.
        if (seconds % unit == 0 && (unit == 86'400 || seconds / unit < 100)) return in_words(time);
        if (seconds < 2 * unit) continue;
        return "about " + in_words(Duration{(seconds + unit / 2) / unit * unit});
    }
    return in_words(time);
}

std::string in_words(const Hours& hours) {
    if (hours.all_day()) return "at all hours";
    return fmt::format("every day from {} to {}", clock(hours.from_s), clock(hours.until_s));
}

std::string in_words(const std::vector<ViolenceKind>& kinds) {
    std::vector<std::string> words;
    words.reserve(kinds.size());
    for (const auto kind : kinds) words.push_back(in_words(kind));
    return words.empty() ? "all violence" : join_words(words);
}

std::string in_words(const std::vector<Traffic>& passing) { return join_words(names_of(passing)); }

std::string in_words(MassRate rate) {
    const auto grams = rate.grams_per_day();
    if (grams % 1'000'000 == 0) return thousands(grams / 1'000'000) + " t a day";
    return fmt::format("{:g} kg a day", static_cast<double>(grams) / 1000);
}

std::string party_names(const ScenarioRecord& record, const std::vector<Name>& parties) {
    std::vector<std::string> names;
    names.reserve(parties.size());
    for (const auto& party : parties) names.push_back(record.parties.at(party.text).name);
    return join_words(names);
}

std::string gate_names(const ScenarioRecord& record, const std::vector<Name>& gates, std::string_view last) {
    std::vector<std::string> names;
    names.reserve(gates.size());
    for (const auto& gate : gates) names.push_back(record.gates.at(gate.text).name);
    return join_words(names, last);
}

std::string kept_from_passing(const std::vector<Traffic>& passing, const Hours& hours, const std::vector<Name>& gates,
                              const ScenarioRecord& record) {
    const auto when = hours.all_day() ? std::string("at any hour")
                                      : fmt::format("between {} and {}", clock(hours.from_s), clock(hours.until_s));
    return as_sentence(fmt::format("{} are kept from passing {} {}", join_words(names_of(passing), "or"),
                                   gate_names(record, gates, "or"), when));
}

std::string joined_keys(const std::vector<Name>& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : "+") + name.text;
    return text;
}

}  // namespace aidway
