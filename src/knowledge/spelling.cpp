#include "knowledge/spelling.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>

#include "base/text.hpp"

namespace entente {

namespace {

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// Endings of surnames in -ov, -ev, -enko and -sky, by which a word is known to come from Cyrillic.
bool slavic_surname(std::string_view word) {
  static constexpr std::array<std::string_view, 8> endings = {"ov", "ev", "ova", "eva", "enko", "sky", "skaya", "skaia"};
  return word.size() >= 6 && std::any_of(endings.begin(), endings.end(), [&](auto ending) { return word.ends_with(ending); });
}

// An ending that is spelled in several ways, and the one that stands for all.
struct Ending {
  std::string_view written;
  std::string_view common;
};

// The longest first. "-ski" is Polish as well and stays what it is.
constexpr std::array endings = {
    Ending{"skaia", "skaya"}, Ending{"skaya", "skaya"}, Ending{"iyeva", "ieva"}, Ending{"ayeva", "aeva"}, Ending{"oyeva", "oeva"},
    Ending{"iyev", "iev"},    Ending{"ayev", "aev"},    Ending{"oyev", "oev"},   Ending{"ieva", "ieva"},  Ending{"aeva", "aeva"},
    Ending{"oeva", "oeva"},   Ending{"iya", "ia"},      Ending{"iev", "iev"},    Ending{"aev", "aev"},    Ending{"oev", "oev"},
    Ending{"yy", "y"},        Ending{"yi", "y"},        Ending{"iy", "y"},       Ending{"ii", "y"},       Ending{"ei", "ey"},
    Ending{"ey", "ey"},       Ending{"ia", "ia"},
};

// "-yev" after a consonant: Grigoryev, Grigoriev.
bool respell_soft_sign(std::string& word) {
  for (const std::string_view ending : {"yeva", "yev"}) {
    const std::size_t at = word.size() - std::min(word.size(), ending.size());
    if (at == 0 || !word.ends_with(ending) || is_vowel(word[at - 1])) continue;
    word[at] = 'i';
    return true;
  }
  return false;
}

bool respell_ending(std::string& word) {
  if (respell_soft_sign(word)) return true;
  for (const Ending& ending : endings) {
    if (!word.ends_with(ending.written)) continue;
    // A vowel alone before it is another sound: "Maui", "Zoey".
    const std::size_t at = word.size() - ending.written.size();
    if (at == 0 || (ending.written.size() == 2 && is_vowel(word[at - 1]))) return false;
    word.replace(at, std::string::npos, ending.common);
    return true;
  }
  return word.ends_with('y') && !is_vowel(word[word.size() - 2]);
}

bool respell_begin(std::string& word) {
  if (word.starts_with("aleks")) {
    word.replace(0, 5, "alex");
    return true;
  }
  if (word.starts_with("alex")) return true;
  if (!slavic_surname(word)) return false;
  if (word.starts_with("ye") && !is_vowel(word[2])) {
    word.erase(0, 1);
    return true;
  }
  return word[0] == 'e' && !is_vowel(word[1]);
}

}  // namespace

std::optional<std::string> common_spelling(std::string_view folded) {
  constexpr std::size_t shortest = 5;
  if (folded.size() < shortest) return std::nullopt;
  // Every rule rewrites one of these ends or begins; most words have none of them.
  const bool end = std::string_view("aivy").find(folded.back()) != std::string_view::npos;
  const bool begin_of_name = folded.starts_with("ale") || folded[0] == 'y' || folded[0] == 'e';
  if ((!end && !begin_of_name) || !std::all_of(folded.begin(), folded.end(), is_letter)) return std::nullopt;
  std::string word(folded);
  const bool ending = respell_ending(word);
  const bool begin = respell_begin(word);
  if (!ending && !begin) return std::nullopt;
  return word;
}

std::string umlauts_written_out(std::string_view word) {
  std::string out;
  bool any = false;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = to_lower(next_code_point(word, at));
    const bool known = c == U'ä' || c == U'ö' || c == U'ü' || c == U'ø' || c == U'å';
    any |= known;
    append_utf8(out, c == U'ä' ? U'a' : c == U'ö' || c == U'ø' ? U'o' : c == U'ü' ? U'u' : c == U'å' ? U'a' : c);
    if (known) out += c == U'å' ? 'a' : 'e';
  }
  return any ? fold(out) : std::string();
}

Result<std::vector<std::vector<std::string>>> load_spellings(const std::string& file) {
  std::vector<std::vector<std::string>> out;
  std::ifstream in(file, std::ios::binary);
  if (!in) return out;
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  std::set<std::string, std::less<>> seen;
  std::size_t number = 0;
  for (const std::string_view line : split(text, '\n')) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> group;
    for (const std::string_view word : split(line, ' ')) {
      group.emplace_back(word);
      if (word.empty() || fold(word) != word)
        return Error{"bad-spelling", "words stand in lower case, one space between", file, number};
      if (!seen.emplace(word).second) return Error{"bad-spelling", "'" + group.back() + "' stands here twice", file, number};
    }
    if (group.size() < 2) return Error{"bad-spelling", "a line has at least two spellings of one name", file, number};
    out.push_back(std::move(group));
  }
  return out;
}

}  // namespace entente
