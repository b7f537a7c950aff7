// How well the whole annotator finds names: F1 against a corpus of names.
//
// The corpora's sentences stand alone, drawn from many articles, so each is annotated as an article of its own: nothing
// that one says may help with another. The sentence's text is its tokens printed as text (name_corpus.hpp), and the
// annotator makes its own tokens of it; a name is right if it covers the very bytes of the wanted one and has its type.
// Nothing is forgiven: no title, article or bracket more or less.
//
// Counted are three types. Of the corpus: person (person, politician, PER), organisation (organisation, politicalparty,
// ORG) and place (country, location, LOC). Of ours, name_class() says it: Person is a person; State and Place are places;
// Organization, InternationalOrganization, GovernmentBody, Council and NewsAgency are organisations; Treaty, Exercise,
// Conflict, Summit and Equipment are not counted. Only mentions of kind name count, and of nested ones only the outermost,
// as the corpora have flat names: a state inside of a body's name is right but not asked for.
//
// Events, elections and other names of the corpus are not wanted. A person, organisation or place found in the very place
// of one, or across its end, is wrong. One found strictly inside ("Ruritania" in "2010 election in Ruritania") is not
// judged, as the corpus does not say which names such a name holds; NameScore::inside counts these, and strict() takes
// them all for wrong.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "entente/annotate.hpp"
#include "train/name_corpus.hpp"

namespace entente {

struct NameCounts {
  std::size_t right = 0, found = 0, wanted = 0;
  double precision() const { return ratio(right, found); }
  double recall() const { return ratio(right, wanted); }
  double f1() const { return ratio(2 * right, found + wanted); }
  NameCounts& operator+=(const NameCounts& other);

 private:
  static double ratio(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

constexpr std::size_t counted_kinds = 3;  // person, organization, place, as in NameClass
struct NameScore {
  std::array<NameCounts, counted_kinds> kinds;
  std::size_t inside = 0;  // found strictly inside of a name that is not wanted
  NameCounts all() const;
  NameCounts strict() const;
};

// The names of a document that are counted, ascending.
std::vector<CorpusName> counted_names(const Document& document);

// Adds what of `found` is right in one sentence.
void add_counts(const CorpusSentence& sentence, const std::vector<CorpusName>& found, NameScore& score);

// `wrong`, where it is given, gets a line for each name that was missed, found in vain, or found otherwise.
NameScore score_annotation(std::span<const CorpusSentence> sentences, const Annotator& annotator,
                           std::vector<std::string>* wrong = nullptr);

}  // namespace entente
