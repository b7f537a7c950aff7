// What the readers of time phrases look at: the pieces of one sentence.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "annotate/time_phrases.hpp"
#include "annotate/time_words.hpp"

namespace entente {

class PhraseReader {
 public:
  PhraseReader(const Document& document, Range sentence_tokens)
      : document_(&document), pieces_(time_pieces(document, sentence_tokens)) {}

  std::size_t size() const { return pieces_.size(); }
  bool has(std::size_t at) const { return at < pieces_.size(); }
  // The piece, or an empty one beyond the sentence.
  const TimePiece& operator[](std::size_t at) const { return has(at) ? pieces_[at] : nothing(); }
  const TimePiece& before(std::size_t at) const { return at > 0 && has(at - 1) ? pieces_[at - 1] : nothing(); }
  const Token& token(std::size_t at) const { return document_->tokens[pieces_[at].token]; }
  const Document& document() const { return *document_; }

  // Is the piece at `at` + `step` one of these words?
  bool is(std::size_t at, int step, std::initializer_list<std::string_view> words) const;
  bool is(std::size_t at, std::initializer_list<std::string_view> words) const { return is(at, 0, words); }

  // Numbers that can be a day of the month or a year.
  int day(std::size_t at) const;   // 1..31, else 0
  int year(std::size_t at) const;  // 1000..2199 in four digits, else 0

  Range tokens(std::size_t begin, std::size_t end) const { return {pieces_[begin].token, pieces_[end - 1].token + 1}; }

 private:
  static const TimePiece& nothing();

  const Document* document_;
  std::vector<TimePiece> pieces_;
};

struct FoundPhrase {
  TimePhrase phrase;     // tokens not yet set
  std::size_t next = 0;  // the piece after it
};

}  // namespace entente
