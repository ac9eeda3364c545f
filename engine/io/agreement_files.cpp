// SPDX-License-Identifier: Apache-2.0
#include "io/agreement_files.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "agreement/extend.hpp"
#include "io/text_file.hpp"
#include "io/yaml.hpp"
#include "io/zone.hpp"

namespace aidway {
namespace {

namespace fs = std::filesystem;

/// Tables of the scenario whose names, or whose being there, a term may depend on.
constexpr std::array<std::string_view, 15> spoken_of{
    "roads",     "parties",  "gates",          "goods",    "communities", "enclaves",   "overlays", "depots",
    "airfields", "monitors", "air_operations", "violence", "food",        "permission", "price"};

class AgreementFiles {
public:
    AgreementFiles(const AgreementFrame& frame, Reading& reading) : frame_(frame), reading_(reading) {}

    std::vector<DatedAgreement> read_all(const NamedFiles& named) {
        for (const auto& file : files_in(named.folder() / "agreements")) {
            if (named.stays_inside(file)) {
                read_file(file);
            } else {
                fault("agreements/" + file.filename().string(), {}, "is a link that leads out of the scenario folder");
            }
        }
        refuse_laws(reading_);
        std::vector<DatedAgreement> dated;
        for (auto& agreement : flatten(written_, reading_.faults)) {
            if (names_known()) check_agreement(agreement, frame_.record, reading_.faults);
            const auto date = to_instant(agreement.effective_from.value_or(LocalTime{}), frame_.record.period.timezone);
            dated.push_back({std::move(agreement), date.value_or(Instant{})});
        }
        return dated;
    }

private:
    std::vector<fs::path> files_in(const fs::path& folder) {
        std::vector<fs::path> files;
        if (fs::is_directory(folder)) {
            for (const auto& entry : fs::directory_iterator(folder)) {
                if (entry.path().extension() == ".yaml") files.push_back(entry.path());
            }
        }
        if (files.empty()) {
            fault("agreements", {}, "expected at least one agreement, e.g. agreements/status-quo.yaml");
        }
        std::sort(files.begin(), files.end());
        return files;
    }

    void read_file(const fs::path& path) {
        const std::string file = "agreements/" + path.filename().string();
        const std::string stem = path.stem().string();
        WrittenAgreement written;
        auto& agreement = written.agreement;
        Node tree = parse_yaml(file, read_text_file(path), reading_.faults);
        read(tree, {file, "", "agreements/" + stem}, agreement, reading_);
        const Document document(file, std::move(tree), reading_.faults);
        agreement.place = {file, document.at(""), ""};
        if (document.sound("agreement") && agreement.name != stem) {
            fault(file, document.at("agreement"),
                  "agreement '" + agreement.name + "' stands in " + path.filename().string() +
                      "; name and file must agree");
        }
        agreement.name = stem;
        check_date(agreement, document);
        written.whole = keep_sound_terms(agreement, document);
        written_.push_back(std::move(written));
    }

    void check_date(const Agreement& agreement, const Document& document) {
        const auto& date = agreement.effective_from;
        if (!date && !agreement.extends && document.names_known("effective_from") && document.names_known("extends")) {
            fault(document.file(), document.at(""),
                  "missing key 'effective_from': local time from which it holds, as nothing is extended");
        }
        if (!date || !document.sound("effective_from") || !frame_.calendar) return;
        const auto& period = frame_.record.period;
        const auto at = to_instant(*date, period.timezone);
        if (!at || (*at >= frame_.calendar->from && *at < frame_.calendar->until)) return;
        fault(document.file(), date->at,
              "outside the period of the scenario: expected from " + format(period.from) + " to before " +
                  format(period.to));
    }

    /// Terms that could not be read are left out, as names that do not hang on them can still be checked.
    /// Answers whether the whole file could be read.
    static bool keep_sound_terms(Agreement& agreement, const Document& document) {
        std::vector<Term> sound;
        const auto count = agreement.terms.size();
        for (std::size_t i = 0; i < count; ++i) {
            const auto path = "terms/" + std::to_string(i);
            if (!document.sound(path)) continue;
            agreement.terms[i].place = {agreement.name, document.file(), document.at(path)};
            sound.push_back(std::move(agreement.terms[i]));
        }
        agreement.terms = std::move(sound);
        return document.sound("");
    }

    [[nodiscard]] bool names_known() const {
        return frame_.gates_known && std::all_of(spoken_of.begin(), spoken_of.end(), [&](std::string_view table) {
                   return frame_.scenario.names_known(table);
               });
    }

    void fault(const std::string& file, Mark at, std::string message) {
        reading_.faults.push_back({file, at, "", std::move(message)});
    }

    const AgreementFrame& frame_;
    Reading& reading_;
    std::vector<WrittenAgreement> written_;
};

}  // namespace

std::vector<DatedAgreement> read_agreement_files(const NamedFiles& files, const AgreementFrame& frame,
                                                 Reading& reading) {
    return AgreementFiles(frame, reading).read_all(files);
}

void refuse_laws(Reading& reading) {
    for (const auto& uncertain : reading.uncertain) {
        reading.faults.push_back({uncertain.file, uncertain.at, "",
                                  "a law cannot stand here: an agreement says one thing; write one value"});
    }
    reading.uncertain.clear();
}

}  // namespace aidway
