#include "knowledge/name_index_builder.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstring>
#include <tuple>
#include <utility>

#include "knowledge/flat.hpp"
#include "knowledge/spelling.hpp"

namespace entente {

namespace {

constexpr std::uint32_t absent = NameTables::absent;

std::uint64_t edge_key(std::uint32_t node, std::uint32_t word) { return (std::uint64_t{node} << 32 | word) + 1; }

// A form asks of a text what it shows itself: a capital where it has one. Capitals throughout are asked of acronyms and
// of single words ("TASS"), as "Us" and "Start" are something else; elsewhere "Nato" may stand for "NATO".
NameCase required_case(const Words& words, std::size_t begin, NameKind kind) {
  NameCase out = case_of(words.list, begin, words.list.size());
  const bool strict = kind == NameKind::acronym || words.list.size() - begin == 1;
  for (std::size_t i = begin; i < words.list.size(); ++i)
    if (!strict || !words.list[i].letters) out.whole &= ~(1U << (i - begin));
  return out;
}

bool same_name(const Name& a, const Name& b) { return a.item == b.item && a.kind == b.kind; }

// Filled member by member into zeroed bytes, as Name has padding.
std::string bytes_of_names(const std::vector<Name>& names) {
  std::string out(names.size() * sizeof(Name), '\0');
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::memcpy(out.data() + i * sizeof(Name) + offsetof(Name, item), &names[i].item, sizeof names[i].item);
    std::memcpy(out.data() + i * sizeof(Name) + offsetof(Name, kind), &names[i].kind, sizeof names[i].kind);
  }
  return out;
}

}  // namespace

NameCase case_of(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
  NameCase out;
  for (std::size_t i = begin; i < end; ++i) {
    const std::uint32_t bit = 1U << (i - begin);
    if (words[i].initial_upper) out.initial |= bit;
    if (words[i].all_upper) out.whole |= bit;
  }
  return out;
}

std::uint32_t NameIndexBuilder::word_number(std::string_view folded) {
  const std::uint64_t hash = hash_text(folded);
  const auto fresh = static_cast<std::uint32_t>(hashes_.size());
  const std::uint32_t word = words_.insert(hash, fresh);
  if (word != fresh) return word;
  hashes_.push_back(hash);
  const auto common = common_spelling(folded);
  spelling_of_.push_back(common ? spelling_number(*common) : absent);
  return word;
}

std::uint32_t NameIndexBuilder::spelling_number(std::string_view common) {
  const auto fresh = static_cast<std::uint32_t>(kin_.size());
  const std::uint32_t spelling = spellings_.insert(hash_text(common), fresh);
  if (spelling == fresh) kin_.emplace_back();
  return spelling;
}

void NameIndexBuilder::add_kin(std::uint32_t word, std::uint32_t spelling) {
  std::vector<std::uint32_t>& kin = kin_[spelling];
  const auto at = std::lower_bound(kin.begin(), kin.end(), word);
  if (at == kin.end() || *at != word) kin.insert(at, word);
}

void NameIndexBuilder::same_spelling(const std::vector<std::string>& words) {
  if (words.empty()) return;
  const std::uint32_t spelling = spelling_number(common_spelling(words.front()).value_or(words.front()));
  for (const std::string& word : words) spelling_of_[word_number(word)] = spelling;
}

// The words of a name that have other spellings, by rule or by list, and those whose umlauts may be written out.
void NameIndexBuilder::add_kin(const Words& words, std::string_view text, std::size_t begin,
                               const std::vector<std::uint32_t>& path) {
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (spelling_of_[path[i]] != absent) add_kin(path[i], spelling_of_[path[i]]);
    const Word& word = words.list[begin + i];
    const std::string written_out = umlauts_written_out(text.substr(word.begin, word.end - word.begin));
    if (written_out.empty()) continue;
    const std::uint32_t other = word_number(written_out);
    if (spelling_of_[other] == absent) spelling_of_[other] = spelling_number(written_out);
    add_kin(path[i], spelling_of_[other]);
  }
}

std::uint32_t NameIndexBuilder::child(std::uint32_t node, std::uint32_t word) {
  const auto fresh = static_cast<std::uint32_t>(reached_by_.size());
  const std::uint32_t found = edges_.insert(edge_key(node, word), fresh);
  if (found == fresh) reached_by_.push_back({node, word});
  return found;
}

bool NameIndexBuilder::add(std::string_view text, const Form& form) {
  const std::uint32_t order = added_++;
  const Words words = cut_words(text);
  std::size_t begin = 0;
  if (form.name.kind != NameKind::contextual && words.list.size() > 1 && words.form(words.list[0]) == "the") begin = 1;
  if (words.list.size() <= begin || words.list.size() - begin > max_name_words) return false;
  std::vector<std::uint32_t> path;
  std::uint32_t node = 0;
  for (std::size_t i = begin; i < words.list.size(); ++i) {
    path.push_back(word_number(words.form(words.list[i])));
    node = child(node, path.back());
  }
  if (form.spelled_freely) add_kin(words, text, begin, path);
  entries_.push_back({node, order, form, required_case(words, begin, form.name.kind), false});
  return true;
}

Sections NameIndexBuilder::finish(const OnClash& on_clash, const NameTables* below,
                                  const std::function<float(ItemId)>& prominence) {
  if (below != nullptr) take_from_below(*below, prominence);
  number_nodes();
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return std::tuple(a.node, -a.form.prominence, !a.from_below, a.order) <
           std::tuple(b.node, -b.form.prominence, !b.from_below, b.order);
  });
  make_groups(on_clash);
  entries_ = {};
  std::vector<NameWord> starts = words_with_kin();
  for (std::uint32_t node = nodes_[0].children; node < nodes_[1].children; ++node) starts[nodes_[node].word].start = node;
  Sections out = spelling_sections();
  out.emplace_back("words.keys", bytes_of(words_.view().keys));
  out.emplace_back("words.values", bytes_of(words_.view().values));
  out.emplace_back("nodes", bytes_of(nodes_));
  out.emplace_back("starts", bytes_of(starts));
  out.emplace_back("groups", bytes_of(groups_));
  out.emplace_back("names", bytes_of_names(names_));
  return out;
}

// The node that has the same words in other tables, or absent.
std::uint32_t NameIndexBuilder::node_below(const NameTables& below, std::uint32_t node) const {
  std::vector<std::uint32_t> path;
  for (; node != 0; node = reached_by_[node].parent) path.push_back(reached_by_[node].word);
  std::uint32_t found = 0;
  for (auto word = path.rbegin(); word != path.rend() && found != absent; ++word) {
    const std::uint32_t number = below.words.find(hashes_[*word]);
    found = number == absent ? absent : below.step(found, number);
  }
  return found;
}

// What a name asks of the case is that of the loosest group that it stands in: groups hold all that they allow.
void NameIndexBuilder::take_from_below(const NameTables& below, const std::function<float(ItemId)>& prominence) {
  std::vector<std::uint32_t> named;
  for (const Entry& entry : entries_) named.push_back(entry.node);
  std::sort(named.begin(), named.end());
  named.erase(std::unique(named.begin(), named.end()), named.end());
  std::uint32_t order = 0;
  for (const std::uint32_t node : named) {
    const std::uint32_t other = node_below(below, node);
    if (other == absent) continue;
    const auto groups = below.groups_of(other);
    const std::size_t first = entries_.size();
    for (auto group = groups.rbegin(); group != groups.rend(); ++group) {
      const bool free = (group->use & NameGroup::spelled_otherwise) != 0;
      for (const Name& name : below.names.subspan(group->begin, group->end - group->begin)) {
        const auto known = std::find_if(entries_.begin() + static_cast<std::ptrdiff_t>(first), entries_.end(), [&](const Entry& e) {
          return same_name(e.form.name, name) && group->required.allows(e.required);
        });
        if (known != entries_.end())
          known->form.spelled_freely |= free;
        else
          entries_.push_back({node, order++, {name, prominence(name.item), free}, group->required, true});
      }
    }
  }
}

// Numbers the nodes by breadth, children by their word, and moves the entries to the new numbers.
void NameIndexBuilder::number_nodes() {
  const std::size_t count = reached_by_.size();
  std::vector<std::uint32_t> begins(count + 1, 0);
  for (std::size_t i = 1; i < count; ++i) ++begins[reached_by_[i].parent + 1];
  for (std::size_t i = 0; i < count; ++i) begins[i + 1] += begins[i];
  std::vector<std::uint32_t> children(count - 1), filled(begins.begin(), begins.end() - 1);
  for (std::uint32_t i = 1; i < count; ++i) children[filled[reached_by_[i].parent]++] = i;
  std::vector<std::uint32_t> order = {0}, fresh(count, 0);
  order.reserve(count);
  nodes_.assign(count + 1, {});
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t old = order[i];
    fresh[old] = static_cast<std::uint32_t>(i);
    nodes_[i] = {reached_by_[old].word, static_cast<std::uint32_t>(order.size()), 0};
    const auto begin = children.begin() + begins[old], end = children.begin() + begins[old + 1];
    std::sort(begin, end, [&](std::uint32_t a, std::uint32_t b) { return reached_by_[a].word < reached_by_[b].word; });
    order.insert(order.end(), begin, end);
  }
  nodes_[count].children = static_cast<std::uint32_t>(count);
  for (Entry& entry : entries_) entry.node = fresh[entry.node];
}

void NameIndexBuilder::make_groups(const OnClash& on_clash) {
  std::uint32_t node = 0;
  const auto close_up_to = [&](std::size_t next) {
    while (node < next) nodes_[++node].groups = static_cast<std::uint32_t>(groups_.size());
  };
  for (std::size_t begin = 0, end = 0; begin < entries_.size(); begin = end) {
    while (end < entries_.size() && entries_[end].node == entries_[begin].node) ++end;
    close_up_to(entries_[begin].node);
    for (std::size_t i = begin + 1; on_clash && i < end; ++i) {
      const Entry &a = entries_[i - 1], &b = entries_[i];
      const bool clash = a.form.name.item != b.form.name.item && a.form.prominence == b.form.prominence;
      if (clash && !a.from_below && !b.from_below) on_clash({a.order, b.order});
    }
    const auto free =
        std::count_if(entries_.begin() + static_cast<std::ptrdiff_t>(begin), entries_.begin() + static_cast<std::ptrdiff_t>(end),
                      [](const Entry& entry) { return entry.form.spelled_freely; });
    if (static_cast<std::size_t>(free) == end - begin) {
      group_entries(begin, end, NameGroup::as_written | NameGroup::spelled_otherwise);
      continue;
    }
    group_entries(begin, end, NameGroup::as_written);
    if (free > 0) group_entries(begin, end, NameGroup::spelled_otherwise);
  }
  close_up_to(nodes_.size() - 1);
}

// One group for each case that the entries ask for, with all names that it satisfies; the strictest first.
void NameIndexBuilder::group_entries(std::size_t begin, std::size_t end, std::uint32_t use) {
  const auto counts = [&](const Entry& entry) { return use != NameGroup::spelled_otherwise || entry.form.spelled_freely; };
  std::vector<NameCase> cases;
  for (std::size_t i = begin; i < end; ++i)
    if (counts(entries_[i]) && std::find(cases.begin(), cases.end(), entries_[i].required) == cases.end())
      cases.push_back(entries_[i].required);
  std::sort(cases.begin(), cases.end(), [](const NameCase& a, const NameCase& b) {
    return std::tuple(std::popcount(a.initial) + std::popcount(a.whole), a.initial, a.whole) >
           std::tuple(std::popcount(b.initial) + std::popcount(b.whole), b.initial, b.whole);
  });
  for (const NameCase& required : cases) {
    NameGroup group{required, static_cast<std::uint32_t>(names_.size()), 0, use};
    for (std::size_t i = begin; i < end; ++i) {
      if (!counts(entries_[i]) || !required.allows(entries_[i].required)) continue;
      const Name& name = entries_[i].form.name;
      const auto same = [&](const Name& other) { return same_name(other, name); };
      if (std::none_of(names_.begin() + group.begin, names_.end(), same)) names_.push_back(name);
    }
    group.end = static_cast<std::uint32_t>(names_.size());
    groups_.push_back(group);
  }
}

std::vector<NameWord> NameIndexBuilder::words_with_kin() const {
  std::vector<NameWord> out(hashes_.size(), {absent, absent});
  for (std::uint32_t word = 0; word < out.size(); ++word) {
    const std::uint32_t spelling = spelling_of_[word];
    if (spelling == absent) continue;
    const auto& group = kin_[spelling];
    if (std::any_of(group.begin(), group.end(), [&](std::uint32_t other) { return other != word; })) out[word].kin = spelling;
  }
  return out;
}

Sections NameIndexBuilder::spelling_sections() const {
  std::vector<std::uint32_t> begins = {0}, words;
  for (const std::vector<std::uint32_t>& group : kin_) {
    words.insert(words.end(), group.begin(), group.end());
    begins.push_back(static_cast<std::uint32_t>(words.size()));
  }
  Sections out;
  out.emplace_back("spelled.keys", bytes_of(spellings_.view().keys));
  out.emplace_back("spelled.values", bytes_of(spellings_.view().values));
  out.emplace_back("kin.begins", bytes_of(begins));
  out.emplace_back("kin.words", bytes_of(words));
  return out;
}

}  // namespace entente
