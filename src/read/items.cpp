#include "read/items.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "read/dates.hpp"
#include "read/lists.hpp"

namespace entente {

namespace {

bool is_url(std::string_view text) {
  const bool scheme = starts_with_ignoring_case(text, "http://") || starts_with_ignoring_case(text, "https://") ||
                      starts_with_ignoring_case(text, "www.");
  return scheme && text.find_first_of(" \t\n") == std::string_view::npos;
}

// Half or more of its letters belong to another script than English: a message of the page, or text in a wrong charset.
bool is_foreign(std::string_view text) {
  if (std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; })) return false;
  std::size_t latin = 0;
  std::size_t other = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
      ++latin;
    else if (c >= 0xC0 && !(c >= 0x2000 && c <= 0x2BFF))
      ++other;
  }
  return other > latin;
}

// "#treaty #talks @news", "██ Held by both sides"
bool is_tag_line(std::string_view text) {
  if (text.substr(0, 2) == "\xE2\x96" && static_cast<unsigned char>(text[2]) < 0xA0) return true;
  const std::string plain = plain_spaces(text);
  const auto words = split(plain, ' ');
  return std::all_of(words.begin(), words.end(),
                     [](std::string_view word) { return word.size() > 1 && (word[0] == '#' || word[0] == '@'); });
}

// "Jane Doe (@jdoe) 5 minutes ago 12 March 2018", "The Associated Press January 12, 2022": who and when.
bool is_dated_byline(const Item& item, const DateLine& line) {
  if (item.shape.terminal || item.shape.words > 16 || item.shape.words - item.shape.functions > item.shape.starts_upper + 3)
    return false;
  return line.dated && line.others <= 6 && item.shape.functions <= 3;
}

// Pieces of a line that a page sets side by side: "Reuters | Vienna | Updated: 12-03-2018", "World • 3 min read".
// All of them must be what pages print, or a name.
bool is_strip(std::string_view text) {
  if (text.size() > 300) return false;
  std::size_t pieces = 0;
  bool chrome = false;
  for (std::size_t begin = 0; begin <= text.size();) {
    std::size_t end = text.size();
    std::size_t width = 0;
    for (const std::string_view joint : {"•", "|", "·", "»", " > "})
      if (const std::size_t at = text.find(joint, begin); at < end) {
        end = at;
        width = joint.size();
      }
    const std::string_view piece = trim(text.substr(begin, end - begin));
    begin = end + std::max<std::size_t>(width, 1);
    if (piece.empty()) continue;
    ++pieces;
    const std::string folded = fold(piece);
    const Shape shape = shape_of(piece, folded);
    const DateLine line = read_date_line(piece);
    const bool timing = line.others == 0 && (line.dated || line.timed || shape.words <= 4);
    const bool said_by_page = timing || is_chrome(piece, folded, shape);
    if (!said_by_page && !(shape.words <= 4 && shape.names_only())) return false;
    chrome = chrome || said_by_page;
  }
  return pieces >= 2 && chrome;
}

// "... in Vienna, Monday, March 5, 2018": captions name day and date without "on".
bool has_caption_date(std::string_view folded) {
  if (folded.find("day, ") == std::string_view::npos) return false;
  for (const std::string_view day :
       {", monday, ", ", tuesday, ", ", wednesday, ", ", thursday, ", ", friday, ", ", saturday, ", ", sunday, "}) {
    const std::size_t at = folded.find(day);
    if (at != std::string_view::npos && find_date(std::string(folded.substr(at + day.size(), 3)) + " 2000").known()) return true;
  }
  return false;
}

// "The Example Register, Monday, March 5, 1990": a paper and its date, nothing that builds a sentence.
bool is_paper_line(const Item& item, const DateLine& line) {
  if (!line.dated || line.others == 0 || line.others > 6 || item.shape.terminal || item.shape.has_quote) return false;
  const std::size_t digit = item.text.find_first_of("0123456789");
  const std::string name(trim(item.text.substr(0, std::min(digit, item.text.find_first_of(",|")))));
  return names_media(name);
}

bool is_caption(const Item& item) {
  if (item.shape.words > 60 || item.shape.words < 4 || item.shape.has_quote) return false;
  if (has_caption_date(item.folded)) return true;
  return phrases().caption.within(item.folded);
}

Role role_of(const Item& item) {
  if (item.unit.hint == Hint::chrome) return Role::chrome;
  if (is_url(item.text)) return Role::url;
  const DateLine dates = item.shape.words <= 20 ? read_date_line(item.text) : DateLine{};
  if (dates.dated && dates.others == 0) return Role::date;
  if (is_foreign(item.text) || is_tag_line(item.text)) return Role::chrome;
  if (dates.timed && dates.others == 0) return Role::chrome;
  if (item.credits.found && item.credits.begin >= item.credits.end) return Role::credit;
  if (item.unit.hint == Hint::caption || item.credits.photo) return Role::caption;
  if (is_chrome(item.text, item.folded, item.shape)) return Role::chrome;
  if (is_byline(item.text, item.shape)) return Role::byline;
  if (is_paper_line(item, dates)) return Role::byline;
  if (is_strip(item.text)) return find_date(item.text).known() ? Role::date : Role::chrome;
  if (item.unit.links > 0.8F && item.shape.words < 30) return item.unit.hint == Hint::main_heading ? Role::open : Role::chrome;
  if (item.unit.hint == Hint::main_heading || item.unit.hint == Hint::heading) return Role::open;
  if (is_caption(item)) return Role::caption;
  if (item.unit.hint == Hint::list_item && item.unit.links < 0.5F && item.shape.words >= 7 && item.shape.functions >= 2)
    return Role::prose;
  if (item.shape.prose()) return Role::prose;
  return is_dated_byline(item, dates) ? Role::byline : Role::open;
}

void mark_repeated_tails(Items& items) {
  std::map<std::string_view, int> count;
  std::set<std::string_view> seen;  // a line that is printed twice proves nothing
  for (const Item& item : items)
    if (const DashedTail tail = dashed_tail(item.text); !tail.name.empty() && seen.insert(item.folded).second) ++count[tail.name];
  for (Item& item : items) {
    const DashedTail tail = dashed_tail(item.text);
    if (tail.name.empty() || count[tail.name] < 2 || item.credits.photo || tail.begin <= item.credits.begin) continue;
    item.credits.found = item.credits.photo = true;
    item.credits.end = item.credits.begin + trim(item.text.substr(item.credits.begin, tail.begin - item.credits.begin)).size();
    if (item.role == Role::prose || item.role == Role::open) item.role = Role::caption;
  }
}

// "date 2021-12-07 Ministers meet": a label with a date that stands in the line of what follows it is a unit of its own.
std::vector<Unit> split_labels(std::string_view text, const std::vector<Unit>& units) {
  constexpr std::size_t iso = 10;
  std::vector<Unit> split;
  for (const Unit& unit : units) {
    split.push_back(unit);
    const std::string_view line = text.substr(unit.range.begin, unit.range.size());
    if (std::string_view("dpuDPU").find(line.front()) == std::string_view::npos) continue;
    for (const std::string_view label :
         {"date ", "date: ", "published ", "published: ", "updated ", "updated: ", "posted ", "posted: "}) {
      if (!starts_with_ignoring_case(line, label) || !parse_iso_date(line.substr(label.size(), iso))) continue;
      const std::string_view rest = trim(line.substr(label.size() + iso));
      if (rest.empty() || line.size() <= label.size() + iso || line[label.size() + iso] != ' ') break;
      split.back().range.end = unit.range.begin + static_cast<std::uint32_t>(label.size() + iso);
      Unit follower = unit;
      follower.range.begin = unit.range.begin + static_cast<std::uint32_t>(rest.data() - line.data());
      follower.blank_lines = 1;
      split.push_back(follower);
      break;
    }
  }
  return split;
}

}  // namespace

Items look_at_units(std::string_view text, const std::vector<Unit>& units, std::string_view known_title) {
  const std::string title = fold(known_title);
  Items items;
  items.reserve(units.size());
  for (const Unit& unit : split_labels(text, units)) {
    Item item;
    item.unit = unit;
    item.text = text.substr(unit.range.begin, unit.range.size());
    item.folded = fold(item.text);
    item.credits = split_credits(item.text);
    const std::string_view said = item.credits.signed_off ? item.text.substr(0, item.credits.end) : item.text;
    item.shape = item.credits.signed_off ? shape_of(said, fold(said)) : shape_of(said, item.folded);
    item.role = role_of(item);
    if (item.role == Role::prose) item.dateline = dateline_length(item.text);
    if (!title.empty() && item.folded == title) item.role = Role::title;
    items.push_back(std::move(item));
  }
  mark_repeated_tails(items);
  return items;
}

}  // namespace entente
