// The text form of paths over the parse: "object > obl:of|against[@treaty-word|pact|#Treaty]".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "entente/result.hpp"
#include "entente/rules.hpp"

namespace entente {

// Adds the lemmas of one entry to a class: a word, or all of the word class "@name". The error has only a message.
Outcome add_lemmas(std::string_view entry, const RuleSet& rules, WordClass& lemmas);

// The bits of an entity type by its name, or of "Actor": all those who can act. none if there is no such type.
std::optional<std::uint32_t> type_bits(std::string_view name);

// Reads a path; classes are expanded. The error has only a message, which names the step.
Result<Path> parse_path(std::string_view text, const RuleSet& rules);

}  // namespace entente
