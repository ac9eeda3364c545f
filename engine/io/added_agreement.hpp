// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/tree.hpp"
#include "io/scenario_folder.hpp"

namespace aidway {

/// An agreement that stands in no file, asked for by somebody who tries out texts.
struct AgreementRequest {
    Node head;                ///< what an agreement file says, `terms` apart; `extends` names what it is built on
    std::vector<Node> terms;  ///< added at the end, as a file would say them
    /// Values of terms in place of what they were, by "term name/field": "open_road/castello/hours". A list may be
    /// given as a text, "[aid, goods]".
    std::vector<std::pair<std::string, Node>> changes;
};

/// Canonical text of a value as people write it: on one line, without quotes.
[[nodiscard]] std::string plain_text(const std::string& canonical);

/// The folder with one more agreement, last; nothing else differs. Read and checked as strictly as a file:
/// ScenarioError names every fault by "agreements/NAME", the number of an added term, or the path of a change.
[[nodiscard]] ScenarioFolder add_agreement(const ScenarioFolder& folder, const AgreementRequest& request);

}  // namespace aidway
