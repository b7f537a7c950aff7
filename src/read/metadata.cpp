#include "read/metadata.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "base/text.hpp"
#include "read/dates.hpp"
#include "read/lists.hpp"

namespace entente {

namespace {

bool begins_with_any(std::string_view folded, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return folded.substr(0, start.size()) == start; });
}

bool says_published(std::string_view folded) {
  return begins_with_any(folded, {"date ", "published", "first published", "posted", "date:", "originally published", "created",
                                  "pub date", "publication date", "published:", "issued"});
}

bool says_updated(std::string_view folded) {
  return begins_with_any(folded, {"updated", "last updated", "last modified", "modified"});
}

bool is_site_line(const Item& item) {
  return item.role == Role::chrome || item.role == Role::url || item.role == Role::open || item.role == Role::credit;
}

// A date line in the head that belongs to the article: below its title, or next to it, or first of all. The clock of a
// page stands among navigation before the title and has a time zone.
bool belongs_to_article(const Items& items, std::size_t at, std::size_t title) {
  if (title >= items.size()) return at == 0 || (at == 1 && items[0].role == Role::url);
  if (at > title) return true;
  if (has_zoned_time(items[at].text)) return false;
  for (std::size_t i = at + 1; i < title; ++i)
    if (is_site_line(items[i]) || items[i].role == Role::caption) return false;
  return true;
}

// "Updated: 13 March 2018 | Created: 12 March 2018": the date behind the right word, else the first.
PartialDate date_in_line(std::string_view folded) {
  for (const std::string_view label : {"published", "created", "posted"})
    if (const std::size_t at = folded.find(label); at != std::string_view::npos)
      if (const PartialDate date = find_date(folded.substr(at)); date.known()) return date;
  return find_date(folded);
}

// What follows the headline in its line: "Ministers meet in Vienna | News | DW | 20.05.2016" -> " | News | DW | 20.05.2016".
std::string_view title_suffix(const Item& item, std::string_view title) {
  if (item.role != Role::title || item.text.substr(0, title.size()) != title) return {};
  return item.text.substr(title.size());
}

PartialDate published_in(const Items& items, std::size_t body, std::size_t title, std::string_view headline) {
  PartialDate updated;
  for (const Item& item : items) {  // labelled, wherever it stands
    if (item.role != Role::chrome && item.role != Role::date && item.role != Role::byline) continue;
    const PartialDate date = find_date(item.text);
    if (!date.known()) continue;
    if (says_published(item.folded)) return date;
    if (says_updated(item.folded) && !updated.known()) updated = date;
  }
  for (std::size_t i = 0; i < std::min(body, items.size()); ++i) {
    const bool bylined = items[i].role == Role::byline;
    if ((items[i].role != Role::date && !bylined) || !belongs_to_article(items, i, title)) continue;
    if (const PartialDate date = date_in_line(items[i].folded); date.known() && !says_updated(items[i].folded)) return date;
  }
  // "Source: Example| 2021-12-03 20:15:31|Editor: A": a stamp with the time, below the title
  for (std::size_t i = title; i < std::min(body, items.size()); ++i) {
    if (items[i].role != Role::chrome && items[i].role != Role::credit) continue;
    if (!read_date_line(items[i].text).timed || says_updated(items[i].folded)) continue;
    if (const PartialDate date = date_in_line(items[i].folded); date.known()) return date;
  }
  for (const Item& item : items)
    if (const PartialDate date = find_date(title_suffix(item, headline)); date.known()) return date;
  for (const Item& item : items)
    if (item.role == Role::url)
      if (const PartialDate date = date_in_url(item.text); date.known()) return date;
  for (const Item& item : items)
    if (item.dateline > 0)
      if (const PartialDate date = find_date(item.text.substr(0, item.dateline)); date.known()) return date;
  return updated;
}

std::string known_or_itself(std::string_view name) {
  const std::string known = publisher_of_name(name);
  return known.empty() ? plain_spaces(name) : known;
}

// "The Example Times, LLC. All rights" -> "The Example Times": up to punctuation or the end of the capitalised words.
std::string leading_name(std::string_view text) {
  std::string name;
  const std::string plain = plain_spaces(text.substr(0, text.find_first_of(",.;:|()\n")));
  for (const std::string_view word : split(plain, ' ')) {
    if (word.empty() || !(starts_upper(word) || (word == "of" && !name.empty()) || (word == "and" && !name.empty()))) break;
    if (word == "All" || word == "Ltd" || word == "LLC" || word == "Inc") break;
    if (!name.empty()) name += ' ';
    name += word;
  }
  return name;
}

// The name after a fixed phrase: "Read on the website Example", "first appeared on Example".
std::string named_after_phrase(const Item& item) {
  for (const std::string_view phrase :
       {"read on the website ", "read more on the website of ", "appeared on ", "appeared in ", "originally published on ",
        "originally published by ", "originally published in ", "comment via ", "source: "}) {
    for (std::size_t at = 0; at < item.text.size(); ++at) {
      if (!starts_with_ignoring_case(item.text.substr(at), phrase)) continue;
      std::string name = leading_name(item.text.substr(at + phrase.size()));
      std::string first = name;  // "FacebookComment": two elements glued together
      for (std::size_t i = 1; i < first.size(); ++i)
        if (first[i] >= 'A' && first[i] <= 'Z' && first[i - 1] >= 'a' && first[i - 1] <= 'z') first.resize(i);
      if (!name.empty() && phrases().social.count(fold(name)) == 0 && phrases().social.count(fold(first)) == 0) return name;
    }
  }
  return {};
}

// "Copyright © 2019 The Example Times, LLC."; a photo credit has no such word before the year.
std::string named_in_copyright(const Item& item) {
  std::size_t at = item.folded.find("copyright");
  const std::size_t sign = item.text.find("©");
  if (at == std::string::npos && (sign == std::string::npos || item.role == Role::caption)) return {};
  at = item.text.find_first_of("0123456789", sign == std::string::npos ? 0 : sign);
  if (at == std::string_view::npos) return {};
  const std::size_t digits_end = item.text.find_first_not_of("0123456789-–, ", at);
  if (digits_end == std::string_view::npos) return {};
  const std::string name = leading_name(item.text.substr(digits_end));
  return item.text.find('/') == std::string_view::npos ? name : std::string();
}

// "... told a correspondent of Example Weekly": a paper names itself where it speaks of its own reporters. Two papers: none.
std::string named_by_correspondent(const Items& items) {
  std::string found;
  for (const Item& item : items) {
    if (item.role != Role::prose) continue;
    for (const std::string_view phrase : {"correspondent of ", "a reporter of "}) {
      const std::size_t at = item.text.find(phrase);
      if (at == std::string_view::npos) continue;
      const std::string name = leading_name(item.text.substr(at + phrase.size()));
      if (name.empty() || (!found.empty() && name != found)) return {};
      found = name;
    }
  }
  return found;
}

std::string named_in_tails(const Items& items) {
  std::map<std::string, int> count;
  for (const Item& item : items)
    if (item.role == Role::caption)
      if (const DashedTail tail = dashed_tail(item.text); !tail.name.empty()) ++count[std::string(tail.name)];
  for (const auto& [name, times] : count)
    if (times >= 2) return name;
  return {};
}

// A line of the head that is nothing but the name of a publisher that the table knows.
std::string named_in_head(const Items& items, std::size_t body) {
  for (std::size_t i = 0; i < std::min(body, items.size()); ++i)
    if (items[i].role == Role::chrome || items[i].role == Role::open || items[i].role == Role::byline)
      if (std::string name = publisher_of_name(items[i].text); !name.empty()) return name;
  return {};
}

// A line of the head that is the name of a paper or station by the look of it, alone or beside the date:
// "The Example Register, Monday, March 5, 1990", "The Example Chronicle | 27 Oct 2022".
std::string media_in_head(const Items& items, std::size_t body) {
  for (std::size_t i = 0; i < std::min(body, items.size()); ++i) {
    const Role role = items[i].role;
    if (role != Role::chrome && role != Role::byline && role != Role::date) continue;
    const std::string name = plain_spaces(trim(items[i].text.substr(0, items[i].text.find_first_of(",|"))));
    const bool whole = name.size() == items[i].text.size() || find_date(items[i].text).known();
    if (whole && word_count(name) >= 2 && names_media(name)) return known_or_itself(name);
  }
  return {};
}

// "Example Agency website contains only a part of ...": a line of the page that opens with a publisher's name.
std::string named_by_page(const Items& items, std::size_t body) {
  for (std::size_t i = body; i < items.size(); ++i)
    if (items[i].role == Role::chrome && items[i].shape.words >= 8)
      if (const std::string name = leading_name(items[i].text); word_count(name) >= 2 && !publisher_of_name(name).empty())
        return publisher_of_name(name);
  return {};
}

std::string named_in_suffix(const Items& items, std::string_view headline) {
  for (const Item& item : items) {
    std::string pieces(title_suffix(item, headline));
    for (char& c : pieces)
      if (c == '-') c = '|';
    for (const std::string_view piece : split(pieces, '|'))
      if (std::string name = publisher_of_name(piece); !name.empty()) return name;
  }
  return {};
}

std::string publisher_in(const Items& items, std::size_t body, std::string_view headline) {
  for (const Item& item : items)
    if (item.role == Role::url)
      if (std::string name = publisher_of_host(host_of(item.text)); !name.empty()) return name;
  for (const Item& item : items)
    if (item.dateline > 0)
      if (const std::string_view agency = dateline_agency(item.text.substr(0, item.dateline)); !agency.empty())
        return known_or_itself(agency);
  if (std::string name = named_in_suffix(items, headline); !name.empty()) return name;
  if (std::string name = named_in_tails(items); !name.empty()) return known_or_itself(name);
  for (const Item& item : items)
    if (item.role == Role::chrome)
      if (const std::string name = named_after_phrase(item); !name.empty()) return known_or_itself(name);
  for (const Item& item : items)
    if (item.role == Role::chrome || item.role == Role::credit)
      if (const std::string name = named_in_copyright(item); !name.empty()) return known_or_itself(name);
  if (std::string name = named_in_head(items, body); !name.empty()) return name;
  if (std::string name = media_in_head(items, body); !name.empty()) return name;
  if (const std::string name = named_by_correspondent(items); !name.empty()) return known_or_itself(name);
  if (std::string name = named_by_page(items, body); !name.empty()) return name;
  return {};
}

}  // namespace

std::string_view host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  const std::size_t begin = scheme == std::string_view::npos ? 0 : scheme + 3;
  const std::string_view host = url.substr(begin, url.find_first_of("/?#:", begin) - begin);
  return host.find('.') == std::string_view::npos ? std::string_view() : host;
}

void read_metadata(const Items& items, std::size_t body, std::size_t title, Layout& layout) {
  for (std::size_t i = 0; i < items.size() && i < 3 && i < body && layout.url.empty(); ++i)
    if (items[i].role == Role::url) layout.url = std::string(items[i].text);
  layout.published = published_in(items, body, title, layout.title);
  layout.publisher = publisher_in(items, body, layout.title);
}

}  // namespace entente
