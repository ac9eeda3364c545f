// SPDX-License-Identifier: Apache-2.0
#include "support/tiny_on_osm.hpp"

namespace aidway::test {

void put_on_osm(const FolderCopy& copy) {
    copy.apply(rewrite("data/roads.osm", R"(<?xml version='1.0'?><osm version='0.6'>
<node id='1' lon='5.0' lat='0.2'/>
<node id='2' lon='5.025' lat='0.18'><tag k='barrier' v='gate'/></node>
<node id='3' lon='5.05' lat='0.16'/>
<node id='4' lon='5.075' lat='0.14'><tag k='barrier' v='checkpoint'/></node>
<node id='5' lon='5.1' lat='0.12'/>
<node id='6' lon='5.3' lat='0.2'/>
<node id='7' lon='5.25' lat='0.16'/>
<node id='8' lon='5.225' lat='0.14'><tag k='military' v='checkpoint'/></node>
<node id='9' lon='5.2' lat='0.12'/>
<way id='1'><nd ref='1'/><nd ref='2'/><nd ref='3'/><nd ref='4'/><nd ref='5'/>
  <tag k='highway' v='primary'/><tag k='name' v='river'/></way>
<way id='2'><nd ref='6'/><nd ref='7'/><nd ref='8'/><nd ref='9'/>
  <tag k='highway' v='secondary'/><tag k='name' v='hill'/></way>
<way id='3'><nd ref='5'/><nd ref='9'/><tag k='highway' v='track'/><tag k='name' v='طريق السوق القديم'/></way>
<way id='4'><nd ref='3'/><nd ref='7'/><tag k='highway' v='track'/></way>
</osm>
)"));
    copy.apply(replace("scenario.yaml", "layer: data/roads.geojson\n  join_within: 5 m\n", "layer: data/roads.osm\n"));
    copy.apply(replace("scenario.yaml", "{name: Harbour gate,", "{name: Harbour gate, at: [5.025, 0.18],"));
    copy.apply(replace("scenario.yaml", "{name: Wend bridge,", "{name: Wend bridge, at: [5.075, 0.1401],"));
    copy.apply(replace("scenario.yaml", "{name: Hill pass,", "{name: Hill pass, at: [5.226, 0.14],"));
}

}  // namespace aidway::test
