#include "read/credits.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "read/lists.hpp"
#include "read/shape.hpp"

namespace entente {

namespace {

constexpr auto none = std::string_view::npos;
constexpr std::size_t longest_credit = 90;  // bytes

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

bool opens_credit(std::string_view text) {
  const std::string folded = fold(text);
  return phrases().credit.begins(folded);
}

// End of a credit that begins with the copyright sign: it runs to the end of the line unless a caption is glued to it
// ("JANE DOEGeneral view of ...").
std::size_t copyright_credit_end(std::string_view line) {
  for (std::size_t i = 3; i + 2 < line.size(); ++i) {
    if (!is_capital(line[i])) continue;
    const bool after_small = is_small(line[i - 1]);
    const bool after_capitals = is_capital(line[i - 1]) && is_capital(line[i - 2]) && is_small(line[i + 1]);
    if (!after_small && !after_capitals) continue;
    const std::size_t word = line.rfind(' ', i) + 1;
    if (after_small && i - word <= 3) continue;  // McDonald, DeLeon
    if (word_count(line.substr(i)) >= 4) return i;
  }
  return line.size();
}

std::size_t after_spaces(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t next = at;
    if (!is_space(next_code_point(text, next))) break;
    at = next;
  }
  return at;
}

// "Enlarge this image toggle caption": what a page's script shows on a picture. Its length, with white space.
std::size_t caption_control(std::string_view line) {
  if (starts_with_ignoring_case(line, "image copyright") || starts_with_ignoring_case(line, "image source") ||
      starts_with_ignoring_case(line, "media caption")) {  // "Image copyright Agency Image caption The palace"
    const std::size_t caption = lower(line).find("caption ");
    return caption == std::string::npos ? line.size() : after_spaces(line, caption + 8);
  }
  for (const std::string_view control :
       {"enlarge this image toggle caption", "enlarge this image", "toggle caption", "hide caption", "image caption",
        "file photo:", "file photo", "file picture:", "file -", "file:", "photo:", "caption:", "image:"}) {
    if (!starts_with_ignoring_case(line, control) || line.size() <= control.size()) continue;
    std::size_t end = control.size();
    const bool closed = control.back() == ':' || control.back() == '-';
    if (!closed && line[end] != ' ' && line[end] != '\n' && line[end] != ',') continue;
    while (end < line.size() && (line[end] == ' ' || line[end] == ',')) ++end;
    return end;
  }
  return 0;
}

// "Jane Doe/AFP Jane Doe/AFP The caption": a credit that a page prints twice. Its length.
std::size_t repeated_credit(std::string_view text) {
  for (std::size_t space = text.find(' '); space < 120; space = text.find(' ', space + 1)) {
    const std::string_view first = text.substr(0, space);
    if (first.find('/') != none && text.substr(space + 1, first.size()) == first) return 2 * space + 1;
  }
  return 0;
}

// Beginning of a credit in brackets that ends the line: "... in May. (AP Photo/Jane Doe)". npos if there is none.
std::size_t bracketed_credit(std::string_view line) {
  if (line.empty() || line.back() != ')') return none;
  const std::size_t open = line.rfind('(');
  if (open == none || open == 0) return none;
  const std::string_view inside = line.substr(open + 1, line.size() - open - 2);
  const bool credit = opens_credit(line.substr(open)) || opens_credit(inside) || (is_credit_like(inside) && names_agency(inside));
  return credit ? open : none;
}

// Beginning of a bare credit after the last sentence: "... on Monday. Jane Doe/Reuters", "... REUTERS/Jane Doe".
std::size_t bare_credit(std::string_view line) {
  if (line.empty() || line.back() == '.' || line.back() == '"') return none;
  for (std::size_t at = line.size(); at > 2;) {
    at = line.find_last_of(" \n", at - 1);
    if (at == none || at < 8 || line.size() - at > longest_credit) return none;
    const std::size_t head = line.find_last_not_of(" \n", at);
    const std::string_view tail = line.substr(at + 1);
    if (head == none || tail.empty()) continue;
    if (!is_credit_like(tail)) return none;  // and so is no longer tail
    const char stop = line[head];
    const bool after_stop = stop == '.' || stop == '!' || stop == '"' || stop == ')';
    const bool names_owner = names_agency(tail);
    const bool owned = names_owner || tail.find(':') != none || fold(tail).find(" by ") != none;
    if ((opens_credit(tail) && owned) || (after_stop && names_owner)) return at;
  }
  return none;
}

// "Jane Doe Image: John Roe." or glued "Jane DoeImage: John Roe.": the marker stands between caption and owner.
std::size_t marked_credit(std::string_view line) {
  const std::size_t from = line.size() > longest_credit ? line.size() - longest_credit : 0;
  for (const std::string_view marker :
       {"Image: ", "Photo: ", "Photograph: ", "Picture: ", "Credit: ", "Image credit: ", "Photo credit: "}) {
    const std::size_t at = line.substr(from).rfind(marker) == none ? none : line.rfind(marker);
    if (at == none || at < 4 || at < from) continue;
    const char before = line[at - 1];
    if (before != ' ' && before != '.' && before != '"' && !is_small(before)) continue;
    std::string_view owner = line.substr(at + marker.size());
    if (owner.size() <= 60 && is_credit_like(owner)) return at;
  }
  return none;
}

// "The spokesman at the palace Jane Doe/AFP": without a stop before it only a first name belongs to the credit.
std::size_t slashed_credit(std::string_view line) {
  const std::size_t last = line.rfind(' ');
  if (last == none || last < 12) return none;
  const std::string_view owner = line.substr(last + 1);
  const std::size_t slash = owner.find('/');
  if (slash == none || !is_capital(owner.front()) || phrases().agency.count(fold(owner.substr(slash + 1))) == 0) return none;
  const std::size_t first = line.rfind(' ', last - 1);
  return first != none && is_capital(line[first + 1]) && slash > 0 ? first : last;
}

// "(Reporting by Jane Doe; Editing by John Roe)" at the end of the last paragraph.
std::size_t signature(std::string_view line) {
  const std::size_t from = line.size() > 400 ? line.size() - 400 : 0;
  if (line.find("ing by ", from) == none && line.find("eport", from) == none && line.find("ompiled by ", from) == none) return none;
  for (const std::string_view mark : {"(Reporting by ", "(Additional reporting", "(Writing by ", "(Editing by ", "(Compiled by ",
                                      "(Report by ", " Reporting by ", " Additional reporting by ", " Editing by "}) {
    const std::size_t at = line.find(mark, from);
    if (at == none || at == 0) continue;
    const std::string_view before = trim(line.substr(0, at));
    if (mark.front() == '(' || before.back() == '.' || before.back() == '"') return at;
  }
  return none;
}

// "... on Friday. PTI AB CD", "... in Beijing. Enditem": how a desk signs below its report. npos if there is none.
std::size_t sign_off(std::string_view line) {
  constexpr std::size_t longest_sign_off = 30;
  if (line.empty() || line.back() == '.' || line.back() == '"') return none;
  for (std::size_t at = line.size() > longest_sign_off ? line.size() - longest_sign_off : 1; at + 1 < line.size(); ++at) {
    const bool after_stop = line[at] == ' ' && std::string_view(".!?\")").find(line[at - 1]) != none;
    if (!after_stop) continue;
    const std::string_view tail = line.substr(at + 1);
    const std::string folded = letters_of(fold(tail));
    if (folded == "enditem" || folded == "ends" || folded == "item ends") return at;
    const auto words = split(tail, ' ');
    const bool initials = words.size() <= 6 && std::all_of(words.begin(), words.end(), [](std::string_view word) {
                            return word.size() >= 2 && word.size() <= 6 && std::all_of(word.begin(), word.end(), is_capital);
                          });
    if (initials && (words.size() >= 2 || phrases().agency.count(fold(tail)) != 0)) return at;
  }
  return none;
}

void trim_content(std::string_view line, CreditSplit& parts) {
  const std::string_view content = trim(line.substr(parts.begin, parts.end - parts.begin));
  parts.begin = content.empty() ? parts.end : static_cast<std::size_t>(content.data() - line.data());
  parts.end = parts.begin + content.size();
}

void split_front(std::string_view line, CreditSplit& parts) {
  if (line.substr(0, 2) == "©" || starts_with_ignoring_case(line, "(c) ")) {
    parts.begin = copyright_credit_end(line);
    parts.found = parts.photo = true;
    return;
  }
  if (const std::size_t control = caption_control(line)) {
    parts.begin = control;
    parts.found = parts.photo = true;
    const std::string_view rest = line.substr(control);
    if (const std::size_t twice = repeated_credit(rest))
      parts.begin = control + twice;
    else if (is_credit_like(rest) && (rest.find('/') != none || names_agency(rest)))
      parts.begin = line.size();
  }
}

void split_back(std::string_view line, CreditSplit& parts) {
  if (const std::size_t at = sign_off(line); at != none) {
    parts.end = std::max(parts.begin, at);
    parts.found = parts.signed_off = true;
    return;
  }
  if (const std::size_t at = signature(line); at != none) {
    parts.end = std::max(parts.begin, at);
    parts.found = true;
  }
  for (int round = 0; round < 3; ++round) {
    const std::string_view rest = trim(line.substr(parts.begin, parts.end - parts.begin));
    if (rest.empty()) return;
    std::size_t at = bracketed_credit(rest);
    if (at == none) {
      const DashedTail tail = dashed_tail(rest);
      if (!tail.name.empty() && names_agency(tail.name)) at = tail.begin;
    }
    if (at == none) at = bare_credit(rest);
    if (at == none) at = marked_credit(rest);
    if (at == none) at = slashed_credit(rest);
    if (at == none) return;
    const std::string folded = fold(rest.substr(at));
    parts.photo = parts.photo || folded.find('/') != std::string::npos || folded.find("photo") != std::string::npos ||
                  folded.find("image") != std::string::npos || folded.find("file") != std::string::npos ||
                  folded.find("picture") != std::string::npos || rest[at] != '(';
    parts.end = parts.begin + static_cast<std::size_t>(rest.data() - (line.data() + parts.begin)) + at;
    while (parts.end > parts.begin && (line[parts.end - 1] == ' ' || line[parts.end - 1] == '-')) --parts.end;
    parts.found = true;
  }
}

}  // namespace

std::size_t word_count(std::string_view text) {
  const std::string plain = plain_spaces(text);
  return plain.empty() ? 0 : split(plain, ' ').size();
}

bool names_agency(std::string_view credit) {
  std::string folded = fold(credit);
  for (char& c : folded)
    if (c == '(' || c == ')' || c == ',' || c == '|' || c == ';') c = '/';
  if (phrases().agency.count(trim(folded)) != 0) return true;
  for (const std::string_view part : split(folded, '/')) {
    const std::string_view name = trim(part);
    if (phrases().agency.count(name) != 0) return true;
    for (std::size_t space = name.find(' '); space != none; space = name.find(' ', space + 1))
      if (phrases().agency.count(name.substr(space + 1)) != 0 || phrases().agency.count(name.substr(0, space)) != 0) return true;
  }
  return false;
}

bool is_credit_like(std::string_view text) {
  const std::string plain = plain_spaces(text);
  if (plain.empty()) return false;
  const auto words = split(plain, ' ');
  if (words.size() > 9) return false;
  return std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return !is_small(word.front()) || word == "via" || word == "by" || word == "for" || word == "of" || word == "and" ||
           word == "de" || word == "van" || word == "von" || word == "al" || word == "in" || word == "pool" || word == "handout";
  });
}

DashedTail dashed_tail(std::string_view line) {
  constexpr std::size_t longest = 48;
  std::size_t from = line.size() > longest ? line.size() - longest : 0;
  while (from < line.size() && (line[from] & 0xC0) == 0x80) ++from;  // not inside of a character
  for (const std::string_view joint : {" - ", " – ", " — ", " | "}) {
    const std::size_t at = line.substr(from).rfind(joint);
    if (at == none || from + at == 0) continue;
    const std::string_view name = line.substr(from + at + joint.size());
    if (name.size() <= 40 && is_credit_like(name) && word_count(name) <= 4 && name.back() != '.') return {name, from + at};
  }
  return {};
}

CreditSplit split_credits(std::string_view line) {
  CreditSplit parts;
  parts.end = line.size();
  const bool slashed = line.find('/') != none && names_agency(line) && word_count(line.substr(0, line.find('/'))) <= 4;
  if (is_credit_like(line) && line.size() <= longest_credit && (slashed || phrases().agency.count(fold(line)) != 0))
    return {line.size(), line.size(), true, true, false};  // "Jane Doe / Reuters"
  if (opens_credit(line) && line.size() <= 90 && is_credit_like(line) && !line.empty() && line.back() != '.')
    return {line.size(), line.size(), true, true, false};
  split_front(line, parts);
  split_back(line, parts);
  trim_content(line, parts);
  return parts;
}

}  // namespace entente
