// Image: compiled knowledge, as sections of a file. Records refer to a pool of text by offset and size; nothing in them
// depends on where or when they were made, so that the same sources give the same bytes.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/section_file.hpp"
#include "entente/knowledge.hpp"
#include "knowledge/draft.hpp"
#include "knowledge/number_table.hpp"
#include "knowledge/ontology.hpp"

namespace entente {

// A compiled file is refused by a program of another version: raise it whenever a record, a rule of spelling or anything
// else changes what the same sources compile to.
inline constexpr SectionFormat knowledge_format{"ENTENTEK",          2, 2, 0, "compiled knowledge file", "no-knowledge-file",
                                                "bad-knowledge-file"};

struct TextRecord {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

struct ItemRecord {
  TextRecord key, klass, label, wikidata;
  ItemId state = no_item;
  ItemId parent = no_item;
  std::uint32_t prominence = 0;  // the bits of a float
  std::uint32_t type = 0;
};

// A date is 10000 * year + 100 * month + day.
struct SpanRecord {
  std::int32_t begin = 0, end = 0;
};

struct PostRecord {
  TextRecord key, title, office, organization;
};

struct TenureRecord {
  TextRecord office, title;
  ItemId person = no_item;
  ItemId organization = no_item;
  SpanRecord time, seen;
};

struct MembershipRecord {
  ItemId member = no_item;
  ItemId organization = no_item;
  SpanRecord time, seen;
};

struct StepRecord {
  TextRecord step;
  ItemId treaty = no_item;
  ItemId actor = no_item;
  std::int32_t date = 0;
};

// A term of the ontology, and of a class the type that it is a kind of.
struct TermRecord {
  static constexpr std::uint32_t no_type = ~std::uint32_t{0};
  TextRecord name;
  std::uint32_t type = no_type;
};

struct Image {
  std::string_view text;
  std::span<const ItemRecord> items;
  NumberTableView keys;
  std::span<const PostRecord> posts;
  std::span<const TextRecord> offices;  // lines: the key, then the titles
  std::span<const TenureRecord> tenures;
  std::span<const std::uint32_t> tenures_by_person;
  std::span<const MembershipRecord> memberships;
  std::span<const StepRecord> steps;
  std::span<const TermRecord> terms;
  NumberTableView first_names;  // values: 'm', 'f', 'b'

  std::string_view string(TextRecord record) const { return text.substr(record.begin, record.size); }
  Item item(ItemId id) const;
  ItemId find_key(std::string_view key) const;
  Office office(const TextRecord& record) const;  // its key still begins with "office/"
  Tenure tenure(const TenureRecord& record) const;
  static Membership membership(const MembershipRecord& record);
  TreatyStep step(const StepRecord& record) const;
  Ontology ontology() const;
};

// All of a draft but its names, which have sections of their own (name_tables.hpp). An error if it is too large.
Result<Sections> image_sections(const KnowledgeDraft& draft);
// Views of these sections. An error if they do not fit together.
Result<Image> image_of(const SectionFile& file);
// A draft again, without names, to add to it.
KnowledgeDraft draft_of(const Image& image);

}  // namespace entente
