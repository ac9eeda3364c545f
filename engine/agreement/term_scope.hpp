// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "scenario/rules.hpp"

namespace aidway {

/// Gathers the faults of one agreement's references, each at its place.
class Resolver {
public:
    Resolver(const ScenarioRecord& record, std::string file, std::vector<Diagnostic>& faults)
        : record_(record), file_(std::move(file)), faults_(faults) {}
    [[nodiscard]] const ScenarioRecord& record() const { return record_; }
    void road(const Name& name);
    void party(const Name& name);
    void fault(Mark at, std::string message);

private:
    const ScenarioRecord& record_;
    std::string file_;
    std::vector<Diagnostic>& faults_;
};

/// What a term is given when it is applied: where it stands, what hangs on it, how long it lasts.
struct TermScope {
    const Scenario& scenario;
    PassageOrigin origin;
    std::vector<ObligationId> obligations;
    Instant from;
    Instant until;
};

/// "a", "a and b", "a, b and c".
[[nodiscard]] std::string join_words(const std::vector<std::string>& words);

}  // namespace aidway
