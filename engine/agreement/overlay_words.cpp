// SPDX-License-Identifier: Apache-2.0
#include "agreement/overlay_words.hpp"

#include <fmt/format.h>

#include <variant>
#include <vector>

#include "agreement/words.hpp"

namespace aidway {
namespace {

std::string where(const ScenarioRecord& record, const OverlayStretch& stretch) {
    if (stretch.gate) {
        const auto* gate = record.gates.find(stretch.gate->text);
        return gate ? gate->name : stretch.gate->text;
    }
    if (stretch.road) return fmt::format("the road '{}'", stretch.road->text);
    const LonLat at = stretch.at.value_or(LonLat{});
    return fmt::format("the road at ({:.4f}, {:.4f})", at.lon_deg, at.lat_deg);
}

/// What holds of a place.
struct Sentence {
    const ScenarioRecord& record;

    std::string operator()(const CloseOverlay& body) const {
        return fmt::format("nobody passes {}", where(record, body));
    }
    std::string operator()(const OpenOverlay& body) const {
        return fmt::format("{} is open to {}, {}", where(record, body), in_words(body.passing),
                           in_words(body.hours.value_or(Hours{})));
    }
    std::string operator()(const SlowOverlay& body) const {
        return fmt::format("vehicles drive at {:g} % of their speed on {}", body.factor.value() * 100,
                           where(record, body));
    }
    std::string operator()(const CapOverlay& body) const {
        std::vector<std::string> limits;
        if (body.trucks_per_day) {
            limits.push_back(counted(body.trucks_per_day->value, "truck", "trucks") + " of aid a day");
        }
        if (body.goods_per_day) limits.push_back(in_words(*body.goods_per_day) + " of goods");
        return fmt::format("at most {} pass each gate on {}", join_words(limits), where(record, body));
    }
    std::string operator()(const HoursOverlay& body) const {
        return fmt::format("{} is passed {} alone", where(record, body), in_words(body.between));
    }
    std::string operator()(const AddOverlay& body) const {
        return fmt::format("a further road is open to {}", in_words(body.passing));
    }
};

}  // namespace

std::string overlay_sentence(const ScenarioRecord& record, const OverlayRecord& overlay) {
    return fmt::format("{}: {}.", overlay.name, std::visit(Sentence{record}, overlay.body));
}

}  // namespace aidway
