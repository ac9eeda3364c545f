// SPDX-License-Identifier: Apache-2.0
#include "simulation/model.hpp"

#include <set>
#include <stdexcept>

#include "core/digest.hpp"
#include "core/fields/canonical.hpp"
#include "core/version.hpp"

namespace aidway {
namespace {

Instant common_date(const std::vector<DatedAgreement>& agreements, const ModelOptions& options) {
    if (agreements.empty()) throw std::invalid_argument("there is no agreement to simulate");
    std::set<std::string> names;
    for (const auto& dated : agreements) {
        const auto& name = dated.agreement.name;
        if (!names.insert(name).second) throw std::invalid_argument("agreement '" + name + "' is named twice");
        if (options.effective_from || dated.effective_from == agreements.front().effective_from) continue;
        throw std::invalid_argument("agreements '" + agreements.front().agreement.name + "' and '" + name +
                                    "' begin at different times; give one date for all");
    }
    return options.effective_from.value_or(agreements.front().effective_from);
}

}  // namespace

Model::Model(std::shared_ptr<const Scenario> scenario, const std::vector<DatedAgreement>& agreements,
             ModelOptions options)
    : scenario_(std::move(scenario)), options_(options), effective_from_(common_date(agreements, options)) {
    if (options.per_point == 0) throw std::invalid_argument("replicates per parameter point: at least 1");
    nearness_ = nearness_of(*scenario_);
    holdings_ = Holdings(*scenario_);
    Digest digest;
    digest.add(version()).add(scenario_->digest()).add(std::int64_t{options.per_point});
    digest.add(static_cast<std::int64_t>(effective_from_.time_since_epoch().count()));
    for (const auto& [agreement, date] : agreements) {
        variants_.push_back({agreement.name, compile_rules(*scenario_, agreement, effective_from_)});
        digest.add(write_canonical(agreement));
        for (const std::uint64_t set : sets_of(variants_.back().rules.slowings)) programs_.add(*scenario_, set);
    }
    identity_ = digest.hex();
}

std::int64_t Model::effective_s() const { return (effective_from_ - scenario_->calendar().from) / Duration{1}; }

}  // namespace aidway
