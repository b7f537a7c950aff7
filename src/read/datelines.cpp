#include "read/datelines.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "read/credits.hpp"
#include "read/lists.hpp"

namespace entente {

namespace {

constexpr std::size_t longest = 120;        // bytes; a dateline is a place, a date and an agency
constexpr std::size_t longest_source = 60;  // between brackets or slashes
constexpr auto none = std::string_view::npos;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool is_capitals(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_capital) &&
         std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_news_source(std::string_view name) { return names_agency(name) || !publisher_of_name(name).empty(); }

// A place in capitals ("KYIV, Ukraine", "UNITED NATIONS", "MOSCOW/BRUSSELS") or, before an agency, in mixed case.
bool is_place(std::string_view text, bool mixed_case) {
  const std::string_view place = trim(text.substr(0, text.find_first_of(",/")));
  if (place.empty() || !is_capital(place.front()) || word_count(text) > 9) return false;
  return is_capitals(place) || (mixed_case && word_count(place) <= 3 && is_credit_like(place));
}

std::size_t after_spaces(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t next = at;
    if (!is_space(next_code_point(text, next))) break;
    at = next;
  }
  return at;
}

// Length of a dash that ends a dateline, with the space after it.
std::size_t dash_at(std::string_view text, std::size_t at) {
  for (const std::string_view dash : {"—", "–", "--", "-", "―", "−"})
    if (text.substr(at, dash.size()) == dash) return after_spaces(text, at + dash.size()) - at;
  return 0;
}

// PLACE, Month day. /AGENCY/. Text
std::size_t slashed(std::string_view paragraph) {
  const std::string_view head = paragraph.substr(0, longest);
  const std::size_t open = head.find(" /") != none ? head.find(" /") + 1 : head.find("./") + 1;
  if (open < 4) return 0;
  const std::size_t close = head.find('/', open + 1);
  if (close == none || close - open > longest_source) return 0;
  const std::string_view source = head.substr(open + 1, close - open - 1);
  const bool known = is_news_source(source);
  const bool looks_like_source =
      is_credit_like(source) && word_count(source) <= 3 && close + 1 < head.size() && head[close + 1] == '.';
  if (!(known || looks_like_source) || !is_place(head.substr(0, open), known)) return 0;
  std::size_t end = close + 1;
  if (end < head.size() && (head[end] == '.' || head[end] == ':')) ++end;
  end = after_spaces(paragraph, end);
  return end + dash_at(paragraph, end);
}

// PLACE, Month day (Agency) - Text; some leave out the dash, or the place.
std::size_t bracketed(std::string_view paragraph) {
  const std::string_view head = paragraph.substr(0, longest);
  const std::size_t open = head.find('(');
  const std::size_t close = open == none ? none : head.find(')', open);
  if (close == none || close - open > longest_source) return 0;
  const std::string_view place = trim(head.substr(0, open));
  const std::string_view source = head.substr(open + 1, close - open - 1);
  const bool known = is_news_source(source);
  const bool acronym = is_capitals(source) && source.size() >= 2 && word_count(source) == 1 &&
                       (word_count(place) <= 1 || place.find_first_of("0123456789") != none);
  if (place.empty() ? !known : !is_place(place, known || acronym)) return 0;
  const std::size_t at = after_spaces(paragraph, close + 1);
  if (const std::size_t dash = dash_at(paragraph, at)) return at + dash;
  const bool goes_on = at < paragraph.size() && is_capital(paragraph[at]);
  return known && goes_on && (place.empty() || is_capitals(place) || !publisher_of_name(source).empty()) ? at : 0;
}

// PLACE, Month day — Text: without an agency the place must stand in capitals.
std::size_t dashed(std::string_view paragraph) {
  const std::string_view head = paragraph.substr(0, longest);
  for (const std::string_view dash : {" — ", " – ", " -- ", " - ", "— "}) {
    const std::size_t at = head.find(dash);
    if (at > 60 || at < 4 || !is_place(head.substr(0, at), false)) continue;
    const std::size_t end = after_spaces(paragraph, at + dash.size());
    // "NATO - an alliance - said": the sentence behind a dateline begins with a capital.
    if (end < paragraph.size() && !(paragraph[end] >= 'a' && paragraph[end] <= 'z')) return end;
  }
  return 0;
}

}  // namespace

std::size_t dateline_length(std::string_view paragraph) {
  if (const std::size_t length = slashed(paragraph)) return length;
  if (const std::size_t length = bracketed(paragraph)) return length;
  return dashed(paragraph);
}

std::string_view dateline_agency(std::string_view dateline) {
  for (const auto& [opener, closer] : {std::pair('/', '/'), std::pair('(', ')')}) {
    const std::size_t open = dateline.find(opener);
    const std::size_t close = open == none ? none : dateline.find(closer, open + 1);
    if (close == none) continue;
    std::string_view name = dateline.substr(open + 1, close - open - 1);
    name = trim(name.substr(0, name.find_first_of("/;")));
    if (!name.empty() && is_credit_like(name)) return name;
  }
  return {};
}

}  // namespace entente
