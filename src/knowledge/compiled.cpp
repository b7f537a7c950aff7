#include "knowledge/compiled.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <utility>

#include "knowledge/image.hpp"
#include "knowledge/loader.hpp"
#include "knowledge/name_tables.hpp"
#include "knowledge/ontology.hpp"
#include "knowledge/sources.hpp"
#include "knowledge/spelling.hpp"

namespace entente {

namespace {

Outcome add_spellings(const std::string& folder, KnowledgeDraft& draft) {
  auto spellings = load_spellings(folder + "/knowledge/spellings.tsv");
  if (!spellings) return spellings.error();
  for (const std::vector<std::string>& words : spellings.value()) draft.names.same_spelling(words);
  return Done{};
}

void append(Sections& to, Sections&& more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// All sections but the list of sources.
Result<Sections> from_sources(const std::string& folder, const std::vector<std::string>& more, Diagnostics& diagnostics) {
  KnowledgeDraft draft;
  Result<Ontology> ontology = load_ontology(folder);
  if (!ontology) return ontology.error();
  draft.ontology = std::move(ontology).value();
  if (const Outcome added = add_spellings(folder, draft); !added) return added.error();
  Result<Sections> names = load_items(folder + "/knowledge", more, draft, diagnostics);
  if (!names) return names.error();
  Result<FirstNames> first_names = FirstNames::load(folder + "/knowledge/first-names.tsv");
  if (!first_names) return first_names.error();
  draft.first_names = std::move(first_names).value();
  Result<Sections> sections = image_sections(draft);
  if (sections) append(sections.value(), std::move(names).value());
  return sections;
}

// Everything but the names.
Outcome take_image(const SectionFile& file, KnowledgeData& data) {
  Result<Image> image = image_of(file);
  if (!image) return image.error();
  data.image = image.value();
  data.ontology = data.image.ontology();
  data.offices.clear();
  for (const TextRecord& record : data.image.offices) {
    Office office = data.image.office(record);
    office.key.erase(0, office.key.find('/') + 1);
    data.offices.push_back(std::move(office));
  }
  data.tenures.clear();
  data.tenures.reserve(data.image.tenures.size());
  for (const TenureRecord& record : data.image.tenures) data.tenures.push_back(data.image.tenure(record));
  data.memberships.clear();
  data.memberships.reserve(data.image.memberships.size());
  for (const MembershipRecord& record : data.image.memberships) data.memberships.push_back(Image::membership(record));
  data.treaty_steps.clear();
  data.treaty_steps.reserve(data.image.steps.size());
  for (const StepRecord& record : data.image.steps) data.treaty_steps.push_back(data.image.step(record));
  data.memory.push_back(file);
  return Done{};
}

Outcome take(const SectionFile& file, KnowledgeData& data) {
  Result<NameTables> names = name_tables(file);
  if (!names) return names.error();
  data.names = NameIndex({names.value()});
  return take_image(file, data);
}

// False: the files cannot be laid over what was compiled.
Result<bool> take_layers(const SectionFile& file, const std::string& path, const std::string& folder,
                         const std::vector<std::string>& more, KnowledgeData& data, Diagnostics& diagnostics) {
  const Result<Image> image = image_of(file);
  if (!image) return image.error();
  const Result<NameTables> below = name_tables(file);
  if (!below) return below.error();
  KnowledgeDraft draft = draft_of(image.value());
  if (const Outcome added = add_spellings(folder, draft); !added) return added.error();
  const std::size_t before = diagnostics.size();
  Result<std::optional<Sections>> names = lay_over(below.value(), path, more, draft, diagnostics);
  if (!names) return names.error();
  if (!names.value()) {
    diagnostics.erase(diagnostics.begin() + static_cast<std::ptrdiff_t>(before), diagnostics.end());
    return false;
  }
  Result<Sections> sections = image_sections(draft);
  if (!sections) return sections.error();
  append(sections.value(), std::move(*names.value()));
  const SectionFile upper = SectionFile::hold(std::move(sections).value());
  const Result<NameTables> above = name_tables(upper);
  if (!above) return above.error();
  if (const Outcome taken = take_image(upper, data); !taken) return taken.error();
  data.names = NameIndex({above.value(), below.value()});
  data.memory.push_back(file);
  return true;
}

// The compiled file as far as it may be used; why not, if it is there and may not, goes to `diagnostics`.
struct Usable {
  std::optional<SectionFile> file;
  bool has_own = false;  // made of the files of `more`, too
};

Usable usable(const std::string& path, const std::string& folder, const std::vector<std::string>& more, Diagnostics& diagnostics) {
  Result<SectionFile> file = SectionFile::open(path, knowledge_format);
  if (!file) {
    Diagnostic problem = diagnose(file.error(), Severity::warning);
    problem.message += "; its sources are read instead";
    diagnostics.push_back(std::move(problem));
    return {};
  }
  const std::vector<SourceFile> recorded = sources_of(file->section("sources"));
  const bool own = std::any_of(recorded.begin(), recorded.end(), [](const SourceFile& source) { return source.own; });
  const std::string differs = difference(recorded, folder, own ? more : std::vector<std::string>(), file->written());
  if (differs.empty()) return {std::move(file).value(), own};
  diagnostics.push_back({Severity::note, "stale-knowledge-file", path, 0,
                         "the compiled knowledge is not used, as " + differs +
                             "; the sources are read instead, which takes longer (compile again: entente knowledge compile)"});
  return {};
}

}  // namespace

Outcome load_things(const std::string& folder, const std::vector<std::string>& more, const std::string& compiled,
                    KnowledgeData& data, Diagnostics& diagnostics) {
  const std::string path = compiled.empty() ? folder + "/knowledge.index" : compiled;
  std::error_code error;
  if (!compiled.empty() || std::filesystem::exists(path, error)) {
    const Usable found = usable(path, folder, more, diagnostics);
    if (found.file && (more.empty() || found.has_own)) return take(*found.file, data);
    if (found.file) {
      const Result<bool> laid = take_layers(*found.file, path, folder, more, data, diagnostics);
      if (!laid) return laid.error();
      if (laid.value()) return Done{};
    }
  }
  Result<Sections> sections = from_sources(folder, more, diagnostics);
  if (!sections) return sections.error();
  return take(SectionFile::hold(std::move(sections).value()), data);
}

Outcome compile_things(const std::string& folder, const std::vector<std::string>& more, const std::string& file,
                       Diagnostics& diagnostics) {
  const std::timespec begin = file_clock();
  Result<std::vector<SourceFile>> sources = read_sources(folder, more);
  if (!sources) return sources.error();
  Result<Sections> sections = from_sources(folder, more, diagnostics);
  if (!sections) return sections.error();
  sections->emplace_back("sources", sources_section(sources.value()));
  return write_sections(file, knowledge_format, sections.value(), begin);
}

}  // namespace entente
