// SPDX-License-Identifier: Apache-2.0
#include "simulation/context.hpp"

namespace aidway {

std::string_view name_of(Arm arm) { return arm == Arm::as_signed ? "as_signed" : "as_kept"; }

}  // namespace aidway
