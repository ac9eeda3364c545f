// SPDX-License-Identifier: Apache-2.0
#include "agreement/extend.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

namespace aidway {
namespace {

class Flattening {
public:
    Flattening(const std::vector<WrittenAgreement>& written, std::vector<Diagnostic>& faults)
        : written_(written), faults_(faults), done_(written.size()) {}

    const WrittenAgreement& flat(std::size_t i) {
        if (!done_[i]) {
            way_.push_back(i);
            auto built = build(written_[i]);
            way_.pop_back();
            done_[i] = std::move(built);
        }
        return *done_[i];
    }

private:
    WrittenAgreement build(const WrittenAgreement& own) {
        WrittenAgreement result = own;
        auto& agreement = result.agreement;
        for (auto& term : agreement.terms) {
            if (term.place.agreement.empty()) term.place.agreement = agreement.name;
        }
        if (agreement.extends) {
            const auto base = base_of(agreement);
            result.whole = result.whole && base;
            if (base) put_first(flat(*base), result);
        }
        if (result.whole) check_without(agreement);
        for (auto& term : agreement.terms) {
            const auto& off = agreement.without;
            if (std::find(off.begin(), off.end(), Name(name_of(term))) != off.end()) term.on = false;
        }
        agreement.extends.reset();
        agreement.without.clear();
        return result;
    }

    static void put_first(const WrittenAgreement& base, WrittenAgreement& result) {
        auto& agreement = result.agreement;
        const auto& inherited = base.agreement.terms;
        agreement.terms.insert(agreement.terms.begin(), inherited.begin(), inherited.end());
        agreement.place.extends = base.agreement.name;
        if (!agreement.effective_from) agreement.effective_from = base.agreement.effective_from;
        result.whole = result.whole && base.whole;
    }

    /// What the agreement extends; nothing, with a fault there, when there is no such agreement or it leads back here.
    std::optional<std::size_t> base_of(const Agreement& agreement) {
        const auto& wanted = *agreement.extends;
        if (wanted.text.empty() && wanted.at == Mark{}) return std::nullopt;  // could not be read, and that is told
        const auto found = std::find_if(written_.begin(), written_.end(), [&](const WrittenAgreement& other) {
            return other.agreement.name == wanted.text;
        });
        if (found == written_.end()) {
            fault(agreement, wanted.at, "no agreement '" + wanted.text + "' to extend" + suggest(agreement, wanted));
            return std::nullopt;
        }
        const auto base = static_cast<std::size_t>(found - written_.begin());
        const auto earlier = std::find(way_.begin(), way_.end(), base);
        if (earlier == way_.end()) return base;
        std::string circle;
        for (auto step = earlier; step != way_.end(); ++step) circle += written_[*step].agreement.name + ", ";
        fault(agreement, wanted.at, "agreements extend each other in a circle: " + circle + wanted.text);
        return std::nullopt;
    }

    [[nodiscard]] std::string suggest(const Agreement& agreement, const Name& wanted) const {
        std::vector<std::string> others;
        for (const auto& other : written_) {
            if (other.agreement.name != agreement.name) others.push_back(other.agreement.name);
        }
        return suggestion(wanted.text, others);
    }

    void check_without(const Agreement& agreement) {
        std::vector<std::string> names;
        for (const auto& term : agreement.terms) names.push_back(name_of(term));
        for (const auto& off : agreement.without) {
            if (std::find(names.begin(), names.end(), off.text) != names.end()) continue;
            fault(agreement, off.at, "no term '" + off.text + "' to switch off" + suggestion(off.text, names));
        }
    }

    void fault(const Agreement& agreement, Mark at, std::string message) {
        faults_.push_back({agreement.place.file, at, "", std::move(message)});
    }

    const std::vector<WrittenAgreement>& written_;
    std::vector<Diagnostic>& faults_;
    std::vector<std::optional<WrittenAgreement>> done_;
    std::vector<std::size_t> way_;  ///< from the agreement asked for to the one being built
};

}  // namespace

std::vector<Agreement> flatten(const std::vector<WrittenAgreement>& written, std::vector<Diagnostic>& faults) {
    Flattening flattening(written, faults);
    std::vector<Agreement> flat;
    for (std::size_t i = 0; i < written.size(); ++i) flat.push_back(flattening.flat(i).agreement);
    return flat;
}

}  // namespace aidway
