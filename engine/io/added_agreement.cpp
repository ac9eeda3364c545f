// SPDX-License-Identifier: Apache-2.0
#include "io/added_agreement.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>

#include "agreement/extend.hpp"
#include "core/fields/canonical.hpp"
#include "core/fields/slot.hpp"
#include "io/agreement_files.hpp"
#include "io/scenario_checks.hpp"
#include "io/yaml.hpp"
#include "io/zone.hpp"

namespace aidway {
namespace {

class Adding {
public:
    Adding(const ScenarioFolder& folder, const AgreementRequest& request) : folder_(folder), request_(request) {}

    ScenarioFolder added() {
        const auto& record = folder_.scenario->record();
        auto agreement = flat(read_request());
        for (const auto& [path, value] : request_.changes) change(agreement, path, value);
        check_sources(record, reading_);
        reading_.throw_if_faulty();
        check_agreement(agreement, record, reading_.faults);
        const auto date = checked_date(agreement);
        reading_.throw_if_faulty();
        check_renewals(agreement, *folder_.scenario, reading_.faults);
        check_on_the_ground(agreement, *folder_.scenario, reading_.faults);
        reading_.throw_if_faulty();
        ScenarioFolder result = folder_;
        result.agreements.push_back({std::move(agreement), date});
        auto& provenance = result.agreement_provenance;
        provenance.insert(provenance.end(), reading_.provenance.begin(), reading_.provenance.end());
        return result;
    }

private:
    Agreement read_request() {
        Agreement agreement;
        const Node* name = request_.head.find("agreement");
        place_ = "agreements/" + (name ? name->text : std::string());
        read(request_.head, {place_, "", place_}, agreement, reading_);
        agreement.place.file = place_;
        for (const auto& dated : folder_.agreements) {
            if (dated.agreement.name == agreement.name) fault(place_, "the scenario has an agreement of that name");
        }
        if (!agreement.effective_from && !agreement.extends) {
            fault(place_, "missing key 'effective_from': local time from which it holds, as nothing is extended");
        }
        for (std::size_t i = 0; i < request_.terms.size(); ++i) {
            Term term;
            const auto where = place_ + ", term " + std::to_string(i + 1);
            read(request_.terms[i], {where, "", place_ + "/terms/" + std::to_string(i)}, term, reading_);
            term.place = {agreement.name, where, {}};
            agreement.terms.push_back(std::move(term));
        }
        refuse_laws(reading_);
        return agreement;
    }

    Agreement flat(Agreement agreement) {
        std::vector<WrittenAgreement> all;
        for (const auto& dated : folder_.agreements) all.push_back({dated.agreement, true});
        const bool whole = reading_.faults.empty();
        all.push_back({std::move(agreement), whole});
        return flatten(all, reading_.faults).back();
    }

    void change(Agreement& agreement, const std::string& path, Node value) {
        Term* term = term_of(agreement, path);
        if (!term) return;
        const auto within = path_within(*term, path.substr(name_of(*term).size() + 1));
        if (value.kind == Node::Kind::scalar && value.text.starts_with('[')) {
            value = parse_yaml(path, value.text, reading_.faults);
        }
        try {
            const auto slot = find_slot(*term, within);
            const auto before = slot.text(term);
            slot.assign(term, value);
            state(path, agreement.place.extends, before, slot.text(term));
        } catch (const std::invalid_argument& error) {
            std::string message = error.what();
            if (message.starts_with(within + ": ")) message.erase(0, within.size() + 2);
            fault(path, std::move(message));
            return;
        }
        term->place = {agreement.name, path, {}};
    }

    /// The term whose name the path begins with: names hold slashes themselves, so the longest one counts.
    Term* term_of(Agreement& agreement, const std::string& path) {
        Term* found = nullptr;
        std::vector<std::string> names;
        for (auto& term : agreement.terms) {
            names.push_back(name_of(term));
            const bool longer = !found || names.back().size() > name_of(*found).size();
            if (longer && path.starts_with(names.back() + "/")) found = &term;
        }
        if (!found) {
            fault(path, "expected the name of a term, then '/' and one of its keys" +
                            suggestion(path.substr(0, path.rfind('/')), names));
        }
        return found;
    }

    /// Keys beside the kind are those of every term; all others are those of what it says.
    static std::string path_within(const Term& term, const std::string& key) {
        const auto first = key.substr(0, key.find('/'));
        const auto& table = static_cast<const RecordType&>(type_of<Term>());
        const bool of_every_term = std::any_of(table.fields.begin(), table.fields.end(), [&](const Field& field) {
            return field.need != Field::Need::inlined && field.name == first;
        });
        return of_every_term ? key : std::string(kind_of(term)) + "/" + key;
    }

    /// What was changed is the user's own, and said to be.
    void state(const std::string& path, const std::string& base, const std::string& before, const std::string& now) {
        Provenance changed;
        changed.path = place_ + "/" + path;
        changed.file = place_;
        changed.text = plain_text(now);
        changed.note = before == "~" ? "not said before" : "changed from " + plain_text(before);
        if (!base.empty()) changed.note += " in " + base;
        reading_.provenance.push_back(std::move(changed));
    }

    Instant checked_date(const Agreement& agreement) {
        const auto& period = folder_.scenario->record().period;
        const auto& calendar = folder_.scenario->calendar();
        const auto date = agreement.effective_from ? to_instant(*agreement.effective_from, period.timezone)
                                                   : std::optional<Instant>();
        if (date && *date >= calendar.from && *date < calendar.until) return *date;
        fault(place_, "'effective_from' lies outside the period of the scenario: expected from " + format(period.from) +
                          " to before " + format(period.to));
        return {};
    }

    void fault(const std::string& where, std::string message) {
        reading_.faults.push_back({where, {}, "", std::move(message)});
    }

    const ScenarioFolder& folder_;
    const AgreementRequest& request_;
    Reading reading_;
    std::string place_;
};

}  // namespace

std::string plain_text(const std::string& canonical) {
    std::vector<Diagnostic> faults;
    constexpr std::size_t whole = 1 << 20;
    return shown(parse_yaml("", canonical, faults), whole);
}

ScenarioFolder add_agreement(const ScenarioFolder& folder, const AgreementRequest& request) {
    return Adding(folder, request).added();
}

}  // namespace aidway
