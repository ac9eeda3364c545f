// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "scenario/rules.hpp"

namespace aidway {

/// An act of violence that took place, or that a source's ceiling cut off: which candidate it was.
struct KnownAct {
    std::uint32_t candidate = 0;  ///< its place among those foreseen, or those opened
    bool opened = false;
    bool cut = false;
};

/// Whether anything of these rules bears on violence: what parties end, and what deters or grounds them.
[[nodiscard]] bool restrain_violence(const Rules& rules);

/// Violence that no agreement restrains takes one course in a replicate: the first such run notes which acts take place
/// from the agreements' day on, and all others follow it.
class ViolenceCourse {
public:
    /// Another replicate.
    void forget() {
        known_ = false;
        mode_ = Mode::own;
    }
    /// A run of an agreement begins.
    void begin(const Rules& rules);
    /// The run has ended; `bands_used` as of World. Gives those of the run that was followed.
    std::uint32_t end(std::uint32_t bands_used);

    [[nodiscard]] bool is_followed() const { return mode_ == Mode::followed; }
    void note(const KnownAct& act) {
        if (mode_ == Mode::noted) acts_.push_back(act);
    }
    /// In the order in which they took place.
    [[nodiscard]] const std::vector<KnownAct>& acts() const { return acts_; }

private:
    enum class Mode : std::uint8_t { own, noted, followed };
    Mode mode_ = Mode::own;
    bool known_ = false;
    std::uint32_t bands_used_ = 0;
    std::vector<KnownAct> acts_;
};

}  // namespace aidway
