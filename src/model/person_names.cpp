#include "model/person_names.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace entente {

namespace {

// Spellings that transliterations of Cyrillic, Arabic and Ukrainian names into English waver between, longest first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> variants = {{
    {"iy", "i"},
    {"yy", "i"},
    {"ii", "i"},
    {"ey", "ei"},
    {"ay", "ai"},
    {"oy", "oi"},
    {"yu", "iu"},
    {"ya", "ia"},
    {"yo", "io"},
    {"ou", "u"},
    {"ks", "x"},
    {"y", "i"},
}};

std::string transliterated(std::string_view word) {
  std::string out;
  while (!word.empty()) {
    const auto* found = std::find_if(variants.begin(), variants.end(), [&](const auto& v) { return word.starts_with(v.first); });
    out += found != variants.end() ? found->second : word.substr(0, 1);
    word.remove_prefix(found != variants.end() ? found->first.size() : 1);
  }
  return out;
}

bool is_suffix(std::string_view word) { return word == "jr" || word == "sr" || word == "ii" || word == "iii" || word == "iv"; }

bool in_order(const std::vector<std::string>& few, const std::vector<std::string>& many) {
  auto at = many.begin();
  for (const std::string& word : few) {
    at = std::find(at, many.end(), word);
    if (at == many.end()) return false;
    ++at;
  }
  return true;
}

}  // namespace

std::vector<std::string> name_words(std::string_view name) {
  std::string plain = fold(name);
  for (char& c : plain)
    if (c == '-' || c == ',' || c == '.' || c == '\'') c = ' ';
  std::vector<std::string> words;
  plain = plain_spaces(plain);
  for (const std::string_view word : split(plain, ' '))
    if (word.size() > 1 && !is_suffix(word)) words.push_back(transliterated(word));
  return words;
}

bool same_person_name(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.size() < 2 || b.size() < 2 || a.back() != b.back()) return false;
  const auto& few = a.size() <= b.size() ? a : b;
  const auto& many = a.size() <= b.size() ? b : a;
  return a.front() == b.front() && in_order(few, many);
}

}  // namespace entente
