#include "knowledge/name_index.hpp"

#include <algorithm>
#include <bit>
#include <tuple>

namespace entente {

namespace {

// Mixes all bits of a key (the finaliser of SplitMix64, Steele, Lea and Flood 2014): consecutive numbers must not
// fall into consecutive slots.
std::uint64_t mix(std::uint64_t x) {
  x ^= x >> 30;
  x *= 0xbf58476d1ce4e5b9ULL;
  x ^= x >> 27;
  x *= 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

std::uint64_t hash_word(std::string_view word) {
  std::uint64_t hash = 0xcbf29ce484222325ULL ^ word.size();
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  hash = mix(hash);
  return hash == 0 ? 1 : hash;
}

std::uint64_t edge_key(std::uint32_t node, std::uint32_t word) { return (std::uint64_t{node} << 32 | word) + 1; }

// After an apostrophe these end a name as a possessive or contraction; anything else is part of the word ("Xi'an").
bool is_clitic(std::string_view word) { return word == "s" || word == "ll" || word == "d" || word == "re" || word == "ve"; }

constexpr std::size_t max_words = 32;

}  // namespace

void NumberTable::reserve(std::size_t count) {
  std::size_t slots = 64;
  while (slots < count * 2) slots *= 2;
  if (slots > keys_.size()) grow(slots);
}

std::uint32_t NumberTable::find(std::uint64_t key) const {
  if (keys_.empty()) return absent;
  const std::size_t mask = keys_.size() - 1;
  for (std::size_t i = mix(key) & mask;; i = (i + 1) & mask) {
    if (keys_[i] == key) return values_[i];
    if (keys_[i] == 0) return absent;
  }
}

std::uint32_t NumberTable::insert(std::uint64_t key, std::uint32_t fresh) {
  if ((count_ + 1) * 2 > keys_.size()) grow(std::max<std::size_t>(64, keys_.size() * 2));
  const std::size_t mask = keys_.size() - 1;
  std::size_t i = mix(key) & mask;
  for (; keys_[i] != 0; i = (i + 1) & mask)
    if (keys_[i] == key) return values_[i];
  keys_[i] = key;
  values_[i] = fresh;
  ++count_;
  return fresh;
}

void NumberTable::grow(std::size_t slots) {
  std::vector<std::uint64_t> keys(slots, 0);
  std::vector<std::uint32_t> values(slots, absent);
  for (std::size_t old = 0; old < keys_.size(); ++old) {
    if (keys_[old] == 0) continue;
    std::size_t i = mix(keys_[old]) & (slots - 1);
    while (keys[i] != 0) i = (i + 1) & (slots - 1);
    keys[i] = keys_[old];
    values[i] = values_[old];
  }
  keys_.swap(keys);
  values_.swap(values);
}

// Two words with one 64-bit hash would be taken for one: with a million words the odds are one in forty million.
std::uint32_t Vocabulary::find(std::string_view word) const { return table_.find(hash_word(word)); }

std::uint32_t Vocabulary::insert(std::string_view word) {
  const std::uint32_t id = table_.insert(hash_word(word), size_);
  if (id == size_) ++size_;
  return id;
}

NameIndex::Case NameIndex::case_of(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
  Case out;
  for (std::size_t i = begin; i < end; ++i) {
    const std::uint32_t bit = 1U << (i - begin);
    if (words[i].initial_upper) out.initial |= bit;
    if (words[i].all_upper) out.whole |= bit;
  }
  return out;
}

// A form asks of a text what it shows itself: a capital where it has one. Capitals throughout are asked of acronyms and
// of single words ("TASS"), as "Us" and "Start" are something else; elsewhere "Nato" may stand for "NATO".
NameIndex::Case NameIndex::required_case(const Words& words, std::size_t begin, NameKind kind) {
  Case out = case_of(words.list, begin, words.list.size());
  const bool strict = kind == NameKind::acronym || words.list.size() - begin == 1;
  for (std::size_t i = begin; i < words.list.size(); ++i)
    if (!strict || !words.list[i].letters) out.whole &= ~(1U << (i - begin));
  return out;
}

bool NameIndex::add(std::string_view form, Name name, float prominence) {
  const std::uint32_t order = added_++;
  const Words words = cut_words(form);
  std::size_t begin = 0;
  if (name.kind != NameKind::contextual && words.list.size() > 1 && words.form(words.list[0]) == "the") begin = 1;
  if (words.list.size() <= begin || words.list.size() - begin > max_words) return false;
  if (nodes_.empty()) nodes_.emplace_back();
  std::uint32_t node = 0;
  for (std::size_t i = begin; i < words.list.size(); ++i) {
    const auto fresh = static_cast<std::uint32_t>(nodes_.size());
    node = edges_.insert(edge_key(node, vocabulary_.insert(words.form(words.list[i]))), fresh);
    if (node == fresh) nodes_.emplace_back();
  }
  entries_.push_back({node, required_case(words, begin, name.kind), name, prominence, order});
  return true;
}

void NameIndex::finish(const std::function<void(const Clash&)>& on_clash) {
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return std::tuple(a.node, -a.prominence, a.order) < std::tuple(b.node, -b.prominence, b.order);
  });
  for (std::size_t begin = 0, end = 0; begin < entries_.size(); begin = end) {
    while (end < entries_.size() && entries_[end].node == entries_[begin].node) ++end;
    for (std::size_t i = begin + 1; on_clash && i < end; ++i)
      if (entries_[i].name.item != entries_[i - 1].name.item && entries_[i].prominence == entries_[i - 1].prominence)
        on_clash({entries_[i - 1].order, entries_[i].order});
    group_names(begin, end);
  }
  entries_ = {};
  starts_.assign(vocabulary_.size(), NumberTable::absent);
  for (std::uint32_t word = 0; word < starts_.size(); ++word) starts_[word] = step(0, word);
}

// One group for each case that the node's entries ask for, with all names that it satisfies; the strictest first.
void NameIndex::group_names(std::size_t begin, std::size_t end) {
  std::vector<Case> cases;
  for (std::size_t i = begin; i < end; ++i)
    if (std::find(cases.begin(), cases.end(), entries_[i].required) == cases.end()) cases.push_back(entries_[i].required);
  std::sort(cases.begin(), cases.end(), [](const Case& a, const Case& b) {
    return std::tuple(std::popcount(a.initial) + std::popcount(a.whole), a.initial, a.whole) >
           std::tuple(std::popcount(b.initial) + std::popcount(b.whole), b.initial, b.whole);
  });
  Node& node = nodes_[entries_[begin].node];
  node.groups_begin = static_cast<std::uint32_t>(groups_.size());
  for (const Case& required : cases) {
    Group group{required, static_cast<std::uint32_t>(names_.size()), 0};
    for (std::size_t i = begin; i < end; ++i)
      if (required.allows(entries_[i].required)) names_.push_back(entries_[i].name);
    group.end = static_cast<std::uint32_t>(names_.size());
    groups_.push_back(group);
  }
  node.groups_end = static_cast<std::uint32_t>(groups_.size());
}

std::uint32_t NameIndex::step(std::uint32_t node, std::uint32_t word) const { return edges_.find(edge_key(node, word)); }

std::span<const Name> NameIndex::names_of(std::uint32_t node, const Case& written) const {
  for (std::uint32_t g = nodes_[node].groups_begin; g < nodes_[node].groups_end; ++g)
    if (written.allows(groups_[g].required)) return std::span(names_).subspan(groups_[g].begin, groups_[g].end - groups_[g].begin);
  return {};
}

std::span<const Name> NameIndex::lookup(std::string_view form) const {
  const Words words = cut_words(form);
  const std::size_t count = words.list.size();
  for (std::size_t begin = 0; begin < std::min<std::size_t>(count, 2); ++begin) {
    if (begin == 1 && words.form(words.list[0]) != "the") break;
    std::uint32_t node = 0;
    std::size_t i = begin;
    for (; i < count && i - begin < max_words && node != NumberTable::absent; ++i) {
      const std::uint32_t word = vocabulary_.find(words.form(words.list[i]));
      node = word == Vocabulary::absent ? NumberTable::absent : step(node, word);
    }
    if (i < count || node == NumberTable::absent || nodes_.empty()) continue;
    if (const auto names = names_of(node, case_of(words.list, begin, count)); !names.empty()) return names;
  }
  return {};
}

bool NameIndex::match_at(const Words& words, const std::vector<std::uint32_t>& ids, std::size_t at, NameMatch& found,
                         std::size_t& next) const {
  std::uint32_t node = starts_[ids[at]];
  Case written;
  bool any = false;
  for (std::size_t i = at; node != NumberTable::absent && i - at < max_words; ++i) {
    const std::uint32_t bit = 1U << (i - at);
    if (words.list[i].initial_upper) written.initial |= bit;
    if (words.list[i].all_upper) written.whole |= bit;
    const bool last = i + 1 == words.list.size();
    const bool inside = !last && words.list[i + 1].gap == Gap::apostrophe && !is_clitic(words.form(words.list[i + 1]));
    if (!inside && nodes_[node].groups_begin != nodes_[node].groups_end) {
      if (const auto names = names_of(node, written); !names.empty()) {
        found = {words.list[at].begin, words.list[i].end, names};
        next = i + 1;
        any = true;
      }
    }
    if (last || words.list[i + 1].gap == Gap::none || ids[i + 1] == Vocabulary::absent) break;
    node = step(node, ids[i + 1]);
  }
  return any;
}

std::vector<NameMatch> NameIndex::match(std::string_view text) const {
  std::vector<NameMatch> out;
  if (names_.empty()) return out;
  const Words words = cut_words(text);
  std::vector<std::uint32_t> ids(words.list.size());
  for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = vocabulary_.find(words.form(words.list[i]));
  for (std::size_t i = 0; i < ids.size();) {
    NameMatch found;
    std::size_t next = i + 1;
    const bool may_start = ids[i] != Vocabulary::absent && words.list[i].gap != Gap::apostrophe;
    if (may_start && match_at(words, ids, i, found, next)) out.push_back(found);
    i = next;
  }
  return out;
}

}  // namespace entente
