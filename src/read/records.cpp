#include "read/records.hpp"

#include <filesystem>
#include <set>

#include "base/json.hpp"
#include "base/text.hpp"
#include "read/dates.hpp"
#include "read/input.hpp"

namespace entente {

namespace {

class RecordReader {
 public:
  RecordReader(const Source& source, const ReadOptions& options, const std::function<void(Article&&)>& sink,
               Diagnostics& diagnostics)
      : source_(source), options_(options), sink_(sink), diagnostics_(diagnostics) {}

  // One line of JSONL.
  void read_line(const InputLine& line) {
    if (line.too_long) {
      report(Severity::error, "line-too-long", line.number,
             "the line has " + std::to_string(line.bytes) + " bytes, more than the limit of " +
                 std::to_string(options_.max_line_bytes) + "; its record was left out");
      return;
    }
    std::string_view text = line.text;
    if (line.number == 1 && text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
    if (trim(text).empty()) return;
    if (const auto at = invalid_utf8(text)) {
      report(Severity::error, "invalid-utf8", line.number,
             "not valid UTF-8 at byte " + std::to_string(*at) + " of the line; the record was left out");
      return;
    }
    const Result<Json> json = Json::parse(text, line.number);
    if (!json) {
      report(Severity::error, json.error().code, line.number, json.error().message + "; the record was left out");
      return;
    }
    read_value(json.value(), line.number);
  }

  // A whole file: one object, an array of objects, or JSONL under the name of .json.
  void read_document(const std::string& bytes) {
    std::string_view text = bytes;
    if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
    const Result<Json> json = Json::parse(text);
    if (json && json.value().is(Json::Kind::array)) {
      for (const Json& item : json.value().items()) read_value(item, item.line());
    } else if (json) {
      read_value(json.value(), json.value().line());
    } else if (is_lines(text)) {
      std::size_t number = 0;
      for (const std::string_view line : split(text, '\n')) {
        ++number;
        read_line({number, line.size(), line, line.size() > options_.max_line_bytes});
      }
    } else {
      report(Severity::error, json.error().code, json.error().line, json.error().message + "; no record of the file was read");
    }
  }

  std::size_t count() const { return count_; }
  bool complained() const { return complained_; }

 private:
  static bool is_lines(std::string_view text) {
    for (const std::string_view line : split(text, '\n')) {
      if (trim(line).empty()) continue;
      const Result<Json> first = Json::parse(line);
      return first && first.value().is(Json::Kind::object);
    }
    return false;
  }

  void report(Severity severity, std::string code, std::size_t line, std::string message) {
    complained_ = true;
    diagnostics_.push_back({severity, std::move(code), source_.file, line, std::move(message)});
  }

  void read_value(const Json& json, std::size_t line) {
    if (!json.is(Json::Kind::object)) {
      report(Severity::error, "not-a-record", line, "a record must be a JSON object; this one was left out");
      return;
    }
    const FieldNames& names = options_.fields;
    Article article;
    article.file = source_.file;
    article.line = line;
    article.format = SourceFormat::record;
    if (!read_id(json, line, article.id) || !read_body(json, line, article.text)) return;
    article.url = optional_field(json, names.url, line);
    article.title = plain_spaces(optional_field(json, names.title, line));
    article.publisher = plain_spaces(optional_field(json, names.publisher, line));
    read_date(json, line, article.published);
    if (!ids_.insert(article.id).second) {
      report(Severity::error, "duplicate-id", line,
             "the id \"" + article.id + "\" stands in an earlier record of the file; this one was left out");
      return;
    }
    ++count_;
    std::string text = std::move(article.text);
    sink_(read_text(std::move(text), std::move(article)));
  }

  // Text or a number; without one the file's name and the line make the id.
  bool read_id(const Json& json, std::size_t line, std::string& id) {
    const Json* value = options_.fields.id.empty() ? nullptr : json.find(options_.fields.id);
    if (value != nullptr && (value->is(Json::Kind::string) || value->is(Json::Kind::number))) id = plain_spaces(value->text());
    if (value != nullptr && !value->is(Json::Kind::string) && !value->is(Json::Kind::number) && !value->is(Json::Kind::null)) {
      report(Severity::error, "wrong-type", line,
             "the field \"" + options_.fields.id + "\" must be text or a number; the record was left out");
      return false;
    }
    if (id.empty()) id = std::filesystem::path(source_.file).stem().string() + "-" + std::to_string(line);
    return true;
  }

  bool read_body(const Json& json, std::size_t line, std::string& text) {
    const std::string& name = options_.fields.text;
    const Json* value = json.find(name);
    if (value == nullptr || value->is(Json::Kind::null)) {
      report(Severity::error, "missing-field", line, "the record has no field \"" + name + "\"; it was left out");
      return false;
    }
    if (!value->is(Json::Kind::string)) {
      report(Severity::error, "wrong-type", line, "the field \"" + name + "\" must be text; the record was left out");
      return false;
    }
    if (trim(value->text()).empty()) {
      report(Severity::error, "empty-text", line,
             "the field \"" + name + "\" holds nothing but white space; the record was left out");
      return false;
    }
    if (value->text().find('\0') != std::string::npos) {
      report(Severity::error, "binary-text", line, "the field \"" + name + "\" holds a NUL character; the record was left out");
      return false;
    }
    text = value->text();
    return true;
  }

  std::string optional_field(const Json& json, const std::string& name, std::size_t line) {
    const Json* value = name.empty() ? nullptr : json.find(name);
    if (value == nullptr || value->is(Json::Kind::null)) return {};
    if (value->is(Json::Kind::string) && value->text().find('\0') == std::string::npos) return value->text();
    report(Severity::warning, "wrong-type", line, "the field \"" + name + "\" must be text; it was taken as unknown");
    return {};
  }

  void read_date(const Json& json, std::size_t line, PartialDate& published) {
    const std::string& name = options_.fields.published;
    const std::string written = optional_field(json, name, line);
    if (trim(written).empty()) return;
    const auto iso = parse_iso_date(trim(written));
    published = iso ? *iso : find_date(written);
    if (!published.known())
      report(
          Severity::warning, "unknown-date", line,
          "the field \"" + name + "\" is no date that could be read (\"" + written.substr(0, 40) + "\"); it was taken as unknown");
  }

  const Source& source_;
  const ReadOptions& options_;
  const std::function<void(Article&&)>& sink_;
  Diagnostics& diagnostics_;
  std::set<std::string> ids_;
  std::size_t count_ = 0;
  bool complained_ = false;
};

bool is_one_document(const std::string& file) { return lower(std::filesystem::path(file).extension().string()) == ".json"; }

}  // namespace

void read_records(const Source& source, const ReadOptions& options, const std::function<void(Article&&)>& sink,
                  Diagnostics& diagnostics) {
  RecordReader reader(source, options, sink, diagnostics);
  if (is_one_document(source.file)) {
    const Result<std::string> bytes = read_file(source.file, options.max_file_bytes);
    if (!bytes) {
      diagnostics.push_back(diagnose(bytes.error()));
      return;
    }
    if (const auto problem = text_problem(bytes.value(), source.file)) {
      diagnostics.push_back(diagnose(*problem));
      return;
    }
    reader.read_document(bytes.value());
  } else {
    const Outcome outcome = read_lines(source.file, options.max_line_bytes, [&](const InputLine& line) { reader.read_line(line); });
    if (!outcome) {
      diagnostics.push_back(diagnose(outcome.error()));
      return;
    }
  }
  if (reader.count() == 0 && !reader.complained())
    diagnostics.push_back({Severity::error, "empty-file", source.file, 0, "holds no record; there is no article in it"});
}

}  // namespace entente
