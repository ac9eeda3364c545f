// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "simulation/event.hpp"
#include "simulation/model.hpp"

namespace aidway {

/// What the index fields of an event stand for, in words. For one agreement of a model; the model must outlive it.
class EventNames {
public:
    explicit EventNames(const Model& model, std::size_t variant = 0) : model_(model), variant_(variant) {}
    /// "cross-border convoy 3.1.2" (cycle, attempt, number; from 1), the same "at castello-west", "plan 3.1", a
    /// decider, "open_road/castello by gov", "gov in east", "shelling at the bridge", "airdrops sortie 2", a gate, a
    /// depot, a term, or "".
    [[nodiscard]] std::string entity(const Event& event) const;
    [[nodiscard]] std::string community(const Event& event) const;
    [[nodiscard]] std::string goods(const Event& event) const;

private:
    [[nodiscard]] std::string flight(const Event& event) const;
    [[nodiscard]] std::string report(const Event& event) const;
    const Model& model_;
    std::size_t variant_;
};

}  // namespace aidway
