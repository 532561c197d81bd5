# orjon_embed(OUT.h SYMBOL=FILE …): a header with each file as a NUL-terminated byte array SYMBOL and its
# length SYMBOL_size. The lists are written out, never globbed, so that a build is reproducible.
function(orjon_embed out)
    set(files "")
    foreach(pair ${ARGN})
        string(REGEX REPLACE "^[^=]*=" "" file ${pair})
        list(APPEND files ${file})
    endforeach()
    add_custom_command(
        OUTPUT ${out}
        COMMAND ${CMAKE_COMMAND} -DOUT=${out} "-DPAIRS=${ARGN}" -P ${PROJECT_SOURCE_DIR}/cmake/EmbedFiles.cmake
        DEPENDS ${files} ${PROJECT_SOURCE_DIR}/cmake/EmbedFiles.cmake
        COMMENT "Embedding ${out}" VERBATIM)
endfunction()
