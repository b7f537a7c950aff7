#include "base/json.hpp"

#include <cstdio>
#include <iterator>
#include <nlohmann/json.hpp>

namespace entente {

namespace {

// Counts lines as the parser reads; the parser looks at most one character ahead of the value it reports.
class LineCounter {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  LineCounter(const char* at, std::size_t* line) : at_(at), line_(line) {}
  reference operator*() const { return *at_; }
  LineCounter& operator++() {
    if (*at_ == '\n') ++*line_;
    ++at_;
    return *this;
  }
  LineCounter operator++(int) {
    LineCounter old = *this;
    ++*this;
    return old;
  }
  bool operator==(const LineCounter& other) const { return at_ == other.at_; }
  bool operator!=(const LineCounter& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  std::size_t* line_;
};

constexpr std::size_t deepest = 200;

}  // namespace

// Receives the parser's events and builds the tree. Values under construction are on a stack of copies that are
// moved into their parent when they end.
class JsonBuilder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit JsonBuilder(const std::size_t* line, const Json::Wanted* wanted = nullptr) : line_(line), wanted_(wanted) {}

  bool null() override { return add({}); }
  bool boolean(bool value) override { return add(scalar(Json::Kind::boolean, value ? 1 : 0, value ? "true" : "false")); }
  bool number_integer(number_integer_t value) override {
    return add(scalar(Json::Kind::number, static_cast<double>(value), std::to_string(value)));
  }
  bool number_unsigned(number_unsigned_t value) override {
    return add(scalar(Json::Kind::number, static_cast<double>(value), std::to_string(value)));
  }
  bool number_float(number_float_t value, const string_t& text) override { return add(scalar(Json::Kind::number, value, text)); }
  bool string(string_t& value) override { return add(scalar(Json::Kind::string, 0, std::move(value))); }
  bool binary(binary_t& /*value*/) override { return fail("binary values are not JSON"); }
  bool start_object(std::size_t /*size*/) override { return open(Json::Kind::object); }
  bool end_object() override { return close(); }
  bool start_array(std::size_t /*size*/) override { return open(Json::Kind::array); }
  bool end_array() override { return close(); }
  bool key(string_t& value) override {
    if (skipped_ > 0) return true;
    if (wanted_ != nullptr && !(*wanted_)(open_.size(), value)) {
      skip_next_ = true;
      return true;
    }
    if (open_.back().find(value) != nullptr) return fail("the key \"" + value + "\" stands twice in one object");
    keys_.back() = std::move(value);
    return true;
  }
  bool parse_error(std::size_t /*position*/, const std::string& last_token, const nlohmann::detail::exception& /*e*/) override {
    return fail("not valid JSON near '" + last_token.substr(0, 40) + "'");
  }

  Json take() { return std::move(root_); }
  const std::string& problem() const { return problem_; }

 private:
  Json scalar(Json::Kind kind, double number, std::string text) const {
    Json value;
    value.kind_ = kind;
    value.number_ = number;
    value.text_ = std::move(text);
    return value;
  }
  bool fail(std::string problem) {
    problem_ = std::move(problem);
    return false;
  }
  bool open(Json::Kind kind) {
    if (open_.size() + skipped_ == deepest) return fail("nested more than 200 deep");
    if (skip_next_ || skipped_ > 0) {
      skip_next_ = false;
      ++skipped_;
      return true;
    }
    open_.emplace_back();
    open_.back().kind_ = kind;
    open_.back().line_ = *line_;
    keys_.emplace_back();
    return true;
  }
  bool close() {
    if (skipped_ > 0) {
      --skipped_;
      return true;
    }
    Json done = std::move(open_.back());
    open_.pop_back();
    keys_.pop_back();
    return add(std::move(done));
  }
  bool add(Json value) {
    if (skip_next_ || skipped_ > 0) {
      skip_next_ = false;
      return true;
    }
    if (value.line_ == 0) value.line_ = *line_;
    if (open_.empty())
      root_ = std::move(value);
    else if (open_.back().kind_ == Json::Kind::array)
      open_.back().items_.push_back(std::move(value));
    else
      open_.back().members_.emplace_back(std::move(keys_.back()), std::move(value));
    return true;
  }

  const std::size_t* line_;
  Json root_;
  std::vector<Json> open_;
  std::vector<std::string> keys_;
  std::string problem_;
  const Json::Wanted* wanted_;
  bool skip_next_ = false;   // the value of a member that is not wanted comes next
  std::size_t skipped_ = 0;  // objects and arrays around the parser that belong to such a value
};

Result<Json> Json::parse(std::string_view text, std::size_t first_line) {
  std::size_t line = first_line;
  JsonBuilder builder(&line);
  const LineCounter begin(text.data(), &line);
  const LineCounter end(text.data() + text.size(), &line);
  if (!nlohmann::json::sax_parse(begin, end, &builder))
    return Error{"invalid-json", builder.problem().empty() ? "not valid JSON" : builder.problem(), {}, line};
  return builder.take();
}

Result<Json> Json::parse_parts(std::string_view line, const Wanted& wanted) {
  const std::size_t number = 1;
  JsonBuilder builder(&number, &wanted);
  if (!nlohmann::json::sax_parse(line.data(), line.data() + line.size(), &builder))
    return Error{"invalid-json", builder.problem().empty() ? "not valid JSON" : builder.problem(), {}, number};
  return builder.take();
}

const Json* Json::find(std::string_view key) const {
  for (const auto& [name, value] : members_)
    if (name == key) return &value;
  return nullptr;
}

std::string json_quote(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          char escape[8];
          std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(static_cast<unsigned char>(c)));
          out += escape;
        } else {
          out += c;
        }
    }
  }
  return out + '"';
}

}  // namespace entente
