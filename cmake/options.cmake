# SPDX-License-Identifier: Apache-2.0
# How all of our own code is compiled. Never -march=native and no contraction: the bits must not depend on the machine.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_library(aidway_options INTERFACE)
target_include_directories(aidway_options INTERFACE "${CMAKE_CURRENT_SOURCE_DIR}/engine")
target_compile_options(aidway_options INTERFACE -ffp-contract=off -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
# What ccache needs to look through a precompiled header.
target_compile_options(aidway_options INTERFACE
    "$<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>"
    "$<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>")
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(aidway_options INTERFACE -Wno-restrict)  # wrong about std::string + in g++ 12 (GCC 105651)
endif()

# ccache sees through precompiled headers only with this sloppiness; and what another checkout of the same text has
# compiled is as good as our own.
find_program(AIDWAY_CCACHE ccache)
if(AIDWAY_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=true "${AIDWAY_CCACHE}")
endif()
