// The order of the house: a room includes the public headers and rooms of a strictly lower level, and a library that
// belongs to one room is included there alone.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

const std::map<std::string, int> levels = {{"base", 0},   {"model", 1},    {"rdf", 1},     {"knowledge", 2}, {"read", 3},
                                           {"import", 3}, {"annotate", 3}, {"extract", 3}, {"merge", 3},     {"emit", 4},
                                           {"query", 4},  {"pipeline", 5}, {"cli", 6},     {"train", 6}};

struct Include {
  std::string file;  // relative to the source tree
  std::string room;
  std::string target;  // as written between the quotes or brackets
  bool quoted = false;
};

std::vector<Include> includes_below(const fs::path& folder, const std::string& fixed_room) {
  std::vector<Include> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".hpp" && ending != ".cpp") continue;
    const fs::path relative = fs::relative(entry.path(), folder);
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) {
      if (line.rfind("#include ", 0) != 0 || line.size() < 11) continue;
      const bool quoted = line[9] == '"';
      const std::size_t end = line.find(quoted ? '"' : '>', 10);
      const std::string room = fixed_room.empty() ? relative.begin()->string() : fixed_room;
      found.push_back({relative.string(), room, line.substr(10, end - 10), quoted});
    }
  }
  return found;
}

const fs::path source = ENTENTE_SOURCE_DIR;

}  // namespace

TEST_CASE("rooms include only rooms of a lower level", "[house]") {
  const auto all = includes_below(source / "src", "");
  REQUIRE(all.size() > 50);
  for (const Include& include : all) {
    INFO(include.file << " includes " << include.target);
    REQUIRE(levels.count(include.room) == 1);
    if (!include.quoted) continue;
    const std::string room = include.target.substr(0, include.target.find('/'));
    if (room == "entente" || room == include.room) continue;
    REQUIRE(levels.count(room) == 1);
    CHECK(levels.at(room) < levels.at(include.room));
  }
}

TEST_CASE("public headers include public headers and the standard library alone", "[house]") {
  for (const Include& include : includes_below(source / "include" / "entente", "include")) {
    INFO(include.file << " includes " << include.target);
    if (include.quoted)
      CHECK(include.target.rfind("entente/", 0) == 0);
    else
      CHECK(include.target.find_first_of("./") == std::string::npos);
  }
}

TEST_CASE("a library is seen by its own room", "[house]") {
  const std::map<std::string, std::string> owner = {{"serd/", "rdf"},      {"sord/", "rdf"}, {"boost/", "merge"},
                                                    {"nlohmann/", "base"}, {"CLI/", "cli"},  {"gumbo.h", "read"},
                                                    {"bzlib.h", "import"}};
  for (const Include& include : includes_below(source / "src", ""))
    for (const auto& [library, room] : owner)
      if (!include.quoted && include.target.rfind(library, 0) == 0) {
        INFO(include.file << " includes " << include.target);
        CHECK(include.room == room);
      }
}

TEST_CASE("public headers are short enough to be read", "[house]") {
  for (const auto& entry : fs::directory_iterator(source / "include" / "entente")) {
    std::ifstream in(entry.path());
    std::size_t lines = 0;
    for (std::string line; std::getline(in, line);) ++lines;
    INFO(entry.path());
    CHECK(lines <= 200);
  }
}

TEST_CASE("only the command prints or exits", "[house]") {
  for (const auto& entry : fs::recursive_directory_iterator(source / "src")) {
    const std::string room = fs::relative(entry.path(), source / "src").begin()->string();
    if (entry.path().extension() != ".cpp" || levels.at(room) >= 6) continue;
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) {
      INFO(entry.path() << ": " << line);
      for (const char* word :
           {"std::cout", "std::cerr", "printf(stderr", "std::printf(", "std::puts(", "std::exit(", "std::abort("})
        CHECK(line.find(word) == std::string::npos);
    }
  }
}
