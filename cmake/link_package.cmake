# SPDX-License-Identifier: Apache-2.0
# Links every entry of the folder `from` into the folder `to`; drops links whose entry is gone.
file(MAKE_DIRECTORY "${to}")
file(GLOB there LIST_DIRECTORIES true "${to}/*")
foreach(entry IN LISTS there)
    if(IS_SYMLINK "${entry}" AND NOT EXISTS "${entry}")
        file(REMOVE "${entry}")
    endif()
endforeach()
file(GLOB entries LIST_DIRECTORIES true RELATIVE "${from}" "${from}/*")
list(REMOVE_ITEM entries __pycache__)
foreach(entry IN LISTS entries)
    file(CREATE_LINK "${from}/${entry}" "${to}/${entry}" SYMBOLIC)
endforeach()
