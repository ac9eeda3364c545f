# SPDX-License-Identifier: Apache-2.0
# The extension module aidway._engine, and in the build tree a whole package: python/aidway holds the extension and
# links to the Python files of bindings/aidway, so that the build tree on the path is all that development needs.
file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/bindings/src/*.cpp")
if(sources)
    if(NOT Python_EXECUTABLE AND EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/.venv/bin/python")
        set(Python_EXECUTABLE "${CMAKE_CURRENT_SOURCE_DIR}/.venv/bin/python")
    endif()
    find_package(Python 3.11 REQUIRED COMPONENTS Interpreter Development.Module)
    if(NOT pybind11_DIR)
        execute_process(COMMAND "${Python_EXECUTABLE}" -m pybind11 --cmakedir OUTPUT_VARIABLE pybind11_DIR
                        OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    endif()
    set(PYBIND11_FINDPYTHON ON)
    find_package(pybind11 3.0 REQUIRED CONFIG)
    pybind11_add_module(_engine MODULE NO_EXTRAS ${sources})
    target_include_directories(_engine PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}/bindings/src")
    target_link_libraries(_engine PRIVATE aidway_options aidway_analysis aidway_io fmt::fmt)
    target_precompile_headers(_engine PRIVATE <map> <string> <vector> <pybind11/pybind11.h> <pybind11/stl.h>)
    set_target_properties(_engine PROPERTIES LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/python/aidway")
    install(TARGETS _engine LIBRARY DESTINATION aidway COMPONENT python)
endif()

add_custom_target(python_package ALL
    COMMAND "${CMAKE_COMMAND}" "-Dfrom=${CMAKE_CURRENT_SOURCE_DIR}/bindings/aidway"
            "-Dto=${CMAKE_BINARY_DIR}/python/aidway" -P "${CMAKE_CURRENT_SOURCE_DIR}/cmake/link_package.cmake"
    COMMENT "Linking the Python package into the build tree" VERBATIM)
if(TARGET _engine)
    add_dependencies(python_package _engine)
endif()
