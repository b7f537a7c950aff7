// Record: what is kept of one entity of Wikidata, with its references still Wikidata's own. Records wait in a file, one
// a line, until all have been read and every reference can be followed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/date.hpp"

namespace entente {

// The number of "Q123"; 0 for anything else.
using Qid = std::uint64_t;
Qid to_qid(std::string_view id);
std::string to_string_qid(Qid id);

struct Record {
  struct Position {
    Qid post = 0;
    TimeSpan time;
  };
  struct Party {
    Qid who = 0;
    PartialDate date;
  };

  Qid id = 0;
  std::string klass;  // a class of entente.ttl, or "Post"
  std::string label;
  std::vector<std::string> aliases;
  std::vector<std::string> acronyms;
  std::vector<Qid> states;  // of which it is, or whose citizen, the best first
  std::string gender;
  std::uint32_t sitelinks = 0;
  double population = 0;

  std::vector<Position> positions;  // of a person
  std::vector<Qid> organizations;   // of a post: what it is an office of, the best first
  std::vector<Qid> offices;         // of a post: the classes of office above it
  Qid head_of_state = 0;            // of a state: these offices
  Qid head_of_government = 0;
  Qid capital = 0;

  PartialDate signed_on, in_force_from, ended_on;  // of a treaty; the end of other things, too
  std::vector<Party> parties;
};

std::string to_line(const Record& record);  // without line break
std::optional<Record> parse_record(std::string_view line);

}  // namespace entente
