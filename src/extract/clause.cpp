#include "extract/clause.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

// No English sentence embeds deeper; bounds the search for an understood subject.
constexpr int deepest = 6;

void append(TokenList& to, const TokenList& more) {
  for (const TokenIndex i : more)
    if (std::find(to.begin(), to.end(), i) == to.end()) to.push_back(i);
}

bool is_one_of(const std::string& word, const std::vector<std::string>& words) {
  return words.empty() || std::find(words.begin(), words.end(), word) != words.end();
}

bool is_object(const Token& token) { return has_relation(token, "obj", true); }
bool is_passive_subject(const Token& token) { return token.relation == "nsubj:pass" || token.relation == "csubj:pass"; }
bool is_relative(const Token& token) { return token.relation == "acl:relcl"; }
// The longest mention that begins at a token, but pronouns; none if nothing does.
const Mention* mention_beginning(const Document& document, TokenIndex at) {
  const std::uint32_t begin = document.tokens[at].range.begin;
  const Mention* best = nullptr;
  auto mention = std::lower_bound(document.mentions.begin(), document.mentions.end(), begin,
                                  [](const Mention& m, std::uint32_t byte) { return m.range.begin < byte; });
  for (; mention != document.mentions.end() && mention->range.begin == begin; ++mention) {
    const bool named = mention->kind != MentionKind::pronoun && mention->kind != MentionKind::adjective;
    if (named && (best == nullptr || mention->tokens.size() > best->tokens.size())) best = &*mention;
  }
  return best;
}

// "[More than] ten states": no subject of its own, though the parser may say so.
bool is_measure(const Document& document, TokenIndex at) {
  return document.tokens[at].upos == Upos::ADV && child(document, at, "fixed").has_value();
}

// "who" and its like, resolved or not.
bool is_relative_word(const Document& document, TokenIndex at) {
  static constexpr std::array<std::string_view, 4> words = {"who", "which", "that", "whom"};
  const Upos tag = document.tokens[at].upos;
  return (tag == Upos::PRON || tag == Upos::SCONJ || tag == Upos::DET) &&
         std::find(words.begin(), words.end(), lower(document.form(at))) != words.end();
}

bool is_quote(const std::string& xpos) { return xpos == "``" || xpos == "''"; }

// The longest name that ends right before a token; none if nothing does.
const Mention* name_ending(const Document& document, TokenIndex end) {
  const Mention* best = nullptr;
  const std::uint32_t first = sentence_tokens(document, end - 1).begin;
  for (TokenIndex from = end; from-- > first && from + 12 > end;) {
    const Mention* name = mention_beginning(document, from);
    if (name != nullptr && name->tokens.end == end) best = name;
  }
  return best;
}

bool is_oblique(const Token& token) { return has_relation(token, "obl") || has_relation(token, "nmod"); }

}  // namespace

Clauses::Clauses(const Document& document, const RuleSet& rules) : document_(&document), rules_(&rules) {}

std::optional<TokenIndex> Clauses::head(TokenIndex at) const {
  const std::int32_t above = token(at).head;
  if (above < 0) return std::nullopt;
  return static_cast<TokenIndex>(above);
}

std::string Clauses::phrase(TokenIndex verb) const {
  const std::optional<TokenIndex> particle = child(*document_, verb, "compound:prt");
  return particle ? token(verb).lemma + " " + token(*particle).lemma : token(verb).lemma;
}

std::string Clauses::compound(TokenIndex noun) const {
  if (token(noun).upos != Upos::NOUN || noun == 0) return {};
  const bool hyphen = noun >= 2 && token(noun - 1).lemma == "-";
  const TokenIndex before = noun - (hyphen ? 2 : 1);
  const bool belongs = head(before) == noun && (has_relation(token(before), "compound") || has_relation(token(before), "amod"));
  return belongs ? token(before).lemma + (hyphen ? "-" : " ") + token(noun).lemma : std::string();
}

std::string Clauses::marker(TokenIndex at) const {
  std::string out;
  for (const TokenIndex i : children(*document_, at)) {
    if (i > at && !out.empty()) break;
    if (!has_relation(token(i), "case") && !has_relation(token(i), "mark")) continue;
    if (has_relation(token(i), "case") && token(i).lemma == "'s") continue;
    out = lower(document_->form(i));
    for (const TokenIndex fixed : children(*document_, i))
      if (has_relation(token(fixed), "fixed")) out += " " + lower(document_->form(fixed));
    break;
  }
  return out;
}

bool Clauses::is_passive(TokenIndex verb) const {
  bool perfect = false;
  for (const TokenIndex i : children(*document_, verb)) {
    if (is_measure(*document_, i)) continue;
    if (is_passive_subject(token(i)) || token(i).relation == "aux:pass") return true;
    perfect = perfect || has_relation(token(i), "aux", true) || has_relation(token(i), "nsubj", true);
  }
  // "sanctions imposed by France": a participle without auxiliary or subject of its own.
  const bool participle =
      token(verb).xpos == "VBN" || (token(verb).verb_form == VerbForm::participle && token(verb).tense == Tense::past);
  if (!participle || perfect) return false;
  if (has_relation(token(verb), "acl") || has_relation(token(verb), "advcl")) return true;
  if (!has_relation(token(verb), "conj")) return false;
  const std::optional<TokenIndex> first = head(verb);
  return first && is_verb(*first) && is_passive(*first);
}

bool Clauses::is_relative_pronoun(TokenIndex at) const {
  return is_relative_word(*document_, at) && !mention_headed_by(*document_, at);
}

// A list that the parser read as an apposition: "Peru, [Chile and Bolivia] signed".
TokenList Clauses::expand(TokenIndex at) const {
  TokenList out = conjuncts(*document_, at);
  const Mention* first = mention_headed_by(*document_, at);
  if (first == nullptr || first->kind != MentionKind::name) return out;
  for (const TokenIndex i : children(*document_, at)) {
    if (i < at || (!has_relation(token(i), "appos") && token(i).relation != "nmod:unmarked")) continue;
    const Mention* next = mention_headed_by(*document_, i);
    if (next == nullptr || next->kind != MentionKind::name || next->type != first->type) continue;
    const std::optional<TokenIndex> last = child(*document_, i, "conj");
    const Mention* third = last ? mention_headed_by(*document_, *last) : nullptr;
    if (third != nullptr && third->kind == MentionKind::name) append(out, conjuncts(*document_, i));
  }
  return out;
}

TokenList Clauses::antecedent(TokenIndex pronoun, TokenIndex verb) const {
  if (!is_relative_pronoun(pronoun)) return expand(pronoun);
  // The verb, or the verb that it is coordinated with, modifies the antecedent.
  std::optional<TokenIndex> clause = verb;
  while (clause && has_relation(token(*clause), "conj")) clause = head(*clause);
  if (clause && is_relative(token(*clause)) && head(*clause)) return {*head(*clause)};
  return {};
}

std::optional<TokenIndex> Clauses::own_subject(TokenIndex verb) const {
  // Of two, the nearer: "According to Reuters, France has ..." has one too many to some parsers.
  std::optional<TokenIndex> nearest;
  for (const TokenIndex i : children(*document_, verb)) {
    if (!has_relation(token(i), "nsubj") || token(i).relation == "nsubj:outer") continue;
    // "[According to Smith], the plan works": no subject, whatever the parser says.
    // "[Peru's] envoy signed": nor is the owner of one.
    if (child(*document_, i, "case") || is_measure(*document_, i)) continue;
    if (!nearest || (i < verb && further_subjects(*nearest, verb).empty())) nearest = i;
  }
  return nearest;
}

TokenList Clauses::surface_subjects(TokenIndex verb) const { return surface_within(verb, 0); }
TokenList Clauses::subjects(TokenIndex at) const {
  return is_verb(at) || token(at).upos == Upos::ADJ || token(at).upos == Upos::AUX ? subjects_within(at, 0) : noun_subjects(at);
}

// "Peru, Chile [and Bolivia] signed": the last of a list that the parser hung on the verb by itself.
TokenList Clauses::further_subjects(TokenIndex first, TokenIndex verb) const {
  TokenList out;
  for (const TokenIndex i : children(*document_, verb)) {
    if (i <= first || i > verb || !has_relation(token(i), "nsubj")) continue;
    TokenIndex begin = subtree(*document_, i).begin;
    if (token(begin).lemma != "and" && begin > first) --begin;
    const bool listed = token(begin).lemma == "and" || (document_->form(begin) == "," && child(*document_, i, "conj"));
    if (listed) append(out, expand(i));
  }
  return out;
}

TokenList Clauses::surface_within(TokenIndex verb, int depth) const {
  if (const std::optional<TokenIndex> own = own_subject(verb)) {
    TokenList out = antecedent(*own, verb);
    append(out, further_subjects(*own, verb));
    return out;
  }
  return understood_subjects(verb, depth + 1);
}

TokenList Clauses::subjects_within(TokenIndex verb, int depth) const {
  if (!is_passive(verb)) return surface_within(verb, depth);
  TokenList out;
  for (const TokenIndex i : children(*document_, verb))
    if (token(i).relation == "obl:agent" || (is_oblique(token(i)) && marker(i) == "by")) append(out, expand(i));
  return out.empty() ? nested_obliques(verb, {"by"}) : out;
}

// Who is meant to do what an infinitive or gerund under `governor` says.
TokenList Clauses::controllers(TokenIndex governor, int depth) const {
  if (!is_verb(governor) && token(governor).upos != Upos::ADJ && token(governor).upos != Upos::AUX)
    return carried_subjects(governor, depth);
  if (controls_object(governor)) {
    TokenList out = objects(governor);
    if (out.empty()) out = following(governor, {""});
    if (out.empty()) out = direct_obliques(governor, {"on", "upon", "to", "for"});
    if (!out.empty()) return out;
  }
  return surface_within(governor, depth);
}

TokenList Clauses::understood_subjects(TokenIndex verb, int depth) const {
  const std::optional<TokenIndex> governor = head(verb);
  if (!governor || depth > deepest) return {};
  const Token& here = token(verb);
  if (has_relation(here, "conj")) {
    const bool shared_voice = is_passive(*governor) == is_passive(verb);
    return shared_voice && !is_passive(verb) ? subjects_within(*governor, depth) : surface_within(*governor, depth);
  }
  if (is_relative(here)) return child(*document_, verb, "expl") ? TokenList{} : TokenList{*governor};
  if (has_relation(here, "acl")) {
    const std::optional<TokenIndex> above = head(*governor);
    if (above && is_object(token(*governor)) && controls_object(*above) && is_infinitive(verb)) return expand(*governor);
    const bool participle = here.verb_form == VerbForm::participle || here.verb_form == VerbForm::gerund;
    // "issued a statement condemning the raid": not the statement condemns, but who issued it.
    const std::string& noun = token(*governor).lemma;
    const bool speaks = rules_->in_class("utterance-noun", noun) || rules_->in_class("document-noun", noun);
    if (participle && marker(verb).empty() && !speaks) return expand(*governor);
    // "accused [Peru of having left]", which the parser may hang on the object.
    const bool accused = above && is_object(token(*governor)) && controls_object(*above);
    if (accused && (marker(verb) == "of" || marker(verb) == "for")) return expand(*governor);
    return carried_subjects(*governor, depth);
  }
  // "says [the army] has left", where the parser made an object of the subject: never is it who says so.
  const bool finite = here.verb_form == VerbForm::finite || child(*document_, verb, "aux");
  if (has_relation(here, "ccomp") && finite && marker(verb) != "to") {
    const std::optional<TokenIndex> object = child(*document_, *governor, "obj", true);
    return object && *object > *governor && *object < verb ? expand(*object) : TokenList{};
  }
  if (has_relation(here, "xcomp") || has_relation(here, "ccomp")) return controllers(*governor, depth);
  if (has_relation(here, "advcl")) {
    // "blamed Iran for attacking", "accused Iran of attacking"; but "joined Britain in condemning", "while visiting".
    const std::string mark = marker(verb);
    if (mark == "in") return participants(verb, *governor, depth);
    const bool told = mark == "to" && controls_object(*governor);
    const bool of_object = told || mark == "for" || mark == "of" || mark == "from" || mark == "into";
    return of_object ? controllers(*governor, depth) : surface_within(*governor, depth);
  }
  return {};
}

// "joined Britain in condemning": both condemn. "condemned Iran in a speech", "helped Iran in building": one.
TokenList Clauses::participants(TokenIndex verb, TokenIndex governor, int depth) const {
  TokenList out = surface_within(governor, depth);
  const bool gerund = token(verb).verb_form == VerbForm::gerund || token(verb).xpos == "VBG";
  if (gerund && rules_->in_class("joining-verb", token(governor).lemma)) {
    append(out, objects(governor));
    append(out, direct_obliques(governor, {"with"}));
  }
  return out;
}

TokenList Clauses::possessors(TokenIndex noun) const {
  TokenList out;
  for (const TokenIndex i : children(*document_, noun))
    if (token(i).relation == "nmod:poss") append(out, expand(i));
  return out;
}

TokenList Clauses::adjectives(TokenIndex noun) const {
  TokenList out;
  for (const TokenIndex i : children(*document_, noun)) {
    const bool modifier =
        has_relation(token(i), "amod") || has_relation(token(i), "compound", true) || has_relation(token(i), "nmod", true);
    if (modifier && i < noun && !is_stance(i) && marker(i).empty() && mention_headed_by(*document_, i) != nullptr)
      append(out, expand(i));
  }
  return out;
}

// "anti-Russian", "pro-Iranian": how one stands to Russia, not Russia's.
bool Clauses::is_stance(TokenIndex adjective) const {
  const std::string form = lower(document_->form(adjective));
  return form.starts_with("anti-") || form.starts_with("pro-") || form.starts_with("non-");
}

TokenList Clauses::noun_subjects(TokenIndex noun) const {
  const TokenIndex at = position(noun);
  TokenList out = possessors(noun);
  if (out.empty() && at != noun) out = possessors(at);
  if (out.empty()) out = direct_obliques(noun, {"by"});
  if (out.empty()) out = adjectives(noun);
  if (out.empty() && at != noun) out = adjectives(at);
  return out;
}

// "made an effort to", "has plans to": whoever has the noun does what hangs on it.
TokenList Clauses::carried_subjects(TokenIndex noun, int depth) const {
  TokenList out = possessors(noun);
  if (const TokenIndex at = position(noun); out.empty() && at != noun) out = possessors(at);
  if (out.empty()) out = direct_obliques(noun, {"by"});
  if (out.empty() && depth < deepest) {
    const std::optional<TokenIndex> verb = carrier(noun);
    if (verb && !is_passive(*verb)) out = surface_within(*verb, depth + 1);
    if (verb && is_passive(*verb)) out = subjects_within(*verb, depth + 1);
  }
  return out.empty() ? noun_subjects(noun) : out;
}

// What a noun of measure counts or shapes: "sanctions" of "a new round of sanctions".
TokenList Clauses::measured(TokenIndex noun) const {
  if (!rules_->in_class("measure-noun", token(noun).lemma)) return {};
  return direct_obliques(noun, {"of"});
}

TokenIndex Clauses::position(TokenIndex noun) const {
  TokenIndex at = noun;
  for (int steps = 0; steps < deepest; ++steps) {
    const std::optional<TokenIndex> above = head(at);
    if (!above || !has_relation(token(at), "nmod") || marker(at) != "of") break;
    if (!rules_->in_class("measure-noun", token(*above).lemma)) break;
    at = *above;
  }
  return at;
}

std::optional<TokenIndex> Clauses::carrier(TokenIndex noun) const {
  TokenIndex at = position(noun);
  while (has_relation(token(at), "conj") && head(at) && !is_verb(*head(at))) at = *head(at);
  const std::optional<TokenIndex> above = head(at);
  if (above && is_verb(*above) && (is_object(token(at)) || is_passive_subject(token(at)))) return above;
  for (const TokenIndex i : children(*document_, at)) {
    if (!is_verb(i) || !has_relation(token(i), "acl")) continue;
    if (!is_relative(token(i))) {
      if (is_passive(i)) return i;
      continue;
    }
    const std::optional<TokenIndex> subject = own_subject(i);
    const bool of_noun = subject && is_relative_pronoun(*subject);
    const bool has_object = child(*document_, i, "obj", true).has_value();
    if (of_noun ? is_passive(i) : subject.has_value() && !has_object) return i;
  }
  return std::nullopt;
}

std::optional<TokenIndex> Clauses::light_verb(TokenIndex noun, const WordClass& light) const {
  if (const std::optional<TokenIndex> verb = carrier(noun); verb && light.contains(phrase(*verb))) return verb;
  // "engage in talks", "resort to force"
  const TokenIndex at = position(noun);
  const std::optional<TokenIndex> above = head(at);
  if (!above || !is_verb(*above) || !is_oblique(token(at))) return std::nullopt;
  return light.contains(token(*above).lemma + " " + marker(at)) ? above : std::nullopt;
}

TokenList Clauses::objects(TokenIndex at) const {
  if (!is_verb(at)) return direct_obliques(at, {"of"});
  if (is_passive(at)) {
    if (has_relation(token(at), "acl") && !is_relative(token(at)) && head(at)) return {*head(at)};
    return surface_subjects(at);
  }
  TokenList out;
  for (const TokenIndex i : children(*document_, at))
    if (is_object(token(i))) append(out, antecedent(i, at));
  if (!out.empty()) return out;
  // "urged Norway to sign": to the treebanks who is addressed is an indirect object, though there is no other.
  for (const TokenIndex i : children(*document_, at))
    if (has_relation(token(i), "iobj")) append(out, antecedent(i, at));
  if (!out.empty()) return out;
  // "sanctions that France imposed"
  if (is_relative(token(at)) && head(at)) {
    const std::optional<TokenIndex> subject = own_subject(at);
    if (subject && !is_relative_word(*document_, *subject)) return {*head(at)};
  }
  // "condemned and rejected the plan": the object stands after the last verb.
  for (const TokenIndex i : children(*document_, at))
    if (has_relation(token(i), "conj") && is_verb(i) && !own_subject(i) && i - at <= 3) return objects(i);
  return {};
}

TokenList Clauses::repeated(TokenIndex noun) const {
  static constexpr std::array<std::string_view, 5> definite = {"the", "this", "that", "these", "those"};
  static constexpr std::uint32_t farthest = 8;  // sentences
  const auto is_definite = [&](TokenIndex i) {
    return has_relation(token(i), "det") &&
           std::find(definite.begin(), definite.end(), lower(document_->form(i))) != definite.end();
  };
  const std::vector<TokenIndex> own = children(*document_, noun);
  const bool such = std::any_of(own.begin(), own.end(), [&](TokenIndex i) { return token(i).lemma == "such"; });
  if (token(noun).upos != Upos::NOUN || (!such && std::none_of(own.begin(), own.end(), is_definite))) return {};
  const std::uint32_t sentence = document_->sentence_of(noun);
  const std::uint32_t first = document_->sentences[sentence - std::min(sentence, farthest)].tokens.begin;
  for (TokenIndex i = noun; i > first; --i) {
    const TokenIndex before = i - 1;
    if (token(before).upos != Upos::NOUN || token(before).lemma != token(noun).lemma) continue;
    if (!possessors(before).empty() || !adjectives(before).empty() || !direct_obliques(before, {}).empty()) return {before};
  }
  return {};
}

TokenList Clauses::direct_obliques(TokenIndex at, const std::vector<std::string>& prepositions) const {
  TokenList out;
  for (const TokenIndex i : children(*document_, at))
    if (is_oblique(token(i)) && token(i).relation != "nmod:poss" && !marker(i).empty() && is_one_of(marker(i), prepositions))
      append(out, expand(i));
  return out;
}

// "cooperation on Syria with Egypt", "was named on Monday by the board": a phrase at the end of the clause hangs, to the
// parser, on the phrase before. Only for prepositions that seldom belong to a noun of place or time.
TokenList Clauses::nested_obliques(TokenIndex verb, const std::vector<std::string>& prepositions) const {
  static const std::array<std::string_view, 3> loose = {"with", "by", "against"};
  TokenList out;
  for (const std::string& preposition : prepositions) {
    if (std::find(loose.begin(), loose.end(), preposition) == loose.end()) continue;
    for (const TokenIndex i : children(*document_, verb))
      if (i > verb && is_oblique(token(i)) && token(i).upos == Upos::PROPN) append(out, direct_obliques(i, {preposition}));
  }
  return out;
}

TokenList Clauses::obliques(TokenIndex at, const std::vector<std::string>& prepositions) const {
  TokenList out = direct_obliques(at, prepositions);
  if (out.empty()) out = nested_obliques(at, prepositions);
  if (!out.empty()) return out;
  if (is_verb(at)) {
    // The parser may hang the phrase on the object: "urge [restraint on Iran]". "of" truly belongs there.
    if (std::find(prepositions.begin(), prepositions.end(), "of") != prepositions.end()) return {};
    for (const TokenIndex object : objects(at)) {
      append(out, direct_obliques(object, prepositions));
      for (const TokenIndex i : measured(object)) append(out, direct_obliques(i, prepositions));
    }
    return out;
  }
  if (const TokenIndex stand = position(at); stand != at) append(out, direct_obliques(stand, prepositions));
  if (!out.empty()) return out;
  if (const std::optional<TokenIndex> verb = carrier(at)) append(out, direct_obliques(*verb, prepositions));
  return out;
}

// "ordered the diplomats to leave", "called on Kenya to stop": to the parser the infinitive often belongs to the object.
bool Clauses::is_infinitive(TokenIndex at) const {
  return is_verb(at) && (token(at).verb_form == VerbForm::infinitive || marker(at) == "to");
}

bool Clauses::controls_object(TokenIndex at) const {
  return is_verb(at) && rules_->in_class("object-control-verb", token(at).lemma);
}

TokenIndex Clauses::before_predicate(TokenIndex at, bool participle) const {
  const TokenIndex begin = sentence_tokens(*document_, at).begin;
  TokenIndex end = at;
  if (participle) return end > begin && document_->form(end - 1) == "," ? end - 1 : end;
  bool auxiliary = false;
  while (end > begin && (token(end - 1).upos == Upos::ADV || token(end - 1).upos == Upos::AUX || is_quote(token(end - 1).xpos))) {
    auxiliary = auxiliary || token(end - 1).upos == Upos::AUX;
    --end;
  }
  if (!auxiliary && token(at).verb_form != VerbForm::finite) return begin;
  // "the North Atlantic Treaty (NAT) is"
  if (end > begin + 3 && document_->form(end - 1) == ")" && document_->form(end - 3) == "(") end -= 3;
  return end;
}

TokenList Clauses::preceding(TokenIndex at, bool participle) const {
  const TokenIndex begin = sentence_tokens(*document_, at).begin;
  const bool takes_part = token(at).verb_form == VerbForm::participle || token(at).verb_form == VerbForm::gerund;
  if (own_subject(at) || child(*document_, at, "csubj") || is_passive(at) || (participle && !takes_part)) return {};
  TokenIndex end = before_predicate(at, participle);
  const bool has_auxiliary = end < at && token(at - 1).upos == Upos::AUX;
  TokenList out;
  while (end > begin) {
    const Mention* name = name_ending(*document_, end);
    if (name == nullptr || name->tokens.begin < begin) break;
    out.push_back(name->head);
    end = name->tokens.begin;
    if (end > begin && token(end - 1).upos == Upos::DET) --end;
    if (end == begin || token(end - 1).lemma != "and") break;
    --end;
  }
  if (participle || end == begin) return out;
  const Token& before = token(end - 1);
  static constexpr std::array<std::string_view, 8> conjunctions = {"since", "after",   "before", "until",
                                                                   "as",    "because", "while",  "if"};
  const bool opens = std::find(conjunctions.begin(), conjunctions.end(), before.lemma) != conjunctions.end() ||
                     before.upos == Upos::PUNCT || before.upos == Upos::SCONJ || before.upos == Upos::CCONJ;
  // "finds Norway has left": a clause begins behind a verb; "leaving Norway has" is one phrase.
  const bool complement =
      is_verb(end - 1) && before.xpos != "VBG" && (has_auxiliary || rules_->in_class("bare-speech-verb", before.lemma));
  return opens || complement ? out : TokenList{};
}

TokenList Clauses::following(TokenIndex at, const std::vector<std::string>& prepositions) const {
  constexpr TokenIndex most_modifiers = 4;
  const TokenIndex end = sentence_tokens(*document_, at).end;
  for (const std::string& preposition : prepositions) {
    TokenIndex from = at + 1;
    const std::vector<std::string_view> words = split(preposition, ' ');
    const auto stands = [&](std::string_view word) {
      if (word.empty()) return true;
      return from < end && lower(document_->form(from)) == word && ++from > 0;
    };
    if (!std::all_of(words.begin(), words.end(), stands)) continue;
    for (TokenIndex i = from; i < end && i <= from + most_modifiers; ++i) {
      if (const Mention* name = mention_beginning(*document_, i)) {
        const TokenIndex behind = name->tokens.end;
        if (behind < end && token(behind).xpos == "POS") {
          i = behind;
          continue;
        }
        // "from the NPT talks"
        if (behind >= end || token(behind).upos != Upos::NOUN) return expand(name->head);
        return {};
      }
      const Upos tag = token(i).upos;
      const bool noun = tag == Upos::NOUN || tag == Upos::PROPN;
      const bool more = i + 1 < end && (token(i + 1).upos == Upos::NOUN || token(i + 1).upos == Upos::PROPN);
      if (noun && !more) return expand(i);
      if (!noun && tag != Upos::DET && tag != Upos::ADJ && tag != Upos::NUM && tag != Upos::PRON && tag != Upos::ADV) break;
    }
  }
  return {};
}

TokenList Clauses::clauses(TokenIndex at) const {
  TokenList out;
  if (controls_object(at)) {
    for (const TokenIndex i : children(*document_, at))
      if (has_relation(token(i), "advcl") && is_infinitive(i)) append(out, expand(i));
    TokenList told = objects(at);
    append(told, direct_obliques(at, {"on", "upon", "to"}));
    for (const TokenIndex one : told)
      for (const TokenIndex i : children(*document_, one))
        if (token(i).relation == "acl" && is_infinitive(i)) append(out, expand(i));
  }
  for (const TokenIndex i : children(*document_, at)) {
    const bool complement = has_relation(token(i), "ccomp") || has_relation(token(i), "xcomp");
    const bool of_noun = token(i).relation == "acl" && token(i).verb_form == VerbForm::infinitive;
    if (complement || of_noun) append(out, expand(i));
  }
  return out;
}

TokenList Clauses::gerunds(TokenIndex at, const std::vector<std::string>& prepositions) const {
  TokenList out;
  for (const TokenIndex i : children(*document_, at)) {
    const bool clause = has_relation(token(i), "advcl") || has_relation(token(i), "acl") || has_relation(token(i), "obl") ||
                        has_relation(token(i), "nmod") || has_relation(token(i), "xcomp") || has_relation(token(i), "ccomp");
    if (clause && is_verb(i) && is_one_of(marker(i), prepositions)) append(out, expand(i));
  }
  return out;
}

}  // namespace entente
