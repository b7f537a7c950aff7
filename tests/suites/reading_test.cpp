// The suites in reading/ and outlets/: every article against its listing.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "entente/read.hpp"

using namespace entente;
namespace fs = std::filesystem;

namespace {

std::string listing_of(const Article& article) {
  static constexpr char marks[] = {'T', 'S', 'P', 'C', '-'};
  std::string listing = "title: " + article.title + "\npublisher: " + article.publisher +
                        "\npublished: " + to_string(article.published) + "\nurl: " + article.url + "\n\n";
  for (const Block& block : article.blocks) {
    listing += marks[static_cast<int>(block.kind)];
    listing += ' ';
    for (const char c : article.text.substr(block.range.begin, block.range.size()))
      if (c == '\n')
        listing += "⏎";
      else if (c != '\r')
        listing += c;
    listing += '\n';
  }
  return listing;
}

std::string content_of(const fs::path& file) {
  std::ostringstream content;
  content << std::ifstream(file, std::ios::binary).rdbuf();
  return content.str();
}

}  // namespace

TEST_CASE("pages are read as their listings say", "[suites]") {
  const fs::path suite = fs::path(ENTENTE_SOURCE_DIR) / "tests/suites" / GENERATE("reading", "outlets");
  Diagnostics diagnostics;
  std::set<std::string> read;
  for (const Source& source : find_sources({(suite / "articles").string()}, diagnostics))
    read_source(
        source, {},
        [&](Article&& article) {
          INFO(article.file);
          read.insert(article.id + ".txt");
          CHECK(listing_of(article) == content_of(suite / "expected" / (article.id + ".txt")));
        },
        diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) FAIL_CHECK(to_line(diagnostic));
  std::set<std::string> expected;
  for (const auto& entry : fs::directory_iterator(suite / "expected")) expected.insert(entry.path().filename().string());
  CHECK(read == expected);
}
