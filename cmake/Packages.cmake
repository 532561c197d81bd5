# The libraries that orjon stands on, and which package of this system brings each.

# What each is called on Debian, on Fedora and on Arch and their kin, and on Alpine: to build with.
set(orjon_packages
    "cmocka|libcmocka-dev|libcmocka-devel|cmocka|cmocka-dev"
    "expat|libexpat1-dev|expat-devel|expat|expat-dev"
    "GTK 3|libgtk-3-dev|gtk3-devel|gtk3|gtk+3.0-dev"
    "gettext|gettext|gettext|gettext|gettext"
    "libsodium|libsodium-dev|libsodium-devel|libsodium|libsodium-dev"
    "libunistring|libunistring-dev|libunistring-devel|libunistring|libunistring-dev"
    "libvterm|libvterm-dev|libvterm-devel|libvterm|libvterm-dev"
    "libxlsxwriter|libxlsxwriter-dev libminizip-dev|libxlsxwriter-devel|libxlsxwriter|libxlsxwriter-dev"
    "libzip|libzip-dev|libzip-devel|libzip|libzip-dev"
    "ncursesw|libncurses-dev|ncurses-devel|ncurses|ncurses-dev"
    "Pango|libpango1.0-dev|pango-devel|pango|pango-dev"
    "pkg-config|pkg-config|pkgconf-pkg-config|pkgconf|pkgconf"
    "SQLite|libsqlite3-dev|sqlite-devel|sqlite|sqlite-dev")
set(orjon_kin "debian ubuntu" "fedora rhel centos" "arch" "alpine")

if(NOT orjon_os_release) # a test names another
    set(orjon_os_release /etc/os-release)
endif()
set(orjon_system "")
if(EXISTS ${orjon_os_release})
    file(STRINGS ${orjon_os_release} lines REGEX "^ID(_LIKE)?=")
    string(REGEX REPLACE "ID(_LIKE)?=|\"" " " orjon_system "${lines}")
    string(REGEX MATCHALL "[a-z]+" orjon_system "${orjon_system}")
endif()

# orjon_package(VAR LIBRARY): what to install to build with it; the library's own name where the system is none of ours.
function(orjon_package var library)
    set(${var} ${library} PARENT_SCOPE)
    set(at 0)
    foreach(names ${orjon_kin})
        math(EXPR at "${at} + 1")
        string(REPLACE " " ";" names ${names})
        foreach(name ${names})
            if(name IN_LIST orjon_system)
                foreach(row ${orjon_packages})
                    string(REPLACE "|" ";" cells ${row})
                    list(GET cells 0 first)
                    if(first STREQUAL library)
                        list(GET cells ${at} package)
                        set(${var} ${package} PARENT_SCOPE)
                        return()
                    endif()
                endforeach()
            endif()
        endforeach()
    endforeach()
endfunction()

# orjon_library(PREFIX LIBRARY MODULE…): a library by pkg-config, as PkgConfig::PREFIX. What is missing is said by
# orjon_require and orjon_part.
function(orjon_library prefix library)
    pkg_check_modules(${prefix} QUIET IMPORTED_TARGET ${ARGN})
    set(${prefix}_FOUND ${${prefix}_FOUND} PARENT_SCOPE)
    set(${prefix}_LIBRARY "${library}" PARENT_SCOPE)
    orjon_package(package ${library})
    set(${prefix}_PACKAGE "${package}" PARENT_SCOPE)
    if(${prefix}_FOUND)
        list(GET ${prefix}_LINK_LIBRARIES 0 file)
        orjon_package_of(runtime "${file}")
        set(${prefix}_RUNTIME "${runtime}" PARENT_SCOPE)
    endif()
endfunction()

# orjon_package_of(VAR FILE): the package that holds what a library is linked with while the program runs; "" where no
# dpkg knows.
function(orjon_package_of var file)
    set(${var} "" PARENT_SCOPE)
    find_program(ORJON_DPKG_QUERY dpkg-query)
    mark_as_advanced(ORJON_DPKG_QUERY)
    if(NOT ORJON_DPKG_QUERY OR NOT EXISTS "${file}")
        return()
    endif()
    get_filename_component(file "${file}" REALPATH)
    string(REGEX REPLACE "^/usr/lib/" "/lib/" old "${file}") # where it stood before /lib became /usr/lib
    foreach(path ${file} ${old})
        execute_process(COMMAND ${ORJON_DPKG_QUERY} -S ${path} OUTPUT_VARIABLE said ERROR_QUIET RESULT_VARIABLE failed)
        if(NOT failed AND said MATCHES "^([^:,]+)")
            set(${var} ${CMAKE_MATCH_1} PARENT_SCOPE)
            return()
        endif()
    endforeach()
endfunction()

# orjon_require(PREFIX…): all of them, or one sentence with what to install for all that is missing.
function(orjon_require)
    set(libraries "")
    set(packages "")
    foreach(prefix ${ARGN})
        if(NOT ${prefix}_FOUND)
            list(APPEND libraries "${${prefix}_LIBRARY}")
            list(APPEND packages "${${prefix}_PACKAGE}")
        endif()
    endforeach()
    if(libraries)
        list(JOIN libraries ", " libraries)
        list(JOIN packages " " packages)
        message(FATAL_ERROR "orjon needs ${libraries}. Install: ${packages}")
    endif()
endfunction()

# orjon_part(VAR OPTION NAME PREFIX…): VAR says whether a part is built: its option is on and all that it needs is there.
function(orjon_part var option name)
    set(${var} FALSE PARENT_SCOPE)
    set(missing "")
    foreach(prefix ${ARGN})
        if(NOT ${prefix}_FOUND)
            list(APPEND missing ${${prefix}_PACKAGE})
        endif()
    endforeach()
    list(JOIN missing " " missing)
    if(NOT ${option})
        message(STATUS "${name}: no, ${option} is off")
    elseif(missing)
        message(STATUS "${name}: no; install ${missing} for it")
    else()
        message(STATUS "${name}: yes")
        set(${var} TRUE PARENT_SCOPE)
    endif()
endfunction()
