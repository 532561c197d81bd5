# Run by orjon_embed: writes OUT from PAIRS (SYMBOL=FILE;…).
set(text "// Made by cmake/EmbedFiles.cmake; not to be edited.\n#pragma once\n#include <stddef.h>\n")
foreach(pair ${PAIRS})
    string(REGEX MATCH "^([^=]*)=(.*)$" _ ${pair})
    set(symbol ${CMAKE_MATCH_1})
    file(READ ${CMAKE_MATCH_2} hex HEX)
    string(LENGTH "${hex}" digits)
    math(EXPR size "${digits} / 2")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
    string(APPEND text
        "static const unsigned char ${symbol}[] __attribute__((aligned(4))) = {${bytes}0x00};\n"
        "static const size_t ${symbol}_size = ${size};\n")
endforeach()
file(WRITE ${OUT} "${text}")
