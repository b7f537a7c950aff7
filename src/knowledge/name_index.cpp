#include "knowledge/name_index.hpp"

#include <algorithm>

#include "knowledge/name_index_builder.hpp"
#include "knowledge/spelling.hpp"
#include "knowledge/words.hpp"

namespace entente {

namespace {

constexpr std::uint32_t absent = NameTables::absent;

// After an apostrophe these end a name as a possessive or contraction; anything else is part of the word ("Xi'an").
bool is_clitic(std::string_view word) { return word == "s" || word == "ll" || word == "d" || word == "re" || word == "ve"; }

// The words of a text as one layer knows them.
struct Reading {
  const NameTables* tables = nullptr;
  std::vector<std::uint32_t> ids;  // number of each word, or absent
  std::vector<std::uint32_t> kin;  // common spelling that other words of the layer have, or absent
};

// Only capitalised words are looked up by their spelling: common words cost nothing.
std::uint32_t kin_of(const NameTables& tables, const Words& words, const Word& word, std::uint32_t id) {
  if (id != absent) return tables.starts[id].kin;
  if (!word.initial_upper || tables.spellings.keys.empty()) return absent;
  const auto common = common_spelling(words.form(word));
  return common ? tables.spellings.find(hash_text(*common)) : absent;
}

Reading read_words(const NameTables& tables, const Words& words, const std::vector<std::uint64_t>& hashes) {
  Reading out{&tables, std::vector<std::uint32_t>(hashes.size()), std::vector<std::uint32_t>(hashes.size())};
  // With a million names each look is one into memory that no cache holds: it is asked for some words ahead.
  constexpr std::size_t ahead = 8;
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    if (i + ahead < hashes.size()) tables.words.fetch(hashes[i + ahead]);
    out.ids[i] = tables.words.find(hashes[i]);
  }
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    if (i + ahead < hashes.size() && out.ids[i + ahead] != absent) __builtin_prefetch(&tables.starts[out.ids[i + ahead]]);
    out.kin[i] = kin_of(tables, words, words.list[i], out.ids[i]);
  }
  return out;
}

struct Found {
  std::size_t end = 0;  // word after the last; 0: nothing
  bool respelled = false;
  std::span<const Name> names;

  bool better_than(const Found& other) const {
    return end > other.end || (end == other.end && end != 0 && other.respelled && !respelled);
  }
};

// All paths through one layer from one word of a text.
class Walk {
 public:
  Walk(const Words& words, const Reading& reading, std::size_t begin) : words_(words), reading_(reading), begin_(begin) {}

  // The longest name, but as it is written if that is as long as in another spelling. `end`: the only end that counts, or 0.
  Found run(std::size_t end = 0) {
    only_end_ = end;
    step(0, begin_, {}, false);
    return found_;
  }

 private:
  std::uint32_t child(std::uint32_t node, std::uint32_t word) const {
    return node == 0 ? reading_.tables->starts[word].start : reading_.tables->step(node, word);
  }

  // From a node over the word at `at`.
  void step(std::uint32_t node, std::size_t at, const NameCase& before, bool respelled) {
    const std::uint32_t id = reading_.ids[at];
    if (id != absent)
      if (const std::uint32_t next = child(node, id); next != absent) arrive(next, at, before, respelled);
    if (reading_.kin[at] == absent) return;
    for (const std::uint32_t other : reading_.tables->words_of(reading_.kin[at]))
      if (other != id)
        if (const std::uint32_t next = child(node, other); next != absent) arrive(next, at, before, true);
  }

  void arrive(std::uint32_t node, std::size_t at, NameCase written, bool respelled) {
    const std::vector<Word>& list = words_.list;
    const std::uint32_t bit = 1U << (at - begin_);
    if (list[at].initial_upper) written.initial |= bit;
    if (list[at].all_upper) written.whole |= bit;
    const bool last = at + 1 == list.size();
    const bool ends = last || at + 1 - begin_ >= max_name_words || (only_end_ == 0 && list[at + 1].gap == Gap::none);
    if (!ends) step(node, at + 1, written, respelled);
    // Longer names are looked for first: most that begin here need not be looked at.
    const bool longer = found_.end > at + 1 || (found_.end == at + 1 && (!found_.respelled || respelled));
    if (longer || (only_end_ != 0 && only_end_ != at + 1) || !reading_.tables->has_names(node)) return;
    const bool inside = !last && list[at + 1].gap == Gap::apostrophe && !is_clitic(words_.form(list[at + 1]));
    if (inside && only_end_ == 0) return;
    const auto names = reading_.tables->names_of(node, written, respelled ? NameGroup::spelled_otherwise : NameGroup::as_written);
    if (!names.empty()) found_ = {at + 1, respelled, names};
  }

  const Words& words_;
  const Reading& reading_;
  std::size_t begin_;
  std::size_t only_end_ = 0;
  Found found_;
};

std::vector<std::uint64_t> hashes_of(const Words& words) {
  std::vector<std::uint64_t> out(words.list.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = hash_text(words.form(words.list[i]));
  return out;
}

}  // namespace

std::span<const Name> NameIndex::lookup(std::string_view form) const {
  const Words words = cut_words(form);
  const std::size_t count = words.list.size();
  if (count == 0 || count > max_name_words + 1) return {};
  const std::vector<std::uint64_t> hashes = hashes_of(words);
  std::vector<Reading> readings;
  for (const NameTables& layer : layers_) readings.push_back(read_words(layer, words, hashes));
  const std::size_t begins = count > 1 && words.form(words.list[0]) == "the" ? 2 : 1;
  Found best;
  for (std::size_t begin = 0; begin < begins; ++begin)
    for (const Reading& reading : readings)
      if (const Found found = Walk(words, reading, begin).run(count); found.better_than(best)) best = found;
  return best.names;
}

std::vector<NameMatch> NameIndex::match(std::string_view text) const {
  std::vector<NameMatch> out;
  const Words words = cut_words(text);
  const std::vector<std::uint64_t> hashes = hashes_of(words);
  std::vector<Reading> readings;
  for (const NameTables& layer : layers_) readings.push_back(read_words(layer, words, hashes));
  for (std::size_t i = 0; i < words.list.size();) {
    Found longest;
    if (words.list[i].gap != Gap::apostrophe)
      for (const Reading& reading : readings)
        if (reading.ids[i] != absent || reading.kin[i] != absent)
          if (const Found found = Walk(words, reading, i).run(); found.better_than(longest)) longest = found;
    if (longest.end != 0) out.push_back({words.list[i].begin, words.list[longest.end - 1].end, longest.names});
    i = std::max(i + 1, longest.end);
  }
  return out;
}

}  // namespace entente
