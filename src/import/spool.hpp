// The file in which records wait, and the order in which they are written from it.
#pragma once

#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "entente/result.hpp"
#include "import/record.hpp"

namespace entente {

// Groups of SpoolReader::Place; posts come after people.
inline constexpr std::uint8_t state_group = 0;
inline constexpr std::uint8_t person_group = 11;

class SpoolReader {
 public:
  // Reads the file once for the place of each record: 24 bytes of memory a record. Of two records of one entity the
  // later counts.
  static Result<SpoolReader> open(const std::string& file);

  struct Place {
    std::uint8_t group = 0;  // things of one kind stand together
    Qid id = 0;
    std::uint64_t offset = 0;
  };
  // By kind, then by number.
  const std::vector<Place>& in_order() const { return order_; }
  std::optional<Record> at(const Place& place);
  std::optional<Record> find(Qid id);

 private:
  std::ifstream in_;
  std::vector<Place> order_;
  std::vector<std::pair<Qid, std::uint32_t>> by_id_;  // index into order_
};

// "person", "state", "place" ...: what the keys of a class begin with; empty for a post.
std::string folder_of_class(const std::string& klass);

}  // namespace entente
