// SPDX-License-Identifier: Apache-2.0
#include "simulation/own_obligations.hpp"

#include <algorithm>

#include "simulation/model.hpp"

namespace aidway {
namespace {

std::vector<EntityKey> keys_of(const Model& model) {
    std::vector<EntityKey> keys;
    for (const auto& variant : model.variants()) {
        for (const auto& obligation : variant.rules.obligations) keys.push_back(obligation.key);
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

}  // namespace

OwnObligations::OwnObligations(const Model& model) : keys_(keys_of(model)) {
    const auto start = model.scenario().calendar().from;
    const std::int64_t agreed_s = std::max<std::int64_t>(model.effective_s(), 0);
    for (const auto& variant : model.variants()) {
        auto& own = own_.emplace_back();
        for (const auto& obligation : variant.rules.obligations) {
            const auto key = std::lower_bound(keys_.begin(), keys_.end(), obligation.key);
            own.push_back({std::max<std::int64_t>((obligation.from - start) / Duration{1}, agreed_s),
                           (obligation.until - start) / Duration{1}, static_cast<std::uint32_t>(key - keys_.begin())});
        }
    }
}

}  // namespace aidway
