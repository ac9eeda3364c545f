// SPDX-License-Identifier: Apache-2.0
#include "support/noticed.hpp"

#include "agreement/notes.hpp"
#include "support/read_agreement.hpp"

namespace aidway::test {

std::vector<std::string> noticed(const SmallScenario& small, const std::vector<std::string>& texts) {
    std::vector<Term> terms;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        terms.push_back(agreement_of({texts[i]}).terms.at(0));
        terms.back().place = {"x", "x.yaml", {static_cast<int>(i) + 1, 1}};
    }
    std::vector<std::string> lines;
    for (const auto& note : notes_on(*small.build(), agreement_from(5, "x", terms))) lines.push_back(note.text());
    return lines;
}

}  // namespace aidway::test
