// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/gate.hpp"
#include "access/passage_table.hpp"
#include "core/fields/describe.hpp"

namespace aidway {

const Type& describe(Tag<Hours>);    ///< "06:00-18:00", or "all day"
const Type& describe(Tag<Traffic>);  ///< aid, goods, civilians
const Type& describe(Tag<Access>);   ///< closed, by_clearance, open

}  // namespace aidway
