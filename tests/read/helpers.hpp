// What the tests of the readers share: blocks by their text, and a folder that vanishes with the test.
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "entente/read.hpp"

namespace entente {

inline std::string block_text(const Article& article, const Block& block) {
  return article.text.substr(block.range.begin, block.range.size());
}

// "title: Ministers meet" for every block, in order.
inline std::vector<std::string> blocks_of(const Article& article) {
  static constexpr const char* names[] = {"title", "subtitle", "paragraph", "caption", "boilerplate"};
  std::vector<std::string> lines;
  for (const Block& block : article.blocks)
    lines.push_back(std::string(names[static_cast<int>(block.kind)]) + ": " + block_text(article, block));
  return lines;
}

// The kind of the block that holds these words; fails if no block does.
inline BlockKind kind_of(const Article& article, std::string_view words) {
  for (const Block& block : article.blocks)
    if (block_text(article, block).find(words) != std::string::npos) return block.kind;
  FAIL("no block holds: " << words);
  return BlockKind::boilerplate;
}

// What must hold of every article: blocks ascend, are disjoint, trimmed and not empty.
inline void check_blocks(const Article& article) {
  std::uint32_t last = 0;
  for (const Block& block : article.blocks) {
    REQUIRE(block.range.begin >= last);
    REQUIRE(block.range.end <= article.text.size());
    REQUIRE_FALSE(block.range.empty());
    const std::string text = block_text(article, block);
    CHECK(std::string(" \t\r\n").find(text.front()) == std::string::npos);
    CHECK(std::string(" \t\r\n").find(text.back()) == std::string::npos);
    last = block.range.end;
  }
}

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "entente-read-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() { std::filesystem::remove_all(path); }

  std::string write(const std::string& name, std::string_view content) const {
    const std::filesystem::path file = path / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
    return file.string();
  }

  std::filesystem::path path;
};

struct ReadResult {
  std::vector<Article> articles;
  Diagnostics diagnostics;
};

inline ReadResult read_path(const std::string& path, const ReadOptions& options = {}) {
  ReadResult result;
  for (const Source& source : find_sources({path}, result.diagnostics))
    read_source(
        source, options, [&](Article&& article) { result.articles.push_back(std::move(article)); }, result.diagnostics);
  return result;
}

}  // namespace entente
