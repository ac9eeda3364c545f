// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcome.hpp"

namespace aidway {

std::string_view name_of(OutcomeShape shape) {
    switch (shape) {
        case OutcomeShape::community: return "community";
        case OutcomeShape::community_week: return "community_week";
        case OutcomeShape::community_reason: return "community_reason";
    }
    return {};
}

std::string_view name_of(Better better) {
    switch (better) {
        case Better::higher: return "higher";
        case Better::lower: return "lower";
        case Better::none: return "none";
    }
    return {};
}

}  // namespace aidway
