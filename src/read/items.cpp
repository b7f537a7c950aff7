#include "read/items.hpp"

#include <map>

#include "base/text.hpp"
#include "read/dates.hpp"

namespace entente {

namespace {

bool is_url(std::string_view text) {
  const bool scheme = starts_with_ignoring_case(text, "http://") || starts_with_ignoring_case(text, "https://") ||
                      starts_with_ignoring_case(text, "www.");
  return scheme && text.find_first_of(" \t\n") == std::string_view::npos;
}

Role role_of(const Item& item) {
  if (item.unit.hint == Hint::chrome) return Role::chrome;
  if (is_url(item.text)) return Role::url;
  if (is_date_line(item.text)) return Role::date;
  if (item.credits.found && item.credits.begin >= item.credits.end) return Role::credit;
  if (item.unit.hint == Hint::caption || item.credits.photo) return Role::caption;
  if (is_chrome(item.text, item.folded, item.shape)) return Role::chrome;
  if (is_byline(item.text, item.shape)) return Role::byline;
  if (item.unit.links > 0.8F && item.shape.words < 30) return item.unit.hint == Hint::main_heading ? Role::open : Role::chrome;
  if (item.unit.hint == Hint::main_heading || item.unit.hint == Hint::heading) return Role::open;
  return item.shape.prose() ? Role::prose : Role::open;
}

void mark_repeated_tails(Items& items) {
  std::map<std::string_view, int> count;
  for (const Item& item : items)
    if (const std::string_view tail = dashed_tail(item.text); !tail.empty()) ++count[tail];
  for (Item& item : items) {
    const std::string_view tail = dashed_tail(item.text);
    if (tail.empty() || count[tail] < 2 || item.credits.photo) continue;
    item.credits.found = item.credits.photo = true;
    item.credits.end = trim(item.text.substr(0, item.text.size() - tail.size() - 2)).size();
    while (item.credits.end > 0 && (item.text[item.credits.end - 1] & 0x80) != 0) --item.credits.end;  // a typographic dash
    item.credits.end =
        item.credits.begin + trim(item.text.substr(item.credits.begin, item.credits.end - item.credits.begin)).size();
    if (item.role == Role::prose || item.role == Role::open) item.role = Role::caption;
  }
}

}  // namespace

Items look_at_units(std::string_view text, const std::vector<Unit>& units, std::string_view known_title) {
  const std::string title = fold(known_title);
  Items items;
  items.reserve(units.size());
  for (const Unit& unit : units) {
    Item item;
    item.unit = unit;
    item.text = text.substr(unit.range.begin, unit.range.size());
    item.folded = fold(item.text);
    item.shape = shape_of(item.text);
    item.credits = split_credits(item.text);
    item.role = role_of(item);
    if (item.role == Role::prose) item.dateline = dateline_length(item.text);
    if (!title.empty() && item.folded == title) item.role = Role::title;
    items.push_back(std::move(item));
  }
  mark_repeated_tails(items);
  return items;
}

}  // namespace entente
