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
  // Of the one article in a text or HTML file; empty for records, which bring their own. It is the file's name without
  // its ending. Where several files share that name ("2014/index.html", "2015/index.html"), each gets it with a hyphen
  // and eight hexadecimal digits of its content's hash, so that ids depend neither on the order nor on the place of the
  // files. Files with the same name and the same content are one article: the first path in sorting order is kept.
  std::string id;
};

// Expands files and folders by their endings: .txt .text .md .html .htm .xhtml .jsonl .ndjson .json. Folders are read
// recursively, symbolic links followed; hidden files and README files are left out. The result is sorted by path and has every file
// once, whatever the order and overlap of `paths`. Diagnostics: file-not-found, permission-denied, not-a-file (FIFO, device),
// unknown-format (a file named outright; inside folders other files are passed over), directory-loop, no-articles (a
// folder without any), same-name and duplicate-file (see Source::id).
std::vector<Source> find_sources(const std::vector<std::string>& paths, Diagnostics& diagnostics);

// Reads a source and calls `sink` for each article, in order. Bad input is a diagnostic with file and line; the rest is
// read on. Memory: one article at a time, and for JSONL at most one line. Codes:
//   any file   file-not-found permission-denied not-a-file read-error empty-file
//   text       file-too-large binary-file invalid-utf8 (with byte offset): the file is left out
//   HTML       file-too-large binary-file unknown-charset too-deep no-text: left out; replaced-bytes: a warning
//   records    line-too-long invalid-utf8 invalid-json not-a-record missing-field wrong-type empty-text binary-text
//              duplicate-id: the record is left out; unknown-date, and wrong-type of a field other than id and text: a
//              warning, the field is unknown
// A record without an id gets the file's name without its ending, a hyphen and its line number. Ids are unique within a
// source; whether a record's id occurs in another source too, only the caller can know.
void read_source(const Source& source, const ReadOptions& options, const std::function<void(Article&&)>& sink,
                 Diagnostics& diagnostics);

// Articles from memory, for programs that have their own input. `text` and `html` must be valid UTF-8.
// Finds blocks, and url, title, publisher and date where `known` leaves them empty. An article of HTML without readable
// text, or nested more than a thousand elements deep, has an empty text.
Article read_text(std::string text, Article known = {});
Article read_html(const std::string& html, Article known = {});

}  // namespace entente
