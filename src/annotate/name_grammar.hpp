// What a stretch of pieces can be: each reading of a stretch as a name, an adjective or a title, with a score. The
// readings compete in names.cpp; scores are set by hand so that a word explained is worth about one.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "annotate/name_context.hpp"
#include "entente/knowledge.hpp"

namespace entente {

struct NameReading {
  std::size_t end = 0;  // piece
  MentionKind kind = MentionKind::name;
  EntityType type = EntityType::Person;
  float score = 0;
  bool mention = true;   // false: titles and other words that are no names, which the reading explains away
  bool capital = false;  // a capital city that can mean its government
  // What stands inside is named too: states in a name by a head noun ("Parliament of Norway"), and every known body in a
  // phrase that is a name only by its head in lower case ("the G20 summit").
  enum class Inside : std::uint8_t { nothing, adjectives, states, bodies } inside = Inside::nothing;
  std::size_t owner = 0;  // pieces of a state's adjective at the beginning, which the name model counts as no name
};

// Names that the article has used so far, by folded form: they are read the same way everywhere in it.
struct NameLexicon {
  std::unordered_map<std::string, EntityType> forms;     // whole names
  std::unordered_map<std::string, EntityType> surnames;  // the part of a person's full name that stands alone later
  // Evidence for each form of up to three capitalised words, summed over the article.
  struct Votes {
    std::size_t count = 0;
    std::size_t inside = 0;  // of these, not as the first word of a sentence
    TypeEvidence sum;
  };
  std::unordered_map<std::string, Votes> votes;
  std::unordered_set<std::string> first_words;   // of organisations: "Acme" of "Acme Holdings" may stand alone
  std::unordered_set<std::string> common_words;  // written small somewhere in the article
  std::unordered_set<std::string> no_names;      // acronyms of common nouns: "exclusive economic zone (EEZ)"
};

class NameGrammar {
 public:
  NameGrammar(const Knowledge& knowledge, const NameLexicon& lexicon, const NameScene& scene)
      : knowledge_(knowledge), lexicon_(lexicon), scene_(scene) {}

  // All readings of stretches that start at the piece; none if no name can start there.
  void readings_from(std::size_t begin, std::vector<NameReading>& out) const;
  // Adds the evidence of this sentence to the lexicon's votes.
  void collect_votes(NameLexicon& lexicon) const;
  // Known states and bodies inside of a chosen reading, as (first piece, reading), in text order.
  std::vector<std::pair<std::size_t, NameReading>> names_inside(std::size_t begin, const NameReading& reading) const;

 private:
  using Out = std::vector<NameReading>;
  const Piece& piece(std::size_t at) const { return scene_.pieces[at]; }
  std::size_t size() const { return scene_.pieces.size(); }
  bool is(std::size_t at, NameWord flag) const { return at < size() && scene_.words.is(piece(at).lower, flag); }
  std::string_view text(std::size_t begin, std::size_t end) const;
  bool may_start(std::size_t at) const;
  bool is_function_word(std::size_t at) const;  // "The" at the beginning of a sentence
  bool is_name_piece(std::size_t at) const;     // may stand inside of a name of capitalised words
  std::size_t upper_end(std::size_t at) const;  // end of the run of such pieces
  std::size_t count_words(std::size_t begin, std::size_t end) const;
  bool is_known(std::size_t begin, std::size_t end, NameKind kind) const;
  bool is_state_word(std::size_t begin, std::size_t end) const;        // a state, its adjective or its capital
  bool is_state_name(std::size_t begin, std::size_t end) const;        // without adjectives
  std::size_t owner_pieces(std::size_t begin, std::size_t end) const;  // length of a state's adjective at the beginning
  bool is_first_name(std::size_t at) const;
  void add_neighbour(std::size_t begin, std::size_t end, TypeEvidence& evidence) const;
  void add_coordination(std::size_t begin, std::size_t end, TypeEvidence& evidence) const;
  TypeEvidence evidence_for(std::size_t begin, std::size_t end) const;  // with neighbours and the rest of the article
  std::size_t seen(std::size_t begin, std::size_t end) const;           // how often the article has the form
  std::size_t seen_inside(std::size_t begin, std::size_t end) const;    // the same, but for the first word of a sentence
  bool ends_known(std::size_t end) const;
  bool explains_before(std::size_t at) const;
  bool is_person_word(std::size_t at) const;
  bool is_plural_title(std::size_t at) const;                      // "Senators", "Presidents"
  bool is_style(std::size_t at) const;                             // "HE", "HH", "H.R.H." before a name
  bool names_subjects(std::size_t begin, std::size_t end) const;   // "Foreign Affairs", "Defence"
  bool is_calendar_day(std::size_t begin, std::size_t end) const;  // "September 11", where nothing says it is more
  bool after_office(std::size_t begin) const;                      // "Ambassador to Ruritania X", "Head of the Y Delegation X"
  bool opens_title(std::size_t begin, std::size_t end) const;
  bool is_common_word(std::size_t at) const;                 // no name, by its ending or by the article's own use
  bool is_anchor(std::size_t begin, std::size_t end) const;  // can own or locate what a lower-case head names

  void read_known(std::size_t begin, Out& out) const;
  void read_people(std::size_t begin, std::size_t end, Out& out) const;
  bool before_its_state(std::size_t end, const Item& item) const;
  void add_known(std::size_t begin, std::size_t end, const Name& name, const TypeEvidence& evidence, Out& out) const;
  static NameReading::Inside inside_known(EntityType type);
  void read_lexicon(std::size_t begin, std::size_t end, Out& out) const;
  void read_title(std::size_t begin, Out& out) const;
  struct PersonWords {
    std::size_t words = 0, initials = 0;
  };
  std::optional<PersonWords> person_words(std::size_t begin, std::size_t end) const;
  std::optional<float> person_doubt(std::size_t begin, std::size_t end, bool known_first, bool likely) const;
  void read_person(std::size_t begin, std::size_t end, Out& out) const;
  std::optional<float> unknown_pairs(std::size_t begin, std::size_t end, std::size_t words) const;
  void read_unknown(std::size_t begin, std::size_t end, Out& out) const;
  void read_equipment(std::size_t begin, std::size_t upper, Out& out) const;
  void read_no_name(std::size_t begin, Out& out) const;
  void read_direction(std::size_t begin, Out& out) const;

  // name_heads.cpp
  std::size_t head_phrase(std::size_t begin, std::size_t end) const;  // words of the head that ends there, 0 if none
  void read_heads(std::size_t begin, std::size_t upper, Out& out) const;
  void read_of_phrases(std::size_t begin, std::size_t head_end, NameReading reading, Out& out) const;
  void read_lower_heads(std::size_t begin, std::size_t end, Out& out) const;
  void read_linked_head(std::size_t begin, std::size_t upper, Out& out) const;
  std::size_t party_end(std::size_t begin) const;  // end of a party to an agreement that starts there, 0 if none
  void read_between(std::size_t begin, Out& out) const;
  void read_conflict_in(std::size_t begin, Out& out) const;
  void read_resolution(std::size_t begin, Out& out) const;
  void read_two_subjects(std::size_t begin, std::size_t upper, Out& out) const;

  const Knowledge& knowledge_;
  const NameLexicon& lexicon_;
  const NameScene& scene_;
};

}  // namespace entente
