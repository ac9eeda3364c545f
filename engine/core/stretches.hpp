// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>

namespace aidway {

/// What is done with the positions from `begin` up to, but not including, `end`.
using StretchWork = std::function<void(std::size_t begin, std::size_t end)>;

/// Cuts [0, count) into stretches of `length` (the last may be shorter) and does `work` for each once, on up to as many
/// threads as the machine has cores, the caller's among them; comes back when all is done. Where stretches begin does
/// not depend on the threads, so neither does what `work` writes, if each stretch writes to places of its own. Throws
/// what `work` throws.
void in_stretches(std::size_t count, std::size_t length, const StretchWork& work);

/// The same on a given number of threads.
void in_stretches(std::size_t count, std::size_t length, unsigned threads, const StretchWork& work);

}  // namespace aidway
