#include <algorithm>

#include "base/text.hpp"
#include "import/entity.hpp"

namespace entente {

namespace {

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
// Latin, Greek and Cyrillic letters, which are those that an English text has.
bool is_letter(char32_t c) { return is_upper(c) || (c >= 'a' && c <= 'z') || (c >= 0xDF && c < 0x530 && c != 0xF7); }

struct Shape {
  std::size_t characters = 0, letters = 0, capitals = 0, words = 0;
  bool space = false;
};

Shape shape_of(std::string_view text) {
  Shape shape;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool word = is_letter(c) || is_digit(c);
    ++shape.characters;
    if (is_letter(c)) ++shape.letters;
    if (is_upper(c)) ++shape.capitals;
    if (is_space(c)) shape.space = true;
    if (word && !inside) ++shape.words;
    inside = word;
  }
  return shape;
}

bool of_class(const Record& record, std::initializer_list<std::string_view> classes) {
  return std::find(classes.begin(), classes.end(), record.klass) != classes.end();
}

}  // namespace

std::string usable_name(std::string_view text) {
  if (invalid_utf8(text)) return {};
  std::string name = plain_spaces(text);
  const Shape shape = shape_of(name);
  if (shape.letters == 0 || shape.words > 24 || shape.characters > 160) return {};
  for (const char c : name)
    if (static_cast<unsigned char>(c) < 0x20) return {};
  return name;
}

void add_alias(Record& record, std::string_view text, bool short_name) {
  std::string name = usable_name(text);
  if (name.empty() || fold(name) == fold(record.label)) return;
  const Shape shape = shape_of(name);
  const bool place = of_class(record, {"State", "FormerState", "UnrecognisedState", "City"});
  if (!shape.space && shape.letters == shape.capitals && shape.letters >= 2 && shape.characters <= 10) {
    // Codes of states ("NO", "CAN") and of airports are no names; what an item calls its short name is.
    if (short_name || (!place && shape.letters >= 3)) record.acronyms.push_back(std::move(name));
    return;
  }
  // One word is a nickname or a first name for a person, and a word like any other if it is short or not capitalised.
  if (!shape.space && (record.klass == "Person" || shape.letters < 4)) return;
  if (!starts_upper(name) && shape.capitals == 0) return;
  record.aliases.push_back(std::move(name));
}

}  // namespace entente
