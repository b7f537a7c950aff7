// Which files are read, and the ids of their articles.
#include <algorithm>

#include "helpers.hpp"

using namespace entente;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> codes(const Diagnostics& diagnostics) {
  std::vector<std::string> found;
  for (const Diagnostic& diagnostic : diagnostics) found.push_back(diagnostic.code);
  return found;
}

const char* const sentence = "The ministers of both countries met in Vienna on Monday.\n";

}  // namespace

TEST_CASE("folders are read recursively and in order", "[read]") {
  const TemporaryFolder folder;
  for (const char* name :
       {"b.txt", "a/z.html", "a/y.jsonl", "c.MD", "notes.pdf", "README.md", "a/ReadMe.txt", ".hidden.txt", ".git/x.txt"})
    folder.write(name, sentence);
  Diagnostics diagnostics;
  std::vector<std::string> names;
  for (const Source& source : find_sources({folder.path.string()}, diagnostics))
    names.push_back(fs::relative(source.file, folder.path).string());
  CHECK(names == std::vector<std::string>{"a/y.jsonl", "a/z.html", "b.txt", "c.MD"});
  CHECK(diagnostics.empty());
}

TEST_CASE("the order and overlap of inputs do not matter", "[read]") {
  const TemporaryFolder folder;
  const std::string a = folder.write("a.txt", sentence);
  const std::string b = folder.write("b.txt", std::string("In Rome, ") + sentence);
  Diagnostics diagnostics;
  const auto once = find_sources({a, b}, diagnostics);
  const auto again = find_sources({b, folder.path.string(), a, b}, diagnostics);
  REQUIRE(once.size() == 2);
  REQUIRE(again.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(once[i].file == again[i].file);
    CHECK(once[i].id == again[i].id);
  }
  CHECK(diagnostics.empty());
}

TEST_CASE("files of one name get different ids, wherever they lie and in whatever order", "[read]") {
  const TemporaryFolder folder;
  const std::string x = folder.write("x/report.txt", "In Oslo the ministers met on Monday.\n");
  const std::string y = folder.write("y/report.txt", "In Rome the ministers met on Monday.\n");
  Diagnostics diagnostics;
  const auto sources = find_sources({x, y}, diagnostics);
  REQUIRE(sources.size() == 2);
  CHECK(sources[0].id != sources[1].id);
  CHECK(sources[0].id.rfind("report-", 0) == 0);
  CHECK(codes(diagnostics) == std::vector<std::string>{"same-name", "same-name"});
  // The same two articles elsewhere, under names that sort the other way round.
  folder.write("moved/1/report.txt", "In Rome the ministers met on Monday.\n");
  folder.write("moved/2/report.txt", "In Oslo the ministers met on Monday.\n");
  const auto moved = find_sources({(folder.path / "moved").string()}, diagnostics);
  REQUIRE(moved.size() == 2);
  CHECK(moved[0].id == sources[1].id);
  CHECK(moved[1].id == sources[0].id);
}

TEST_CASE("one article in two folders is read once", "[read]") {
  const TemporaryFolder folder;
  folder.write("x/report.txt", sentence);
  folder.write("y/report.txt", sentence);
  Diagnostics diagnostics;
  const auto sources = find_sources({folder.path.string()}, diagnostics);
  REQUIRE(sources.size() == 1);
  CHECK(sources[0].id == "report");
  CHECK(sources[0].file == (folder.path / "x/report.txt").string());
  CHECK(codes(diagnostics) == std::vector<std::string>{"duplicate-file"});
}

TEST_CASE("a folder without articles, and files of unknown kinds", "[read]") {
  const TemporaryFolder folder;
  const std::string picture = folder.write("sub/picture.png", "x");
  Diagnostics diagnostics;
  CHECK(find_sources({folder.path.string()}, diagnostics).empty());
  CHECK(codes(diagnostics) == std::vector<std::string>{"no-articles"});
  diagnostics.clear();
  CHECK(find_sources({picture}, diagnostics).empty());
  CHECK(codes(diagnostics) == std::vector<std::string>{"unknown-format"});
}

TEST_CASE("links that lead in a circle end", "[read]") {
  const TemporaryFolder folder;
  folder.write("a/b/article.txt", sentence);
  fs::create_directory_symlink(folder.path / "a", folder.path / "a/b/up");
  fs::create_symlink("self.txt", folder.path / "self.txt");
  Diagnostics diagnostics;
  CHECK(find_sources({folder.path.string()}, diagnostics).size() == 1);
  CHECK(codes(diagnostics) == std::vector<std::string>{"directory-loop"});
  diagnostics.clear();
  CHECK(find_sources({(folder.path / "self.txt").string()}, diagnostics).empty());
  CHECK(codes(diagnostics) == std::vector<std::string>{"file-not-found"});
}

TEST_CASE("a link to a folder elsewhere is followed", "[read]") {
  const TemporaryFolder folder;
  const TemporaryFolder elsewhere;
  elsewhere.write("article.txt", sentence);
  fs::create_directory_symlink(elsewhere.path, folder.path / "link");
  Diagnostics diagnostics;
  const auto sources = find_sources({folder.path.string()}, diagnostics);
  REQUIRE(sources.size() == 1);
  CHECK(sources[0].file == (folder.path / "link/article.txt").string());
  CHECK(diagnostics.empty());
}
