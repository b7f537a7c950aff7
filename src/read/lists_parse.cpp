#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "read/lists.hpp"

namespace entente {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; }

using Sections = std::map<std::string, std::vector<std::string>, std::less<>>;

// "[name]" begins a section, '#' a comment; every other line that is not empty is one entry.
Sections parse_sections(std::string_view file) {
  Sections sections;
  std::string name;
  for (const std::string_view raw : split(file, '\n')) {
    const std::string_view line = trim(raw);
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[')
      name = std::string(line.substr(1, line.size() - 2));
    else
      sections[name].push_back(fold(line));
  }
  return sections;
}

Phrases::Words word_set(const std::vector<std::string>& entries) {
  Phrases::Words words;
  for (const std::string& entry : entries)
    for (const std::string_view word : split(entry, ' ')) words.emplace(word);
  return words;
}

Phrases parse_phrases() {
  Sections sections = parse_sections(phrases_file());
  Phrases phrases;
  phrases.line = {sections["line"].begin(), sections["line"].end()};
  phrases.section = {sections["section"].begin(), sections["section"].end()};
  phrases.function = word_set(sections["function"]);
  phrases.article = word_set(sections["article"]);
  phrases.byline_word = word_set(sections["byline-word"]);
  phrases.html_class = word_set(sections["html-class"]);
  phrases.media_word = word_set(sections["media-word"]);
  phrases.label = {sections["label"].begin(), sections["label"].end()};
  phrases.agency = {sections["agency"].begin(), sections["agency"].end()};
  phrases.social = {sections["social"].begin(), sections["social"].end()};
  phrases.start_any = PhraseList(sections["start-any"]);
  phrases.start = PhraseList(sections["start"]);
  phrases.contains_any = PhraseList(sections["contains-any"]);
  phrases.contains = PhraseList(sections["contains"]);
  phrases.credit = PhraseList(sections["credit"]);
  phrases.caption = PhraseList(sections["caption"]);
  return phrases;
}

struct Publishers {
  std::map<std::string, std::string, std::less<>> hosts;
  std::map<std::string, std::string, std::less<>> names;  // folded, without "the"
};

std::string_view without_article(std::string_view folded) { return folded.substr(0, 4) == "the " ? folded.substr(4) : folded; }

// "Name = host host ... ; other name ; other name"
Publishers parse_publishers() {
  Publishers publishers;
  for (const std::string_view raw : split(publishers_file(), '\n')) {
    const std::string_view line = trim(raw);
    const std::size_t equals = line.find('=');
    if (line.empty() || line.front() == '#' || equals == std::string_view::npos) continue;
    const std::string name(trim(line.substr(0, equals)));
    publishers.names.emplace(without_article(fold(name)), name);
    const auto parts = split(line.substr(equals + 1), ';');
    for (const std::string_view host : split(trim(parts[0]), ' '))
      if (!host.empty()) publishers.hosts.emplace(host, name);
    for (std::size_t i = 1; i < parts.size(); ++i) publishers.names.emplace(without_article(fold(parts[i])), name);
  }
  return publishers;
}

const Publishers& publishers() {
  static const Publishers parsed = parse_publishers();
  return parsed;
}

}  // namespace

PhraseList::PhraseList(const std::vector<std::string>& phrases) {
  for (const std::string& phrase : phrases)
    if (!phrase.empty()) by_first_[static_cast<unsigned char>(phrase.front())].push_back(phrase);
}

bool PhraseList::begins(std::string_view folded) const {
  if (folded.empty()) return false;
  const auto& candidates = starting_with(folded.front());
  return std::any_of(candidates.begin(), candidates.end(), [&](const std::string& phrase) {
    return folded.substr(0, phrase.size()) == phrase &&
           (folded.size() == phrase.size() || !is_letter(phrase.back()) || !is_letter(folded[phrase.size()]));
  });
}

bool PhraseList::within(std::string_view folded) const {
  for (std::size_t at = 0; at < folded.size(); ++at) {
    if (at > 0 && is_letter(folded[at - 1]) && is_letter(folded[at])) continue;
    for (const std::string& phrase : starting_with(folded[at]))
      if (folded.substr(at, phrase.size()) == phrase) return true;
  }
  return false;
}

const Phrases& phrases() {
  static const Phrases parsed = parse_phrases();
  return parsed;
}

std::string publisher_of_host(std::string_view host) {
  std::string name = lower(host);
  for (;;) {  // en.wikinews.org, then wikinews.org
    if (const auto found = publishers().hosts.find(name); found != publishers().hosts.end()) return found->second;
    const std::size_t dot = name.find('.');
    if (dot == std::string::npos) return {};
    name.erase(0, dot + 1);
  }
}

bool names_media(std::string_view name) {
  if (!publisher_of_name(name).empty()) return true;
  const auto words = split(name, ' ');
  if (words.size() < 2 || words.size() > 5 || phrases().media_word.count(fold(words.back())) == 0) return false;
  return std::all_of(words.begin(), words.end(),
                     [](std::string_view word) { return starts_upper(word) || word == "of" || word == "and" || word == "&"; });
}

std::string publisher_of_name(std::string_view name) {
  const std::string folded = fold(trim(name));
  const auto found = publishers().names.find(without_article(folded));
  return found == publishers().names.end() ? std::string() : found->second;
}

}  // namespace entente
