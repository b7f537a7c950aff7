// Chains of persons by their names.
#include <algorithm>

#include "annotate/chains.hpp"
#include "base/text.hpp"

namespace entente {

namespace {

struct PersonName {
  std::vector<std::string> parts;  // folded words, initials as one letter
  bool family_first = false;

  const std::string& given() const { return family_first ? parts.back() : parts.front(); }
  const std::string& family() const { return family_first ? parts.front() : parts.back(); }
};

PersonName parse(const ChainSet& set, std::uint32_t at) {
  PersonName name;
  const std::string folded = fold(set.form(at));
  for (std::string_view word : split(folded, ' ')) {
    if (word.size() > 1 && word.back() == '.') word.remove_suffix(1);
    if (!word.empty()) name.parts.emplace_back(word);
  }
  name.family_first = name.parts.size() > 1 && set.words.is(name.parts.front(), NameWord::family_first) &&
                      set.knowledge.first_name_gender(name.parts.front()) == 0;
  return name;
}

bool same_given(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const std::string& shorter = a.size() < b.size() ? a : b;
  const std::string& longer = a.size() < b.size() ? b : a;
  return shorter.size() == 1 && longer.front() == shorter.front();
}

// "Vladimir Putin" and "Vladimir V. Putin"; "Mohammed bin Salman" and "Mohammed bin Salman Al Saud" share their beginning.
bool same_person(const PersonName& a, const PersonName& b) {
  if (a.parts == b.parts) return true;
  if (a.family() == b.family() && same_given(a.given(), b.given())) return true;
  const PersonName& shorter = a.parts.size() < b.parts.size() ? a : b;
  const PersonName& longer = a.parts.size() < b.parts.size() ? b : a;
  return shorter.parts.size() >= 3 && std::equal(shorter.parts.begin(), shorter.parts.end(), longer.parts.begin());
}

// One word stands for a full name: its surname, its first name, or the end of its surname ("Le Drian").
bool stands_for(const PersonName& word, const PersonName& full) {
  if (word.parts.size() == 1)
    return word.parts[0] == full.family() || word.parts[0] == full.given() ||
           std::find(full.parts.begin() + 1, full.parts.end(), word.parts[0]) != full.parts.end();
  return full.parts.size() > word.parts.size() && std::equal(word.parts.rbegin(), word.parts.rend(), full.parts.rbegin());
}

// Surname before first name, so that "Yulia" of "Yulia Skripal" does not take what "Skripal" means.
int strength(const PersonName& word, const PersonName& full) {
  if (!stands_for(word, full)) return 0;
  if (word.parts.size() > 1) return 3;
  return word.parts[0] == full.family() ? 2 : 1;
}

struct Full {
  std::uint32_t mention = 0;
  std::uint32_t chain = no_chain;
  PersonName name;
};

// "John Luk" of "John Luk Jok", if nobody else is called so: "Kim Jong" is nobody's beginning beside two who share it.
bool begins_only(const std::vector<Full>& fulls, const PersonName& shorter, const Full& longer) {
  const auto begins = [&](const PersonName& name) {
    return name.parts.size() > shorter.parts.size() && std::equal(shorter.parts.begin(), shorter.parts.end(), name.parts.begin());
  };
  return begins(longer.name) && std::all_of(fulls.begin(), fulls.end(),
                                            [&](const Full& other) { return other.chain == longer.chain || !begins(other.name); });
}

// The bearer of a short name: the strongest fit, among equals the one named last before it, else the first after it.
std::uint32_t find_bearer(const std::vector<Full>& fulls, const PersonName& word, std::uint32_t at) {
  const Full* best = nullptr;
  int best_strength = 0;
  for (const Full& full : fulls) {
    const int fit = strength(word, full.name);
    if (fit == 0 || fit < best_strength) continue;
    const bool better = best == nullptr || fit > best_strength || full.mention < at;
    if (!better) continue;
    best = &full;
    best_strength = fit;
  }
  return best == nullptr ? no_chain : best->chain;
}

}  // namespace

void chain_persons(ChainSet& set) {
  std::vector<Full> fulls;
  std::vector<std::uint32_t> shorts;
  for (std::uint32_t i = 0; i < set.document.mentions.size(); ++i) {
    const Mention& mention = set.mention(i);
    if (mention.type != EntityType::Person || mention.kind != MentionKind::name || set.of_mention[i] != no_chain) continue;
    PersonName name = parse(set, i);
    if (name.parts.size() < 2) {
      shorts.push_back(i);
      continue;
    }
    const auto known = std::find_if(fulls.begin(), fulls.end(), [&](const Full& f) { return same_person(f.name, name); });
    const std::uint32_t chain = known == fulls.end() ? set.open(i, EntityType::Person) : known->chain;
    if (known != fulls.end()) set.attach(chain, i);
    fulls.push_back({i, chain, std::move(name)});
  }
  // Two-word short forms such as "Le Drian" were taken for full names: fold them into the longer name.
  for (std::uint32_t i = 0; i < fulls.size(); ++i) {
    for (const Full& longer : fulls) {
      if (longer.chain == fulls[i].chain || longer.name.parts.size() <= fulls[i].name.parts.size()) continue;
      if (strength(fulls[i].name, longer.name) < 3 && !begins_only(fulls, fulls[i].name, longer)) continue;
      const std::uint32_t old = fulls[i].chain;
      const std::vector<std::uint32_t> moved = set.chains[old].mentions;
      set.chains[old].mentions.clear();
      for (const std::uint32_t mention : moved) set.attach(longer.chain, mention);
      for (Full& full : fulls)
        if (full.chain == old) full.chain = longer.chain;
      break;
    }
  }
  for (const std::uint32_t i : shorts) {
    const PersonName word = parse(set, i);
    std::uint32_t chain = find_bearer(fulls, word, i);
    for (const std::uint32_t other : shorts)
      if (chain == no_chain && other < i && fold(set.form(other)) == fold(set.form(i))) chain = set.of_mention[other];
    if (chain != no_chain) {
      set.attach(chain, i);
    } else {
      set.open(i, EntityType::Person);
    }
  }
}

}  // namespace entente
