// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// An act of violence happens now: it is logged, seen by monitors where it is a breach, shuts gates and strikes
/// convoys.
void strike(Context& context, const IncidentCandidate& act);

}  // namespace aidway
