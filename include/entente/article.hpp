// Article: one text as it was published, with what is known about it. Made by the readers (read.hpp).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/date.hpp"

namespace entente {

// A half-open stretch [begin, end). In articles the unit is the byte of the UTF-8 text; in documents the member's
// comment says whether it is bytes or tokens.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool contains(Range other) const { return begin <= other.begin && other.end <= end; }
  bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  bool overlaps(Range other) const { return begin < other.end && other.begin < end; }
  auto operator<=>(const Range&) const = default;
};

// What a block of the text is. Only title, subtitle, paragraph and caption are read for claims.
enum class BlockKind : std::uint8_t {
  title,        // the article's own headline
  subtitle,     // subheads and standfirst
  paragraph,    // running text, list items
  caption,      // what a picture shows; not who took it
  boilerplate,  // navigation, share buttons, credits, crawl dates, other articles' headlines, sign-up lines ...
};

struct Block {
  Range range;  // bytes of Article::text
  BlockKind kind = BlockKind::paragraph;
};

enum class SourceFormat : std::uint8_t { text, html, record };

struct Article {
  std::string id;   // dct:identifier: a file's name without its ending, or a record's id
  std::string url;  // empty = unknown, as all that follows
  std::string title;
  std::string publisher;      // "TASS", "NPR"
  PartialDate published;      // never the date of crawling
  std::string text;           // valid UTF-8; the file as it stands for plain text, the text field for a record, the
                              // extracted text for HTML. All evidence offsets are offsets into this text.
  std::vector<Block> blocks;  // ascending, disjoint, each within one line or paragraph; white space is outside of blocks

  // Where the bytes came from, so that `entente verify` can read them again.
  std::string file;      // path as the user gave it
  std::size_t line = 0;  // of the record in a JSONL file, 1-based; 0 for other formats
  SourceFormat format = SourceFormat::text;
};

}  // namespace entente
