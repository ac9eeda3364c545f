// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/folder_copy.hpp"

namespace aidway::test {

/// Turns a copy of the tiny scenario into one whose roads are an OpenStreetMap file, data/roads.osm, with its three
/// gates in the middle of the roads they were, and a track with an Arabic name.
void put_on_osm(const FolderCopy& copy);

}  // namespace aidway::test
