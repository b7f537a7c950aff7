#include "train/name_corpus.hpp"

#include <zlib.h>

#include <algorithm>
#include <map>
#include <optional>

#include "base/text.hpp"

namespace entente {

namespace {

struct Row {
  std::string form, pos, tag;
};

std::optional<NameClass> kind_of(std::string_view tag, std::string_view pos) {
  static const std::map<std::string, NameClass, std::less<>> kinds = {{"PER", NameClass::person},
                                                                      {"per", NameClass::person},
                                                                      {"person", NameClass::person},
                                                                      {"politician", NameClass::person},
                                                                      {"ORG", NameClass::organization},
                                                                      {"org", NameClass::organization},
                                                                      {"organisation", NameClass::organization},
                                                                      {"organization", NameClass::organization},
                                                                      {"politicalparty", NameClass::organization},
                                                                      {"LOC", NameClass::place},
                                                                      {"geo", NameClass::place},
                                                                      {"location", NameClass::place},
                                                                      {"country", NameClass::place},
                                                                      {"art", NameClass::other},
                                                                      {"eve", NameClass::other},
                                                                      {"nat", NameClass::other},
                                                                      {"event", NameClass::other},
                                                                      {"election", NameClass::other},
                                                                      {"misc", NameClass::other}};
  // GMB marks states and their adjectives alike.
  if (tag == "gpe" && pos == "NNP") return NameClass::place;
  const auto found = kinds.find(tag);
  return found == kinds.end() ? std::nullopt : std::optional(found->second);
}

bool is_tag(std::string_view text) { return text == "O" || text.starts_with("B-") || text.starts_with("I-"); }

std::optional<Row> parse_row(std::string_view line) {
  std::vector<std::string> columns;
  for (const std::string_view column : split(line, line.find('\t') == std::string_view::npos ? ' ' : '\t'))
    if (!column.empty()) columns.emplace_back(column);
  if (columns.size() < 2) return std::nullopt;
  if (is_tag(columns.back())) return Row{columns[0], columns.size() > 2 ? columns[1] : "", columns.back()};
  if (columns.size() >= 3 && is_tag(columns[2])) return Row{columns[1], "", columns[2]};
  return std::nullopt;
}

// No space before closing punctuation and clitics, none after opening brackets; double quotes alternate.
bool joins(const std::string& text, const std::string& form, bool quote_open) {
  static const std::array<std::string_view, 14> left = {",", ".", ")", "'s", "n't", ":",  ";",
                                                        "?", "!", "%", "'",  "]",   "''", "\xE2\x80\x99s"};
  if (text.empty() || text.back() == '(' || text.back() == '[') return true;
  if (text.back() == '"' && quote_open) return true;
  if (form == "\"") return quote_open;
  return std::find(left.begin(), left.end(), form) != left.end();
}

CorpusSentence join(const std::vector<Row>& rows) {
  CorpusSentence out;
  bool open = false;
  for (const Row& row : rows) {
    if (!joins(out.text, row.form, open)) out.text += ' ';
    if (row.form == "\"") open = !open;
    const auto begin = static_cast<std::uint32_t>(out.text.size());
    out.text += row.form;
    const auto end = static_cast<std::uint32_t>(out.text.size());
    if (row.tag.size() < 3) continue;
    if (row.tag[0] == 'I' && !out.names.empty() && out.names.back().range.end + 1 >= begin) {
      out.names.back().range.end = end;
    } else if (const auto kind = kind_of(row.tag.substr(2), row.pos); kind && row.tag[0] == 'B') {
      out.names.push_back({{begin, end}, *kind});
    }
  }
  return out;
}

}  // namespace

Result<std::vector<CorpusSentence>> read_names(const std::string& file) {
  gzFile in = gzopen(file.c_str(), "rb");
  if (in == nullptr) return Error{"file-not-found", "cannot be read; does it exist?", file, 0};
  std::vector<CorpusSentence> out;
  std::vector<Row> rows;
  std::array<char, 1 << 16> buffer{};
  std::size_t line_number = 0;
  std::size_t bad = 0;
  while (gzgets(in, buffer.data(), static_cast<int>(buffer.size())) != nullptr) {
    ++line_number;
    const std::string_view line = trim(buffer.data());
    if (line.empty()) {
      if (!rows.empty()) out.push_back(join(rows));
      rows.clear();
    } else if (!line.starts_with("# ")) {
      const std::optional<Row> row = parse_row(line);
      if (row) rows.push_back(*row);
      if (!row && bad == 0) bad = line_number;
    }
  }
  gzclose(in);
  if (!rows.empty()) out.push_back(join(rows));
  if (bad != 0) return Error{"bad-corpus", "this line has no token with an IOB tag", file, bad};
  return out;
}

}  // namespace entente
