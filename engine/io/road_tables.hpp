// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "io/csv.hpp"
#include "io/line_layer.hpp"
#include "network/line_feature.hpp"

namespace aidway {

/// Which columns of a table of places and a table of links between them say what.
struct LinkColumns {
    std::string name = "name";  ///< of a place
    std::string lon = "lon";    ///< degrees
    std::string lat = "lat";
    std::string from = "name1";  ///< name of the place where a link begins
    std::string to = "name2";
    LineColumns link;  ///< of the links; its `layer` and `kind` mean nothing here
};

/// Reads links as straight lines between places; the number of a line is that of its row in the file. A link without
/// a name of its own is called "from - to". The columns stand as the route files of Flee have them unless named.
/// Faults are appended with the cell they lie in, and what is faulty is left out: a missing column, a place named
/// twice or without a place on the globe, a link from or to no place (with the nearest name) or to itself, a direction
/// or a length that cannot be read.
[[nodiscard]] std::vector<LineFeature> read_links(const Table& places, const Table& links, const LinkColumns& columns,
                                                  std::vector<Diagnostic>& faults);

}  // namespace aidway
