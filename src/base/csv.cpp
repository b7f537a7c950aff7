#include "base/csv.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace entente {

namespace {

Error bad(std::string message, std::size_t line) { return Error{"bad-csv", std::move(message), {}, line}; }

class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : text_(text) {}

  Result<std::vector<CsvRow>> rows() {
    std::vector<CsvRow> rows;
    while (at_ < text_.size()) {
      CsvRow row{line_, {}};
      do {
        if (const Outcome read = field(row.fields.emplace_back()); !read) return read.error();
      } while (take(','));
      end_of_line();
      if (row.fields.size() > 1 || !row.fields[0].empty()) rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  bool take(char c) {
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool at_end_of_field() const { return at_ == text_.size() || text_[at_] == ',' || text_[at_] == '\n' || text_[at_] == '\r'; }
  void end_of_line() {
    take('\r');
    if (take('\n') || at_ < text_.size()) ++line_;
  }

  Outcome field(std::string& out) {
    if (take('"')) return quoted(out);
    while (!at_end_of_field()) {
      if (text_[at_] == '"')
        return bad("a quotation mark inside a field that does not begin with one: quote the whole field", line_);
      out += text_[at_++];
    }
    return Done{};
  }

  Outcome quoted(std::string& out) {
    const std::size_t opened = line_;
    for (;; ++at_) {
      if (at_ == text_.size()) return bad("the quotation mark that opens here is not closed", opened);
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] == '"' && (++at_ == text_.size() || text_[at_] != '"')) break;
      out += text_[at_];
    }
    if (!at_end_of_field()) return bad("text after the closing quotation mark of a field", line_);
    return Done{};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

}  // namespace

Result<std::vector<CsvRow>> parse_csv(std::string_view text) {
  if (const auto wrong = invalid_utf8(text))
    return bad("not valid UTF-8: save the table as UTF-8",
               1 + static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*wrong), '\n')));
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.substr(0, byte_order_mark.size()) == byte_order_mark) text.remove_prefix(byte_order_mark.size());
  return CsvReader(text).rows();
}

}  // namespace entente
