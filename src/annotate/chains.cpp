#include "annotate/chains.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "model/syntax.hpp"

namespace entente {

std::string ChainSet::form(std::uint32_t at) const { return plain_spaces(document.text(mention(at).range)); }

std::uint32_t ChainSet::open(std::uint32_t mention, EntityType type) {
  Chain chain;
  chain.type = type;
  chains.push_back(std::move(chain));
  const auto index = static_cast<std::uint32_t>(chains.size() - 1);
  attach(index, mention);
  return index;
}

void ChainSet::attach(std::uint32_t chain, std::uint32_t mention) {
  of_mention[mention] = chain;
  auto& list = chains[chain].mentions;
  list.insert(std::upper_bound(list.begin(), list.end(), mention), mention);
}

std::uint32_t ChainSet::find_item(ItemId item) const {
  for (std::uint32_t i = 0; i < chains.size(); ++i)
    if (chains[i].item == item) return i;
  return no_chain;
}

std::uint32_t add_mention(ChainSet& set, Range tokens, MentionKind kind, EntityType type) {
  Mention mention;
  mention.tokens = tokens;
  mention.range = set.document.bytes(tokens);
  mention.head = head_of(set.document, tokens);
  mention.kind = kind;
  mention.type = type;
  set.document.mentions.push_back(mention);
  set.of_mention.push_back(no_chain);
  return static_cast<std::uint32_t>(set.document.mentions.size() - 1);
}

}  // namespace entente
