// SPDX-License-Identifier: Apache-2.0
#include "simulation/event_log.hpp"

namespace aidway {

void EventLog::grow() { events_.resize(2 * events_.size() + 1'024); }

}  // namespace aidway
