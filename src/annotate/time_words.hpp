// The words of calendars and clocks, and a sentence as the sequence of pieces in which time phrases are spelled.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/document.hpp"

namespace entente {

enum class TimeUnit : std::uint8_t { none, moment, day, week, weekend, month, quarter, year, decade, century };

int month_number(std::string_view lower);    // 1..12, 0 = no month; "sept" too
int weekday_number(std::string_view lower);  // 0 = Sunday .. 6, -1 = no weekday; "wed" too
TimeUnit time_unit(std::string_view lower);  // singular or plural; moment = hour, minute, second
int season_number(std::string_view lower);   // 1 = spring .. 4 = winter, 0 = none
int counting_word(std::string_view lower);   // "two" 2, "a" 1, "couple" 2; 0 = vague ("several"); -1 = none

// A piece of a token: "mid-July", "11-12" and "2014-04-29" fall into their parts and the hyphens between them.
struct TimePiece {
  std::string word;         // lower case, without the dot of an abbreviation
  std::uint32_t token = 0;  // that it is part of
  bool capital = false;
  int number = -1;         // what the digits say; -1 if it is not a plain number
  std::size_t digits = 0;  // how many
  bool ordinal = false;    // "11th"
  bool decade = false;     // "1990s"
};

std::vector<TimePiece> time_pieces(const Document& document, Range sentence_tokens);

}  // namespace entente
