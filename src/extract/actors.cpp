#include "extract/actors.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"
#include "extract/groups.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

// "a member of the delegation of the government of Norway": far enough.
constexpr int deepest = 3;

bool allowed(const Document& document, EntityIndex entity, const ArgumentPattern& argument) {
  if (entity == no_entity || entity >= document.entities.size()) return false;
  return (argument.types >> static_cast<unsigned>(document.entities[entity].type) & 1u) != 0;
}

bool is_first_person(const Document& document, TokenIndex token) {
  if (document.form(token) == "US") return false;
  const std::string form = lower(document.form(token));
  return form == "i" || form == "we" || form == "us" || form == "our" || form == "my" || form == "me";
}

class Resolver {
 public:
  Resolver(const Clauses& clauses, const ArgumentPattern& argument) : clauses_(clauses), argument_(argument) {}

  std::vector<EntityIndex> run(TokenIndex token) {
    std::vector<EntityIndex> out;
    if (find(token, out)) return out;
    if (argument_.representative && stands_for_owner(token)) owners(token, out, 0);
    if (argument_.representative && out.empty() && in_class("armed-group-noun", token)) armed_group(token, out);
    if (out.empty() && argument_.owner) owners(token, out, 0);
    return out;
  }

 private:
  const Document& document() const { return clauses_.document(); }

  void add(EntityIndex entity, std::vector<EntityIndex>& out) const {
    if (allowed(document(), entity, argument_) && std::find(out.begin(), out.end(), entity) == out.end()) out.push_back(entity);
  }

  // The token itself: by its mention, or as the speaker's own "we". True if that settles it.
  bool find(TokenIndex token, std::vector<EntityIndex>& out) const {
    if (is_first_person(document(), token)) {
      if (const Quotation* words = quotation_at(document(), token)) add_speaker(*words, token, out);
      return true;
    }
    add(entity_of(document(), token), out);
    if (out.empty()) add(described_by(token), out);
    if (out.empty()) add(named_behind(token), out);
    // An officer whom the article does not name acts for the state or body.
    if (out.empty() && argument_.representative)
      for (const OfficeMention& office : document().offices)
        if (office.head == token) add(office.of, out);
    if (out.empty())
      for (const EntityIndex entity : group_at(document(), clauses_.rules(), token)) add(entity, out);
    return !out.empty();
  }

  // "we" in the mouth of an official is the state as well.
  void add_speaker(const Quotation& words, TokenIndex token, std::vector<EntityIndex>& out) const {
    add(words.speaker, out);
    const std::string form = lower(document().form(token));
    const bool alone = form == "i" || form == "my" || form == "me";
    if (alone || words.speaker >= document().entities.size()) return;
    const DocumentEntity& speaker = document().entities[words.speaker];
    if (speaker.type == EntityType::Person) add(speaker.state, out);
  }

  // "Ann Lee, an expert who ...": whom a noun in apposition describes, by the name right before it.
  EntityIndex described_by(TokenIndex token) const {
    if (!has_relation(clauses_.token(token), "appos")) return no_entity;
    const TokenIndex begin = subtree(document(), token).begin;
    if (begin < sentence_tokens(document(), token).begin + 2 || document().form(begin - 1) != ",") return no_entity;
    const Mention* name = mention_at(document(), begin - 2);
    return name != nullptr && name->type == EntityType::Person && name->kind == MentionKind::name ? name->entity : no_entity;
  }

  // "Secretary of State [Ann Lee]", "the head of the mission [Ann Lee]", where the title became the head of the phrase.
  EntityIndex named_behind(TokenIndex title) const {
    const auto is_title = [this](TokenIndex i) { return clauses_.rules().in_class("name-title", lower(clauses_.token(i).lemma)); };
    if (!is_title(title)) return no_entity;
    const TokenIndex end = subtree(document(), title).end;
    for (TokenIndex i = title + 1; i < end; ++i) {
      const Upos before = clauses_.token(i - 1).upos;
      const bool ends_title = i - 1 == title || !is_title(i - 1);
      const Mention* name = mention_at(document(), i);
      if ((before == Upos::NOUN || before == Upos::PROPN) && ends_title && name != nullptr && name->tokens.begin == i &&
          name->type == EntityType::Person && name->kind == MentionKind::name)
        return name->entity;
      const Upos here = clauses_.token(i).upos;
      if (here == Upos::PUNCT || here == Upos::VERB || here == Upos::PART) break;
    }
    return no_entity;
  }

  bool in_class(const char* name, TokenIndex token) const {
    const RuleSet& rules = clauses_.rules();
    return rules.in_class(name, clauses_.token(token).lemma) || rules.in_class(name, clauses_.compound(token));
  }
  // "the chairman of the committee", but not "the former chairman"
  bool stands_for_owner(TokenIndex token) const {
    if (!in_class("representative-noun", token)) return false;
    const TokenList modifiers = children(document(), token);
    return std::none_of(modifiers.begin(), modifiers.end(), [this](TokenIndex i) { return in_class("title-former", i); });
  }

  // "Hamas gunmen" are Hamas; "Syrian rebels" are not Syria, but whom they are loyal to may be a person.
  void armed_group(TokenIndex token, std::vector<EntityIndex>& out) const {
    owners(token, out, 0);
    std::erase_if(out, [this](EntityIndex entity) {
      const EntityType type = document().entities[entity].type;
      return type != EntityType::Organization && type != EntityType::Person;
    });
  }

  // "French diplomats", "Norway's ships", "members of NATO, including Germany", "the spokesman for the government"
  void owners(TokenIndex token, std::vector<EntityIndex>& out, int depth) const {
    static const std::vector<std::string> named_members = {"including", "like", "such as"};
    for (const TokenIndex i : clauses_.obliques(token, named_members)) find(i, out);
    if (!out.empty()) return;
    for (const TokenIndex i : clauses_.adjectives(token)) owner(i, out, depth);
    if (!out.empty()) return;
    for (const TokenIndex i : clauses_.possessors(token)) owner(i, out, depth);
    if (!out.empty()) return;
    static const std::vector<std::string> links = {"of", "from", "for", "between", "among"};
    if (clauses_.token(token).upos == Upos::VERB) return;
    for (const TokenIndex i : clauses_.obliques(token, links)) owner(i, out, depth);
    if (out.empty()) belonging(token, out, depth);
    if (out.empty()) seat(token, out);
  }

  // "tankers belonging to Kuwait", "a mine owned by a Chilean company", "troops loyal to Norway"
  void belonging(TokenIndex token, std::vector<EntityIndex>& out, int depth) const {
    for (const TokenIndex i : children(document(), token)) {
      const bool clause = has_relation(clauses_.token(i), "acl") || has_relation(clauses_.token(i), "amod");
      const std::string& lemma = clauses_.token(i).lemma;
      if (!clause || i < token || !clauses_.rules().in_class("belonging-word", lemma)) continue;
      const std::vector<std::string> prepositions = {clauses_.is_verb(i) && clauses_.is_passive(i) ? "by" : "to"};
      TokenList whose = clauses_.obliques(i, prepositions);
      // "fighters [loyal] to Ann Lee": to the parser the name often belongs to the noun.
      if (whose.empty() && !clauses_.is_verb(i)) whose = clauses_.obliques(token, prepositions);
      for (const TokenIndex of : whose) owner(of, out, depth);
    }
  }

  // "the police in Kenya", "a Nairobi court" are Kenya's; "the troops in Kenya" may be anybody's.
  void seat(TokenIndex token, std::vector<EntityIndex>& out) const {
    if (!in_class("authority-noun", token)) return;
    TokenList seats = clauses_.obliques(token, {"in"});
    for (const TokenIndex i : clauses_.adjectives(token))
      if (is_city(i)) seats.push_back(i);
    for (const TokenIndex i : seats) {
      const EntityIndex at = entity_of(document(), i);
      if (at >= document().entities.size()) continue;
      const DocumentEntity& here = document().entities[at];
      if (here.type == EntityType::State) add(at, out);
      if (here.type == EntityType::Place) add(here.state, out);
    }
  }

  // A region's parliament or police may be its own.
  bool is_city(TokenIndex token) const {
    const EntityIndex at = entity_of(document(), token);
    return at < document().entities.size() && document().entities[at].klass == "City";
  }

  void owner(TokenIndex token, std::vector<EntityIndex>& out, int depth) const {
    if (!find(token, out) && depth < deepest && clauses_.token(token).upos != Upos::PROPN) owners(token, out, depth + 1);
  }

  const Clauses& clauses_;
  const ArgumentPattern& argument_;
};

}  // namespace

const Quotation* quotation_at(const Document& document, TokenIndex token) {
  const Range range = document.tokens[token].range;
  const Quotation* best = nullptr;
  for (const Quotation& quotation : document.quotations) {
    if (quotation.scare || !quotation.content.contains(range)) continue;
    if (best == nullptr || quotation.content.size() < best->content.size()) best = &quotation;
  }
  return best;
}

std::vector<EntityIndex> resolve(const Clauses& clauses, TokenIndex token, const ArgumentPattern& argument) {
  return Resolver(clauses, argument).run(token);
}

}  // namespace entente
