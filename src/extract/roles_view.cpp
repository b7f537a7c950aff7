#include "extract/roles_view.hpp"

#include <algorithm>

namespace entente {

namespace {

void put_longest(std::vector<const Mention*>& table, const Mention& mention) {
  for (std::uint32_t i = mention.tokens.begin; i < mention.tokens.end && i < table.size(); ++i)
    if (table[i] == nullptr || table[i]->tokens.size() < mention.tokens.size()) table[i] = &mention;
}

bool within_longer_name(const Document& document, const Mention& person) {
  return std::any_of(document.mentions.begin(), document.mentions.end(), [&](const Mention& other) {
    return other.kind == MentionKind::name && other.type != EntityType::Person && other.tokens.size() > person.tokens.size() &&
           other.tokens.contains(person.tokens);
  });
}

}  // namespace

bool can_have_posts(EntityType type) {
  switch (type) {
    case EntityType::State:
    case EntityType::InternationalOrganization:
    case EntityType::GovernmentBody:
    case EntityType::Organization:
    case EntityType::NewsAgency:
    case EntityType::Council:
    case EntityType::Place: return true;
    default: return false;
  }
}

RoleView::RoleView(const Document& document, const RoleWords& words)
    : document_(&document),
      words_(&words),
      bodies_(document.tokens.size()),
      persons_(document.tokens.size()),
      referring_(document.tokens.size()),
      in_time_(document.tokens.size()) {
  for (const Mention& mention : document.mentions) {
    if (mention.entity == no_entity) continue;
    const bool named = mention.kind == MentionKind::name || mention.kind == MentionKind::adjective;
    if (!named) {
      put_longest(referring_, mention);
    } else if (mention.type == EntityType::Person) {
      if (within_longer_name(document, mention)) continue;
      put_longest(persons_, mention);
      person_list_.push_back(&mention);
    } else if (can_have_posts(mention.type)) {
      put_longest(bodies_, mention);
    }
  }
  for (const TimeExpression& time : document.times)
    for (std::uint32_t i = time.tokens.begin; i < time.tokens.end && i < in_time_.size(); ++i) in_time_[i] = true;
}

bool RoleView::joins(std::uint32_t token) const {
  const std::string_view form = document_->form(token);
  if (form != "-" && form != "–" && form != "‑") return false;
  if (token == 0 || token + 1 >= document_->tokens.size()) return false;
  return document_->tokens[token - 1].range.end == document_->tokens[token].range.begin &&
         document_->tokens[token + 1].range.begin == document_->tokens[token].range.end;
}

bool RoleView::possessive_ending(std::uint32_t token) const {
  const std::string_view form = document_->form(token);
  if (document_->tokens[token].xpos == "POS") return true;
  return form == "'s" || form == "’s" || form == "‘s";
}

bool RoleView::nominal(std::uint32_t token) const {
  const Token& t = document_->tokens[token];
  switch (t.upos) {
    case Upos::ADJ:
    case Upos::NOUN:
    case Upos::PROPN:
    case Upos::NUM:
    case Upos::X: return true;
    case Upos::VERB: return t.xpos == "VBN" || t.xpos == "VBG";
    default: return joins(token) || possessive_ending(token);
  }
}

}  // namespace entente
