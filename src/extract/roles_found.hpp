// The parts of the extractor of roles: what each pattern finds, before organisations are inferred and repetitions merged.
#pragma once

#include <string>
#include <vector>

#include "entente/claim.hpp"
#include "entente/document.hpp"
#include "entente/knowledge.hpp"
#include "extract/meetings_surface.hpp"
#include "extract/roles_title.hpp"
#include "extract/roles_view.hpp"

namespace entente {

struct FoundRole {
  EntityIndex person = no_entity;
  EntityIndex organization = no_entity;
  EntityIndex owner = no_entity;  // the person in whose service the post is
  std::string title;
  TitleKind kind = TitleKind::office;
  Status status = Status::current;
  TimeSpan time;
  Range tokens;  // from the title to the name
  std::string rule;
  float confidence = 0.9F;
};

// A found role from a title phrase; `index` says which of several persons it is.
FoundRole make_role(const TitlePhrase& phrase, EntityIndex person, Range tokens, const char* rule, std::size_t index = 0);

// Titles beside a name: before it, after it, over a list of names.
void find_titles_at_names(const RoleView& view, std::vector<FoundRole>& roles);
// "his Greek and French counterparts, A and B": the title of the person whose counterparts they are.
void find_counterparts(const RoleView& view, std::vector<FoundRole>& roles);
// "X is, became, was appointed, resigned as, succeeded Y as, heads ..."
void find_titles_at_verbs(const RoleView& view, const Surface& surface, std::vector<FoundRole>& roles);
// "the president" for somebody whom the article names and who, as is known, held that office on its day.
void find_titles_in_descriptions(const RoleView& view, const Knowledge& knowledge, std::vector<FoundRole>& roles);

// Organisations that the text leaves to the reader ("President Obama"), from the person's other roles and from knowledge.
void infer_organizations(const RoleView& view, const Knowledge& knowledge, std::vector<FoundRole>& roles);
// One role a person, title and organisation.
void merge_repeated_roles(std::vector<FoundRole>& roles);

}  // namespace entente
