// SPDX-License-Identifier: Apache-2.0
#include "support/folder_copy.hpp"

#include <stdexcept>
#include <utility>

#include "io/scenario_folder.hpp"
#include "io/text_file.hpp"
#include "support/folders.hpp"

namespace aidway::test {

namespace fs = std::filesystem;

Edit replace(std::string file, std::string find, std::string by) {
    return {Edit::Kind::replace, std::move(file), std::move(find), std::move(by)};
}
Edit rewrite(std::string file, std::string text) { return {Edit::Kind::rewrite, std::move(file), "", std::move(text)}; }
Edit remove(std::string file) { return {Edit::Kind::remove, std::move(file), "", ""}; }

FolderCopy::FolderCopy(const fs::path& original) { fs::copy(original, path(), fs::copy_options::recursive); }

void FolderCopy::apply(const Edit& edit) const {
    const auto path = folder_.path() / edit.file;
    if (edit.kind == Edit::Kind::remove) {
        fs::remove_all(path);
        return;
    }
    if (edit.kind == Edit::Kind::rewrite) return write_text_file(path, edit.text);
    auto text = read_text_file(path);
    const auto at = text.find(edit.find);
    if (at == std::string::npos || text.find(edit.find, at + 1) != std::string::npos) {
        throw std::invalid_argument("'" + edit.find + "' does not occur exactly once in " + edit.file);
    }
    write_text_file(path, text.replace(at, edit.find.size(), edit.text));
}

std::vector<std::string> faults_of_folder(const fs::path& folder) {
    std::vector<std::string> lines;
    try {
        ReadingScope scope;
        scope.common = common_data();
        (void)read_scenario_folder(folder, scope);
    } catch (const ScenarioError& error) {
        for (const auto& fault : error.diagnostics()) lines.push_back(fault.text());
    }
    return lines;
}

}  // namespace aidway::test
