#include "annotate/phrase_reader.hpp"

#include <algorithm>

namespace entente {

bool PhraseReader::is(std::size_t at, int step, std::initializer_list<std::string_view> words) const {
  const auto place = static_cast<std::ptrdiff_t>(at) + step;
  if (place < 0 || !has(static_cast<std::size_t>(place))) return false;
  return std::find(words.begin(), words.end(), pieces_[static_cast<std::size_t>(place)].word) != words.end();
}

int PhraseReader::day(std::size_t at) const {
  const TimePiece& piece = (*this)[at];
  return piece.number >= 1 && piece.number <= 31 && piece.digits <= 2 && !piece.decade ? piece.number : 0;
}

int PhraseReader::year(std::size_t at) const {
  const TimePiece& piece = (*this)[at];
  return piece.digits == 4 && piece.number >= 1000 && piece.number < 2200 && !piece.decade && !piece.ordinal ? piece.number : 0;
}

const TimePiece& PhraseReader::nothing() {
  static const TimePiece empty;
  return empty;
}

}  // namespace entente
