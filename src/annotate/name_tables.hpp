// What names and coreference look up in every document, made once from the knowledge base.
#pragma once

#include "annotate/name_words.hpp"
#include "entente/knowledge.hpp"
#include "knowledge/office_titles.hpp"

namespace entente {

struct NameTables {
  // `k` must outlive this, in its place.
  explicit NameTables(const Knowledge& k) : knowledge(k), words(k.rules()), titles(k) {}

  const Knowledge& knowledge;
  const NameWords words;
  const OfficeTitles titles;
};

}  // namespace entente
