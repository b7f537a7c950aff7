// Readers: files and folders of plain text, HTML and JSONL records -> Articles.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "entente/article.hpp"
#include "entente/diagnostic.hpp"

namespace entente {

// Names of a record's fields in JSONL input. An empty name: that field is not read.
struct FieldNames {
  std::string id = "id", url = "url", title = "title", publisher = "publisher", published = "published", text = "text";
};

struct ReadOptions {
  FieldNames fields;
  std::size_t max_line_bytes = 16u << 20;   // a longer record is refused, the others are read
  std::size_t max_file_bytes = 256u << 20;  // for text and HTML files
};

// One piece of input: a whole text or HTML file, or a JSONL file.
struct Source {
  std::string file;
  SourceFormat format = SourceFormat::text;
};

// Expands files and folders (recursively, sorted by name; hidden files left out) by their endings: .txt .text .md
// .html .htm .jsonl .ndjson .json. A path that does not exist, or a file of an unknown kind named outright,
// is a diagnostic; unknown kinds inside folders are passed over.
std::vector<Source> find_sources(const std::vector<std::string>& paths, Diagnostics& diagnostics);

// Reads a source and calls `sink` for each article, in order. Bad input (unreadable, empty, binary, invalid UTF-8, a
// broken record) is a diagnostic with file and line; the rest is read on. Memory: one article at a time.
void read_source(const Source& source, const ReadOptions& options, const std::function<void(Article&&)>& sink,
                 Diagnostics& diagnostics);

// Articles from memory, for programs that have their own input. `text` must be valid UTF-8.
// Finds blocks, and title, publisher and date where `known` leaves them empty.
Article read_text(std::string text, Article known = {});
Article read_html(const std::string& html, Article known = {});

}  // namespace entente
