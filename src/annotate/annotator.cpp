#include <string>
#include <utility>
#include <vector>

#include "annotate/coreference.hpp"
#include "annotate/name_model.hpp"
#include "annotate/names.hpp"
#include "annotate/quotations.hpp"
#include "annotate/segment.hpp"
#include "annotate/tagger.hpp"
#include "annotate/times.hpp"
#include "entente/annotate.hpp"

namespace entente {

struct Annotator::Data {
  Data(Tagger t, const NameModel& n, Knowledge k) : tagger(std::move(t)), names(n), knowledge(std::move(k)), tables(knowledge) {}

  Tagger tagger;
  NameModel names;  // a view of the tagger's file
  Knowledge knowledge;
  NameTables tables;
};

Annotator::Annotator(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

namespace {

// Verbs that the rules know: the model has seen only those of its treebanks.
std::vector<std::string> verbs_of(const RuleSet& rules) {
  std::vector<std::string> verbs;
  for (const Rule& rule : rules.rules)
    if (rule.trigger.tag == 'V') verbs.insert(verbs.end(), rule.trigger.lemmas.begin(), rule.trigger.lemmas.end());
  for (const auto& [name, lemmas] : rules.classes)
    if (name.ends_with("-verb")) verbs.insert(verbs.end(), lemmas.begin(), lemmas.end());
  return verbs;
}

}  // namespace

Result<Annotator> Annotator::load(const std::string& model, Knowledge knowledge) {
  Result<Tagger> tagger = Tagger::load(model, verbs_of(knowledge.rules()));
  if (!tagger) return tagger.error();
  const Result<NameModel> names = NameModel::load(tagger->section(NameModel::section));
  if (!names) return Error{names.error().code, names.error().message, model, 0};
  return Annotator(std::make_shared<const Data>(std::move(tagger).value(), names.value(), std::move(knowledge)));
}

Document Annotator::annotate(Article article) const {
  Document document;
  document.article = std::move(article);
  segment(document);
  data_->tagger.tag(document);
  find_times(document);
  find_names(data_->tables, document, data_->names);
  resolve_coreference(data_->tables, document);
  find_quotations(data_->knowledge, document);
  return document;
}

const Knowledge& Annotator::knowledge() const { return data_->knowledge; }

}  // namespace entente
