// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/draw.hpp"

namespace aidway {

class Model;

/// An obligation of one agreement.
struct OwnObligation {
    std::int64_t begins_s = 0;  ///< since the start of the period; never before the agreement
    std::int64_t ends_s = 0;
    std::uint32_t drawn_as = 0;  ///< which of the keys of all agreements it has
};

/// When the obligations of a model's agreements begin and end, and which of them are drawn for together: those that
/// have one key are kept and broken by the same draws, whatever else is agreed.
class OwnObligations {
public:
    explicit OwnObligations(const Model& model);
    [[nodiscard]] std::span<const OwnObligation> of(std::size_t variant) const { return own_[variant]; }
    /// Of all agreements, ascending, each once.
    [[nodiscard]] const std::vector<EntityKey>& keys() const { return keys_; }

private:
    std::vector<EntityKey> keys_;
    std::vector<std::vector<OwnObligation>> own_;  ///< per variant
};

}  // namespace aidway
