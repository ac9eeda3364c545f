// SPDX-License-Identifier: Apache-2.0
#include "simulation/violence_course.hpp"

namespace aidway {

bool restrain_violence(const Rules& rules) {
    return !rules.cessations.empty() || !rules.groundings.empty() || !rules.pull_backs.empty() ||
           !rules.consequences.empty();
}

void ViolenceCourse::begin(const Rules& rules) {
    mode_ = restrain_violence(rules) ? Mode::own : known_ ? Mode::followed : Mode::noted;
    if (mode_ == Mode::noted) acts_.clear();
}

std::uint32_t ViolenceCourse::end(std::uint32_t bands_used) {
    if (mode_ == Mode::followed) return bands_used_;
    if (mode_ == Mode::noted) {
        known_ = true;
        bands_used_ = bands_used;
    }
    return bands_used;
}

}  // namespace aidway
