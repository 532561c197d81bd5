# What every target of ours is compiled with. Inherited by the folders added after it.
add_compile_options(
    -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wformat=2
    -Werror=format-security -ffile-prefix-map=${PROJECT_SOURCE_DIR}/=)
if(ORJON_WERROR)
    add_compile_options(-Werror)
endif()
if(CMAKE_C_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-Wbidi-chars=any)
endif()

if(ORJON_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
else()
    add_compile_options(
        -fstack-protector-strong -fstack-clash-protection -ftrivial-auto-var-init=zero)
    if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
        add_compile_options(-fcf-protection=full)
    endif()
    if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
        add_compile_options(-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3)
    endif()
    if(CMAKE_C_COMPILER_ID STREQUAL "Clang") # clang 14 still asks for a permission slip
        add_compile_options(-enable-trivial-auto-var-init-zero-knowing-it-will-be-removed-from-clang)
    endif()
endif()
if(ORJON_FUZZ) # what guides the fuzzer; the targets alone are linked with it
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(ORJON_COVERAGE)
    add_compile_options(-fprofile-instr-generate -fcoverage-mapping)
    add_link_options(-fprofile-instr-generate)
endif()
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
include(CheckPIESupported)
check_pie_supported()
add_link_options(-Wl,-z,relro,-z,now -Wl,--as-needed)
add_compile_definitions(_GNU_SOURCE)
