// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "simulation/event.hpp"
#include "simulation/outcome.hpp"

namespace aidway {

/// Who is there, read from the log: a part of every outcome that counts people over time. P is the number of residents,
/// P0 those at the agreement's date, the entitled: whom outcomes follow, there or gone.
class Residents {
public:
    void begin(const OutcomeScope& scope);
    /// Every event in order; other kinds than `residents` and `departed` change nothing.
    void see(const Event& event) {
        if (event.kind == EventKind::residents || event.kind == EventKind::departed) change(event);
    }

    [[nodiscard]] std::int64_t entitled(std::size_t community) const { return people_[community].entitled; }
    [[nodiscard]] std::int64_t now(std::size_t community) const { return people_[community].now; }
    /// P while that flowed which this event tells of; nobody comes or goes within such a stretch.
    [[nodiscard]] std::int64_t during(const Event& flow) const;
    /// The integrals, until `until_s`, of P dt, of max(0, P0 - P) dt and of P0 dt.
    [[nodiscard]] std::int64_t person_seconds(std::size_t community, std::int64_t until_s) const;
    [[nodiscard]] std::int64_t absent_seconds(std::size_t community, std::int64_t until_s) const;
    [[nodiscard]] std::int64_t entitled_seconds(std::size_t community, std::int64_t until_s) const;

private:
    struct People {
        std::int64_t entitled = 0;
        std::int64_t now = 0;
        std::int64_t before = 0;     ///< the last change
        std::int64_t changed_s = 0;  ///< when that was
        std::int64_t present = 0;    ///< person-seconds until then
        std::int64_t absent = 0;
    };
    void change(const Event& event);
    std::int64_t from_s_ = 0;
    std::vector<People> people_;
};

}  // namespace aidway
