// Arrays of plain records as bytes of a section, and back.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/section_file.hpp"

namespace entente {

// For records without padding; those with some are filled member by member into zeroed bytes, as equal data must give
// equal bytes.
template <typename Record>
std::string bytes_of(std::span<const Record> records) {
  static_assert(std::has_unique_object_representations_v<Record> || std::is_floating_point_v<Record>);
  return {reinterpret_cast<const char*>(records.data()), records.size_bytes()};
}
template <typename Record>
std::string bytes_of(const std::vector<Record>& records) {
  return bytes_of(std::span<const Record>(records));
}

// The records where they lie; nothing if the bytes are no whole number of them, or lie askew.
template <typename Record>
std::optional<std::span<const Record>> records_of(std::string_view bytes) {
  static_assert(std::is_trivially_copyable_v<Record>);
  if (bytes.size() % sizeof(Record) != 0 || reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(Record) != 0)
    return std::nullopt;
  return std::span(reinterpret_cast<const Record*>(bytes.data()), bytes.size() / sizeof(Record));
}

// The records of a section, into `out`; false where they cannot be read.
template <typename Record>
bool read_records(const SectionFile& file, std::string_view name, std::span<const Record>& out) {
  const auto found = records_of<Record>(file.section(name));
  if (found) out = *found;
  return found.has_value();
}

}  // namespace entente
