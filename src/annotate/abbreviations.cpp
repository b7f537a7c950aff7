#include "annotate/abbreviations.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace entente {

namespace {

// Titles and given-name initials stand before a name.
constexpr std::array<std::string_view, 44> titles = {
    "adm", "amb", "asst", "atty", "brig", "capt", "cdr", "chap",   "cmdr", "col", "cpl",  "dep", "dir", "dr",   "fr",
    "gen", "gov", "gy",   "hon",  "insp", "lt",   "maj", "messrs", "mgr",  "mme", "mr",   "mrs", "ms",  "msgr", "mt",
    "ofc", "pfc", "pres", "prof", "pte",  "pvt",  "rep", "reps",   "rev",  "sen", "sens", "sgt", "st",  "supt"};

constexpr std::array<std::string_view, 60> others = {
    "al",   "apr",  "approx", "apt", "assn", "aug", "ave", "bldg", "blvd", "bros", "cf",   "cit", "co",  "conf", "corp",
    "dec",  "dept", "dist",   "ed",  "eds",  "est", "etc", "ext",  "feb",  "fig",  "fri",  "ft",  "gal", "govt", "inc",
    "intl", "jan",  "jr",     "jul", "jun",  "lb",  "ltd", "mar",  "min",  "mon",  "natl", "no",  "nos", "nov",  "oct",
    "op",   "oz",   "pp",     "pt",  "rd",   "sat", "sec", "sep",  "sept", "sr",   "sun",  "thu", "tue", "univ", "vs"};

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// "U.S", "p.m", "D.C", "e.g": single letters between full stops.
bool is_dotted(std::string_view word) {
  if (word.size() < 3) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (i % 2 == 0 ? !is_ascii_letter(word[i]) : word[i] != '.') return false;
  return word.size() % 2 == 1;
}

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

bool binds_to_name(std::string_view word) {
  const bool initial = word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z' && word[0] != 'I';
  return initial || (starts_upper(word) && contains(titles, lower(word)));
}

bool is_abbreviation(std::string_view word) {
  return binds_to_name(word) || is_dotted(word) || (starts_upper(word) && contains(others, lower(word))) || word == "etc" ||
         word == "vs" || word == "approx" || word == "al" || word == "ca" || word == "est" || word == "govt" || word == "dept" ||
         word == "ph" || word == "Ph.D";
}

}  // namespace entente
