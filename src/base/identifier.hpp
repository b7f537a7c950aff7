// Stable identifiers: the same content gives the same id on every machine and in every run.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

// FNV-1a, 64 bits (Fowler, Noll, Vo; http://www.isthe.com/chongo/tech/comp/fnv/).
std::uint64_t stable_hash(std::string_view text);

// A checksum of large data, many times faster than stable_hash: eight bytes at a time in four lanes.
std::uint64_t block_hash(std::string_view bytes);

// The first `digits` (1..16) hexadecimal digits of stable_hash.
std::string hex_hash(std::string_view text, int digits = 8);

// "Jens Stoltenberg" -> "jens-stoltenberg": lower-case ASCII letters, digits and hyphens, safe in an IRI; other
// scripts are percent-free too: a name without any Latin letter becomes "x-" and its hash. At most 80 bytes.
std::string slug(std::string_view name);

}  // namespace entente
