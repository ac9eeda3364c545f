// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scenario/scenario.hpp"

namespace aidway {

// Words that the sentences of several terms share.

/// "a", "a and b", "a, b and c"; or with another last word.
[[nodiscard]] std::string join_words(const std::vector<std::string>& words, std::string_view last = "and");
/// With a capital and a full stop.
[[nodiscard]] std::string as_sentence(std::string text);
/// "1 truck", "12,000 trucks".
[[nodiscard]] std::string counted(std::int64_t number, std::string_view one, std::string_view many);
/// "1 day", "36 hours", "5 minutes", "90 seconds": in the largest unit that is whole.
[[nodiscard]] std::string in_words(Duration time);
/// The same of a time that nobody wrote down as it is told, such as the mean of a law: "about 32 days", "about 5
/// hours". What is whole in days, or in no more than 99 hours or minutes, is told as it is.
[[nodiscard]] std::string about_in_words(Duration time);
/// "at all hours", "every day from 06:00 to 18:00".
[[nodiscard]] std::string in_words(const Hours& hours);
/// "aid convoys, traders' goods and civilians".
[[nodiscard]] std::string in_words(const std::vector<Traffic>& passing);
/// "air strikes and shelling"; "all violence" where no kind is named.
[[nodiscard]] std::string in_words(const std::vector<ViolenceKind>& kinds);
/// "300 t a day", or in kilograms where that is finer.
[[nodiscard]] std::string in_words(MassRate rate);
/// What people call these parties, gates: "The Crown and The River League".
[[nodiscard]] std::string party_names(const ScenarioRecord& record, const std::vector<Name>& parties);
[[nodiscard]] std::string gate_names(const ScenarioRecord& record, const std::vector<Name>& gates,
                                     std::string_view last = "and");
/// What breaks a grant of passage: "Aid convoys are kept from passing Wend bridge between 06:00 and 18:00."
[[nodiscard]] std::string kept_from_passing(const std::vector<Traffic>& passing, const Hours& hours,
                                            const std::vector<Name>& gates, const ScenarioRecord& record);
/// The texts with '+' between: what a term speaks of, in its default name.
[[nodiscard]] std::string joined_keys(const std::vector<Name>& names);

}  // namespace aidway
