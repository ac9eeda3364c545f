# SPDX-License-Identifier: Apache-2.0
# Every engine header compiles alone: one generated file per header, nothing but the include root in sight.
file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}/engine"
     "${CMAKE_CURRENT_SOURCE_DIR}/engine/*.hpp")
set(header_sources)
foreach(header IN LISTS headers)
    set(source "${CMAKE_CURRENT_BINARY_DIR}/header_self_containment/${header}.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "#include \"${header}\"\n")
    list(APPEND header_sources "${source}")
endforeach()
if(header_sources)
    add_library(header_self_containment OBJECT ${header_sources})
    target_link_libraries(header_self_containment PRIVATE aidway_options)
    target_compile_options(header_self_containment PRIVATE -O0 -g0)
endif()
