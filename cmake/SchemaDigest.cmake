# orjon_schema_digest(TARGET OUT.h): a header of TARGET with the digest of the newest schema, by a program that is made of
# the store's own code and run while building.
function(orjon_schema_digest target out)
    add_executable(schema_digest ${PROJECT_SOURCE_DIR}/tools/schema_digest.c ${PROJECT_SOURCE_DIR}/src/store/known.c)
    target_include_directories(schema_digest PRIVATE ${PROJECT_SOURCE_DIR}/src ${PROJECT_BINARY_DIR}/db)
    target_compile_definitions(schema_digest PRIVATE SCHEMA_DIGEST=NULL) # it is what is to be found out
    target_link_libraries(schema_digest PRIVATE store_code)
    add_custom_command(
        OUTPUT ${out} COMMAND schema_digest ${out} DEPENDS schema_digest COMMENT "Digesting the schema" VERBATIM)
    target_sources(${target} PRIVATE ${out})
endfunction()
