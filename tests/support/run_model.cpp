// SPDX-License-Identifier: Apache-2.0
#include "support/run_model.hpp"

#include <algorithm>
#include <iterator>

namespace aidway::test {

Model model_of(const SmallScenario& scenario, const std::vector<DatedAgreement>& agreements, ModelOptions options) {
    return Model(scenario.build(), agreements, options);
}

Log run_alone(const SmallScenario& scenario, ReplicateKey key) {
    return run_under(scenario, agreement_from(0, "none", {}), Arm::as_kept, key);
}

Log run_under(const SmallScenario& scenario, const DatedAgreement& agreement, Arm arm, ReplicateKey key) {
    return log_of(model_of(scenario, {agreement}), key, 0, arm);
}

Log log_of(const Model& model, ReplicateKey key, std::size_t variant, Arm arm) {
    Runner runner(model);
    const auto log = runner.run(key, variant, arm);
    return {log.begin(), log.end()};
}

Log where(std::span<const Event> log, const std::function<bool(const Event&)>& wanted) {
    Log found;
    std::copy_if(log.begin(), log.end(), std::back_inserter(found), wanted);
    return found;
}

Log of_kind(std::span<const Event> log, EventKind kind) {
    return where(log, [kind](const Event& event) { return event.kind == kind; });
}

Mass mass_of(std::span<const Event> log, EventKind kind, Reason reason) {
    Mass sum;
    for (const auto& event : log) {
        if (event.kind == kind && event.reason == reason) sum += event.mass;
    }
    return sum;
}

Mass mass_of(std::span<const Event> log, EventKind kind) {
    Mass sum;
    for (const auto& event : log) {
        if (event.kind == kind) sum += event.mass;
    }
    return sum;
}

}  // namespace aidway::test
