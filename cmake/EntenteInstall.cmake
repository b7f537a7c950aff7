# Installs the library, its headers, the data and a package config, so that another project can find_package(entente).
include(CMakePackageConfigHelpers)
set(ENTENTE_DATA ${CMAKE_INSTALL_DATADIR}/entente)
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/entente)

install(TARGETS entente_library EXPORT ententeTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY include/entente DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY ontology DESTINATION ${ENTENTE_DATA} PATTERN make EXCLUDE PATTERN knowledge.index EXCLUDE)
install(DIRECTORY examples/queries DESTINATION ${ENTENTE_DATA})
install(FILES LICENSE NOTICE DESTINATION ${ENTENTE_DATA})
install(EXPORT ententeTargets NAMESPACE entente:: DESTINATION ${package})
configure_package_config_file(cmake/ententeConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/ententeConfig.cmake
                              INSTALL_DESTINATION ${package} PATH_VARS ENTENTE_DATA)
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/ententeConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/ententeConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/ententeConfigVersion.cmake DESTINATION ${package})
