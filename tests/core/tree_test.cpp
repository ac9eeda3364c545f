// SPDX-License-Identifier: Apache-2.0
#include "core/tree.hpp"

#include <gtest/gtest.h>

namespace aidway {
namespace {

Node fleet() {
    Node list;
    list.kind = Node::Kind::sequence;
    list.items = {Node::scalar("4 t"), Node::scalar("5 t")};
    Node node;
    node.kind = Node::Kind::mapping;
    node.pairs.push_back({"pert", {1, 2}, list});
    return node;
}

TEST(Tree, FindsKeys) {
    ASSERT_NE(fleet().find("pert"), nullptr);
    EXPECT_EQ(fleet().find("per"), nullptr);
    EXPECT_EQ(Node::scalar("x").find("x"), nullptr);
}

TEST(Tree, ShowsANodeOnOneLineAndCutsBetweenCharacters) {
    EXPECT_EQ(shown(fleet()), "{pert: [4 t, 5 t]}");
    EXPECT_EQ(shown(fleet(), 7), "{pert: ...");
    EXPECT_EQ(shown(Node::scalar("aé"), 2), "a...");
    EXPECT_EQ(shown(Node{}), "");
}

}  // namespace
}  // namespace aidway
