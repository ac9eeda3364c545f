// SPDX-License-Identifier: Apache-2.0
#include "agreement/violence_words.hpp"

namespace aidway {

std::string in_words(ViolenceKind kind) {
    switch (kind) {
        case ViolenceKind::air_strikes: return "air strikes";
        case ViolenceKind::shelling: return "shelling";
        case ViolenceKind::ground_attacks: return "ground attacks";
        case ViolenceKind::banned_weapons: return "the use of banned weapons";
        case ViolenceKind::arrests: return "arrests";
    }
    return {};
}

}  // namespace aidway
