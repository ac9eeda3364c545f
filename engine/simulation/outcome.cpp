// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcome.hpp"

namespace aidway {

std::string_view name_of(OutcomeShape shape) {
    switch (shape) {
        case OutcomeShape::community: return "community";
        case OutcomeShape::scenario: return "scenario";
        case OutcomeShape::community_week: return "community_week";
        case OutcomeShape::community_reason: return "community_reason";
        case OutcomeShape::community_stage: return "community_stage";
        case OutcomeShape::party: return "party";
    }
    return {};
}

std::string_view name_of(Stage stage) {
    switch (stage) {
        case Stage::requested: return "requested";
        case Stage::answered: return "answered";
        case Stage::lettered: return "lettered";
        case Stage::departed: return "departed";
        case Stage::arrived: return "arrived";
        case Stage::delivered: return "delivered";
        case Stage::pending: return "pending";
    }
    return {};
}

std::string_view name_of(StageMeasure measure) {
    switch (measure) {
        case StageMeasure::requests: return "requests";
        case StageMeasure::people: return "people";
        case StageMeasure::rations: return "rations";
    }
    return {};
}

std::string_view name_of(OutcomeNeeds needs) {
    switch (needs) {
        case OutcomeNeeds::nothing: return "";
        case OutcomeNeeds::price: return "price";
        case OutcomeNeeds::violence: return "violence";
        case OutcomeNeeds::air: return "air_operations";
        case OutcomeNeeds::inequality: return "food/inequality";
        case OutcomeNeeds::medicine: return "medicine";
        case OutcomeNeeds::control: return "control";
        case OutcomeNeeds::evacuations: return "evacuations";
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
