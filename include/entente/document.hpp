// Document: an article with its linguistic annotation. Made by annotate (annotate.hpp), read by extractors.
//
// A Document owns the article's text once. Everything else refers to it by half-open ranges and indices, never by
// pointers, so a Document can be moved and copied freely. Token indices count through the whole document.
// The annotation follows Universal Dependencies v2 (https://universaldependencies.org): tokens are its syntactic words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/article.hpp"
#include "entente/date.hpp"
#include "entente/types.hpp"

namespace entente {

enum class Upos : std::uint8_t {
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
  X,
};
std::string_view to_string(Upos tag);

enum class Tense : std::uint8_t { none, past, present };
enum class Number : std::uint8_t { none, singular, plural };
enum class VerbForm : std::uint8_t { none, finite, infinitive, participle, gerund };
enum class Voice : std::uint8_t { none, active, passive };
enum class Gender : std::uint8_t { none, masculine, feminine, neuter };

struct Token {
  static constexpr std::int32_t root = -1;

  Range range;  // bytes of the text
  Upos upos = Upos::X;
  std::string xpos;          // Penn Treebank tag, "VBD"
  std::string lemma;         // lower case but for proper nouns
  std::int32_t head = root;  // document-wide index of the head token; root for the head of the sentence
  std::string relation;      // UD relation with subtype: "nsubj", "nsubj:pass", "acl:relcl"; "root" for the root
  Tense tense = Tense::none;
  Number number = Number::none;
  VerbForm verb_form = VerbForm::none;
  Voice voice = Voice::none;
  Gender gender = Gender::none;
  std::uint8_t person = 0;  // 1..3 for pronouns and finite verbs
};

struct Sentence {
  Range tokens;             // token indices
  Range range;              // bytes; from the first token to the end of the last, with the closing quotation mark
  std::uint32_t block = 0;  // index into Article::blocks
};

enum class MentionKind : std::uint8_t {
  name,       // "Jens Stoltenberg", "NATO", and metonyms: "Moscow" for Russia
  adjective,  // "Russian": identifies a state, is no alias of it
  nominal,    // "the Secretary General", "the Alliance"
  pronoun,    // "he", "they"
};

// An entity of this document: one coreference chain, linked to the knowledge base where it is known.
using EntityIndex = std::uint32_t;
inline constexpr EntityIndex no_entity = ~EntityIndex{0};

struct Mention {
  Range tokens;            // token indices, without determiner for names
  Range range;             // bytes
  std::uint32_t head = 0;  // token index of the syntactic head
  MentionKind kind = MentionKind::name;
  EntityType type = EntityType::Person;
  EntityIndex entity = no_entity;  // no_entity: unresolved (most nominals and pronouns)
  bool metonym = false;            // "Moscow" meant as the government
};

// Reference to an item of the knowledge base: its stable key (knowledge.hpp); empty = unknown to it.
struct Link {
  std::string key;       // "state/russia"
  std::string wikidata;  // "Q159" or empty
  float score = 0;       // 0..1
  std::string reason;    // "alias", "office at date", ...
};

struct DocumentEntity {
  EntityType type = EntityType::Person;
  std::string klass;                 // finer class of the ontology ("Ministry", "City"), or empty
  std::string name;                  // canonical: the knowledge base's label, else the longest name in the text
  std::vector<std::string> aliases;  // other surface forms, plain spaces, each once, in order of appearance; see
                                     // MentionKind: adjectives, descriptions of persons and pronouns are none
  Link link;
  Gender gender = Gender::none;   // persons
  EntityIndex state = no_entity;  // the state a body, place or person's office belongs to, where the text says so
  bool named = true;              // false: only implied (a state known by its adjective alone)
};

enum class TimeKind : std::uint8_t { date, duration, set };

// A time expression (TIMEX3-like), resolved where the text or the publication date allows.
struct TimeExpression {
  Range tokens;  // token indices
  Range range;   // bytes
  TimeKind kind = TimeKind::date;
  TimeSpan value;         // unknown if it cannot be resolved; never a guessed year
  bool relative = false;  // resolved against the publication date ("yesterday", "on Monday")
  bool since = false;     // "since 1997": begin known, end open
  bool until = false;
};

// A person described by an office alone: "the German foreign minister", "his French counterpart". Who held it then is for the
// knowledge base to say; that is inferred, never said by the article.
struct OfficeMention {
  Range tokens;                   // from the determiner or the name of the body to the end of the title
  std::uint32_t head = 0;         // token index of the title's head
  std::string office;             // class of office: "foreign-minister"
  std::string body;               // key of the state or organisation
  EntityIndex of = no_entity;     // the same as an entity of this document
  EntityIndex named = no_entity;  // the person whom the article names elsewhere and who held the office then
};

enum class QuotationMode : std::uint8_t { direct, indirect };

struct Quotation {
  Range content;  // bytes inside the quotation marks, or of the reported clause
  QuotationMode mode = QuotationMode::direct;
  EntityIndex speaker = no_entity;
  std::vector<EntityIndex> with;      // further speakers of a joint statement
  std::int32_t cue = -1;              // token index of "said", "according", ...; -1 if there is none (running quotation)
  EntityIndex addressee = no_entity;  // "told Radio Sputnik": the addressee or outlet
  bool scare = false;                 // a word or phrase in quotation marks, not an utterance of its own
};

struct Document {
  Article article;
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::vector<Mention> mentions;  // ascending by range.begin; may nest ("NATO" in "NATO Military Committee")
  std::vector<DocumentEntity> entities;
  std::vector<TimeExpression> times;   // ascending, disjoint
  std::vector<Quotation> quotations;   // ascending by content.begin
  std::vector<OfficeMention> offices;  // ascending by tokens.begin

  // The exact bytes, valid while the Document lives and its text is unchanged.
  std::string_view text(Range bytes) const { return std::string_view(article.text).substr(bytes.begin, bytes.size()); }
  std::string_view form(std::uint32_t token) const { return text(tokens[token].range); }
  // Bytes from the first to the last token of a non-empty token range.
  Range bytes(Range token_range) const { return {tokens[token_range.begin].range.begin, tokens[token_range.end - 1].range.end}; }
  // Index of the sentence that holds a token.
  std::uint32_t sentence_of(std::uint32_t token) const;
};

}  // namespace entente
