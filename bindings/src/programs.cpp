// SPDX-License-Identifier: Apache-2.0
#include "programs.hpp"

#include <map>
#include <mutex>

namespace aidway::python {
namespace {

/// By scenario, which is immutable; owned by nobody here, and no other can take its place while its key is kept.
struct Kept {
    std::mutex mutex;
    std::map<std::weak_ptr<const Scenario>, RoutePrograms, std::owner_less<>> by_scenario;
};

Kept& kept() {
    static Kept all;
    return all;
}

}  // namespace

VehiclePrograms programs_of(const std::shared_ptr<const Scenario>& scenario, std::uint64_t slowed) {
    const std::lock_guard lock(kept().mutex);
    auto& all = kept().by_scenario;
    std::erase_if(all, [](const auto& entry) { return entry.first.expired(); });
    auto& programs = all[scenario];
    programs.add(*scenario, slowed);
    return programs.under(slowed);
}

}  // namespace aidway::python
