// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "simulation/event.hpp"
#include "simulation/outcome.hpp"

namespace aidway {

/// How people who were there at the agreement's date came to be gone.
enum class Gone : std::uint8_t { own_will, by_force };

/// Who is there, read from the log: a part of every outcome that counts people over time. P is the number of residents,
/// P0 those at the agreement's date, the entitled: whom outcomes follow, there or gone. Who comes from elsewhere later
/// counts in P alone. Of people moved by force as large a share is entitled as of all who are there, in whole people;
/// who leaves on their own account is entitled.
class Residents {
public:
    static constexpr EventKinds sees =
        kinds(EventKind::residents, EventKind::departed, EventKind::evacuated, EventKind::settled);
    void begin(const OutcomeScope& scope);
    /// Every event in order; other kinds than those that it `sees` change nothing.
    void see(const Event& event) {
        switch (event.kind) {
            case EventKind::residents:
            case EventKind::departed:
            case EventKind::evacuated:
            case EventKind::settled: change(event); break;
            default: break;
        }
    }

    [[nodiscard]] std::int64_t entitled(std::size_t community) const { return people_[community].entitled; }
    [[nodiscard]] std::int64_t now(std::size_t community) const { return people_[community].now.all; }
    /// The entitled who are still there.
    [[nodiscard]] std::int64_t staying(std::size_t community) const { return people_[community].now.entitled; }
    /// P while that flowed which this event tells of; nobody comes or goes within such a stretch.
    [[nodiscard]] std::int64_t during(const Event& flow) const { return there_during(flow).all; }
    /// What of a flow that all there share alike goes to the entitled among them.
    [[nodiscard]] Mass to_entitled(const Event& flow) const;
    /// The integrals, until `until_s`, of P dt, of the entitled who are gone, and of P0 dt.
    [[nodiscard]] std::int64_t person_seconds(std::size_t community, std::int64_t until_s) const;
    [[nodiscard]] std::int64_t absent_seconds(std::size_t community, std::int64_t until_s) const;
    [[nodiscard]] std::int64_t absent_seconds(std::size_t community, std::int64_t until_s, Gone how) const;
    [[nodiscard]] std::int64_t entitled_seconds(std::size_t community, std::int64_t until_s) const;

private:
    struct There {
        std::int64_t all = 0;
        std::int64_t entitled = 0;
    };
    struct People {
        std::int64_t entitled = 0;
        There now;
        There before;                        ///< the last change
        std::int64_t changed_s = 0;          ///< when that was
        std::int64_t present = 0;            ///< person-seconds until then
        std::array<std::int64_t, 2> gone{};  ///< entitled, by how
        std::array<std::int64_t, 2> absent{};
    };
    void change(const Event& event);
    [[nodiscard]] const There& there_during(const Event& flow) const;
    std::int64_t from_s_ = 0;
    std::vector<People> people_;
};

}  // namespace aidway
