# A room is a folder of src/: one object library that sees include/entente and its own folder's neighbours by path
# ("read/html.hpp"). Its tests are the folder of the same name in tests/, one Catch2 program.

add_library(entente_options INTERFACE)
target_compile_options(entente_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion)
# GCC 12 warns of overlaps that are none in std::string's operator+ (PR 105651).
target_compile_options(entente_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
if(ENTENTE_WERROR)
  target_compile_options(entente_options INTERFACE -Werror)
endif()
if(ENTENTE_SANITIZE)
  # For all targets: whatever links an instrumented library has to bring the sanitizers' runtime.
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

# entente_room(NAME SOURCES a.cpp ... [LIBRARIES lib ...]): the libraries are seen by this room alone.
function(entente_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LIBRARIES" ${ARGN})
  add_library(entente_${name} OBJECT ${ROOM_SOURCES})
  target_include_directories(entente_${name} PUBLIC ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(entente_${name} PRIVATE entente_options ${ROOM_LIBRARIES})
  set_target_properties(entente_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
endfunction()

# entente_test(NAME SOURCES a.cpp ... ROOMS base read ...): a test program that links just the rooms it needs.
function(entente_test name)
  cmake_parse_arguments(TEST "" "" "SOURCES;ROOMS" ${ARGN})
  add_executable(test_${name} ${TEST_SOURCES})
  target_include_directories(test_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  foreach(room ${TEST_ROOMS})
    target_link_libraries(test_${name} PRIVATE entente_${room})
  endforeach()
  target_link_libraries(test_${name} PRIVATE entente_options entente_test_main)
  target_compile_definitions(test_${name} PRIVATE ENTENTE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  catch_discover_tests(test_${name} PROPERTIES TIMEOUT 120)
endfunction()
