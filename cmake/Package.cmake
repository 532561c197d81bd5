# `cpack -G DEB` in the build folder: orjon, and orjon-window where that is built. The same bytes wherever and whenever
# they are made, but for what the release's own compiler makes of them.
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME orjon)
set(ORJON_EPOCH 1795824000) # of data/debian/changelog
set(CPACK_PACKAGE_NAME orjon)
set(CPACK_PACKAGE_VENDOR orjon)
# There is no address yet, and «.invalid» is nobody's; who hands packages on names themselves by «cpack -D».
set(CPACK_PACKAGE_CONTACT "The orjon team <orjon@packages.invalid>")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL orjon)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)

set(CPACK_DEBIAN_ORJON_PACKAGE_NAME orjon)
set(CPACK_COMPONENT_ORJON_DESCRIPTION
    "Fills in the quarterly returns of an office's governance action plans in
Bengali, computes the achieved values, and prints the tables for signature.")
set(CPACK_DEBIAN_ORJON_PACKAGE_DEPENDS "libsqlite3-0 (>= 3.37)")
set(CPACK_DEBIAN_ORJON_PACKAGE_RECOMMENDS "fonts-noto-core, cups-client")
if(WITH_WINDOW)
    list(APPEND CPACK_COMPONENTS_ALL orjon-window)
    set(CPACK_DEBIAN_ORJON-WINDOW_PACKAGE_NAME orjon-window)
    set(CPACK_COMPONENT_ORJON-WINDOW_DESCRIPTION
        "Shows the screens of orjon in a window of their own, where Bengali is drawn as
it is written, on desktops of any kind.")
    set(CPACK_DEBIAN_ORJON-WINDOW_PACKAGE_DEPENDS "orjon (= ${PROJECT_VERSION}-1)")
    set(CPACK_DEBIAN_ORJON-WINDOW_PACKAGE_RECOMMENDS "fonts-noto-core, fonts-noto-mono")
    set(CPACK_DEBIAN_ORJON-WINDOW_PACKAGE_SECTION misc)
endif()
configure_file(cmake/PackageTimes.cmake.in ${PROJECT_BINARY_DIR}/PackageTimes.cmake @ONLY)
configure_file(cmake/PackageConfig.cmake.in ${PROJECT_BINARY_DIR}/PackageConfig.cmake @ONLY)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_BINARY_DIR}/PackageTimes.cmake)
set(CPACK_PROJECT_CONFIG_FILE ${PROJECT_BINARY_DIR}/PackageConfig.cmake)
include(CPack)

# orjon_gzip(OUT FILE): packed, always to the same bytes.
function(orjon_gzip out file)
    find_program(GZIP gzip REQUIRED)
    mark_as_advanced(GZIP)
    get_filename_component(name ${out} NAME)
    add_custom_command(OUTPUT ${out} COMMAND ${GZIP} -9nc ${file} > ${out} DEPENDS ${file}
        COMMENT "Packing ${name}" VERBATIM)
    string(MAKE_C_IDENTIFIER "packed_${out}" target)
    add_custom_target(${target} ALL DEPENDS ${out})
endfunction()
