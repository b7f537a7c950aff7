// Reading one source.
#include "entente/read.hpp"
#include "read/charset.hpp"
#include "read/dom.hpp"
#include "read/input.hpp"
#include "read/records.hpp"

namespace entente {

namespace {

Article named(const Source& source) {
  Article article;
  article.id = source.id;
  article.file = source.file;
  article.format = source.format;
  return article;
}

void read_text_file(const Source& source, std::string bytes, const std::function<void(Article&&)>& sink, Diagnostics& diagnostics) {
  if (const auto problem = text_problem(bytes, source.file)) {
    diagnostics.push_back(diagnose(*problem));
    return;
  }
  sink(read_text(std::move(bytes), named(source)));
}

void read_html_file(const Source& source, const std::string& bytes, const std::function<void(Article&&)>& sink,
                    Diagnostics& diagnostics) {
  const auto refuse = [&](std::string code, std::string message) {
    diagnostics.push_back({Severity::error, std::move(code), source.file, 0, std::move(message)});
  };
  if (bytes.empty()) return refuse("empty-file", "is empty; there is no article in it");
  const std::string_view format = binary_format(bytes);
  if (!format.empty() && format != "text in UTF-16")
    return refuse("binary-file", "is " + std::string(format) + ", not HTML; it was left out");
  Result<DecodedPage> page = decode_page(bytes);
  if (!page) return refuse(page.error().code, page.error().message);
  if (page->text.find('\0') != std::string::npos) return refuse("binary-file", "holds NUL bytes and is no HTML; it was left out");
  if (nested_too_deeply(page->text)) return refuse("too-deep", "has elements nested more than a thousand deep; it was left out");
  Article article = read_html(page->text, named(source));
  if (article.text.empty()) return refuse("no-text", "holds no readable text; there is no article in it");
  if (page->replaced > 0)
    diagnostics.push_back({Severity::warning, "replaced-bytes", source.file, 0,
                           std::to_string(page->replaced) + " bytes make no sense in the character set " + page->charset +
                               (page->declared ? "" : " (a guess, for none is declared)") + "; U+FFFD stands in their place"});
  sink(std::move(article));
}

}  // namespace

void read_source(const Source& source, const ReadOptions& options, const std::function<void(Article&&)>& sink,
                 Diagnostics& diagnostics) {
  if (source.format == SourceFormat::record) return read_records(source, options, sink, diagnostics);
  Result<std::string> bytes = read_file(source.file, options.max_file_bytes);
  if (!bytes) {
    diagnostics.push_back(diagnose(bytes.error()));
    return;
  }
  if (source.format == SourceFormat::html)
    read_html_file(source, bytes.value(), sink, diagnostics);
  else
    read_text_file(source, std::move(bytes).value(), sink, diagnostics);
}

}  // namespace entente
