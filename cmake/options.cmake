# SPDX-License-Identifier: Apache-2.0
# How all of our own code is compiled. Never -march=native and no contraction: the bits must not depend on the machine.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_library(aidway_options INTERFACE)
target_include_directories(aidway_options INTERFACE "${CMAKE_CURRENT_SOURCE_DIR}/engine")
target_compile_options(aidway_options INTERFACE -ffp-contract=off -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)

# ccache sees through precompiled headers only with these; the headers' times are not part of what they mean.
find_program(AIDWAY_CCACHE ccache)
if(AIDWAY_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime "${AIDWAY_CCACHE}")
endif()
