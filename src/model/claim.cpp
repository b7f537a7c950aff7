#include "entente/claim.hpp"

#include <array>

namespace entente {

std::string_view to_string(Part part) {
  static constexpr std::array<std::string_view, 12> names = {"person", "organization", "participant", "place",  "host",   "speaker",
                                                             "with",   "addressee",    "actor",       "target", "treaty", "by"};
  return names[static_cast<std::size_t>(part)];
}

std::string to_line(const Claim& claim, const std::vector<DocumentEntity>& entities) {
  std::string line{to_string(claim.kind)};
  if (!claim.type.empty()) line += " " + claim.type;
  for (const Argument& argument : claim.arguments) {
    line += " ";
    line += to_string(argument.part);
    line += "=" + (argument.entity < entities.size() ? entities[argument.entity].name : std::string("?"));
  }
  if (!claim.text.empty()) line += " \"" + claim.text + "\"";
  line += " [";
  line += to_string(claim.status);
  line += "]";
  if (claim.time.begin.known()) line += " " + to_string(claim.time.begin);
  if (claim.time.end.known() && claim.time.end != claim.time.begin) line += "/" + to_string(claim.time.end);
  return line;
}

}  // namespace entente
