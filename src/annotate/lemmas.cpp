#include "annotate/lemmas.hpp"

#include <algorithm>

#include "annotate/irregular_verbs.hpp"
#include "base/text.hpp"

namespace entente {

namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool ends_in_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

bool is_doubled(std::string_view stem) {
  constexpr std::string_view doubling = "bdgkmnprtv";  // "grabbed", but "passed", "filled", "staffed"
  return stem.size() > 3 && stem.back() == stem[stem.size() - 2] && doubling.find(stem.back()) != std::string_view::npos;
}

// One syllable that ends in one consonant after one vowel: it would have been doubled ("nam", "blam").
bool is_short(std::string_view stem) {
  const auto vowels = std::count_if(stem.begin(), stem.end(), is_vowel);
  const std::size_t n = stem.size();
  return n > 2 && vowels == 1 && is_vowel(stem[n - 2]) && !is_vowel(stem[n - 1]) && stem.back() != 'w' && stem.back() != 'x' &&
         stem.back() != 'y';
}

// Stems of verbs that hardly ever end so without an e: "reduc", "resolv", "isolat", "manag", "settl".
bool wants_e(std::string_view stem) {
  if (stem.size() < 3) return false;
  if (ends_in_any(
          stem, {"c", "v", "u", "iz", "yz", "dg", "eng", "ang", "ag", "eg", "ieg", "rg", "lg", "uid", "cid", "vid", "clud", "ced"}))
    return true;
  if (ends_in_any(stem, {"at"}) && stem.size() > 4 && !is_vowel(stem[stem.size() - 3])) return true;
  if (ends_in_any(stem, {"ns", "rs", "ps", "as", "es", "is", "os", "us", "ys"})) return true;
  if (ends_in_any(stem, {"ur", "uir", "pir", "cut", "but", "tut", "put", "mot", "vot", "min", "fin", "bin", "lin", "lud", "rud"}))
    return true;
  const char last = stem.back();
  return (last == 'l' && !is_vowel(stem[stem.size() - 2]) && stem[stem.size() - 2] != 'l' && stem[stem.size() - 2] != 'r' &&
          stem[stem.size() - 2] != 'w') ||
         is_short(stem);
}

std::string without(const std::string& word, std::size_t letters) { return word.substr(0, word.size() - letters); }

std::string singular(const std::string& form) {
  if (form.size() < 4 || form.back() != 's' || ends_in_any(form, {"ss", "us", "is"})) return form;
  if (form.ends_with("ies") && form.size() > 4) return without(form, 3) + "y";
  if (ends_in_any(form, {"sses", "xes", "ches", "shes", "zzes"})) return without(form, 2);
  return without(form, 1);
}

}  // namespace

Lemmas::Lemmas(std::string_view table) {
  for (const std::string_view line : split(table, '\n')) {
    const auto fields = split(line, '\t');
    if (fields.size() == 4 && fields[0] == "w") words_.emplace(std::string(fields[1]) + "\t" + std::string(fields[2]), fields[3]);
    if (fields.size() == 2 && fields[0] == "b") verbs_.emplace(fields[1]);
  }
}

// The verb whose "-ed" or "-ing" form has this stem.
std::string Lemmas::verb_of(const std::string& stem) const {
  if (verbs_.contains(stem + "e")) return stem + "e";
  if (verbs_.contains(stem)) return stem;
  const std::string shorter = without(stem, 1);
  const bool twin = stem.size() > 3 && stem.back() == stem[stem.size() - 2];
  if (is_doubled(stem) || (twin && verbs_.contains(shorter))) return shorter;  // "expelled"
  if (stem.ends_with("ck") && verbs_.contains(shorter)) return shorter;        // "mimicked"
  return wants_e(stem) ? stem + "e" : stem;
}

std::string Lemmas::by_rule(const std::string& form, const std::string& xpos) const {
  const std::size_t n = form.size();
  if (xpos == "NNS") return singular(form);
  if (xpos == "VBZ" && n > 3 && form.back() == 's') {
    if (verbs_.contains(without(form, 1))) return without(form, 1);
    if (form.ends_with("es") && verbs_.contains(without(form, 2))) return without(form, 2);
    return form.ends_with("oes") ? without(form, 2) : singular(form);
  }
  if ((xpos == "VBD" || xpos == "VBN") && n > 3 && form.ends_with("ed"))
    return form.ends_with("ied") && n > 4 ? without(form, 3) + "y" : verb_of(without(form, 2));
  if (xpos == "VBG" && n > 4 && form.ends_with("ing")) return verb_of(without(form, 3));
  return form;
}

std::string Lemmas::lemma(std::string_view form, const std::string& xpos) const {
  if (xpos == "NNP") return std::string(form);
  if (xpos == "NNPS") return singular(std::string(form));
  std::string small = lower(form);
  if (const std::size_t curly = small.find("\xE2\x80\x99"); curly != std::string::npos) small.replace(curly, 3, "'");
  const auto word = words_.find(small + "\t" + xpos);
  if (word != words_.end()) return word->second;
  // Whatever tense the tagger took it for: "froze" is no base form.
  if (xpos.starts_with("VB") && xpos != "VBG" && xpos != "VBZ")
    if (const std::string_view base = irregular_base(small); !base.empty()) return std::string(base);
  return by_rule(small, xpos);
}

}  // namespace entente
