// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "simulation/outcomes/community_sums.hpp"

namespace aidway {

/// Letters that came later after consent than the procedure promises (`letter/due`). They count as letters all the
/// same.
class LettersLate : public CommunitySums {
public:
    static constexpr EventKinds sees = kinds(EventKind::letter_issued);
    static constexpr OutcomeInfo info{.name = "letters_late",
                                      .label = "Late letters",
                                      .unit = "letters",
                                      .doc = "letters that came later after consent than the procedure promises",
                                      .shape = OutcomeShape::community,
                                      .better = Better::lower,
                                      .safe = "beside the funnel"};
    void see(const Event& event, const OutcomeScope& scope);
};

}  // namespace aidway
