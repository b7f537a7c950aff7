#include "entente/annotate.hpp"

#include <utility>

#include "annotate/coreference.hpp"
#include "annotate/names.hpp"
#include "annotate/quotations.hpp"
#include "annotate/segment.hpp"
#include "annotate/tagger.hpp"
#include "annotate/times.hpp"

namespace entente {

struct Annotator::Data {
  Tagger tagger;
  Knowledge knowledge;
};

Annotator::Annotator(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

Result<Annotator> Annotator::load(const std::string& model, Knowledge knowledge) {
  Result<Tagger> tagger = Tagger::load(model);
  if (!tagger) return tagger.error();
  return Annotator(std::make_shared<const Data>(Data{std::move(tagger).value(), std::move(knowledge)}));
}

Document Annotator::annotate(Article article) const {
  Document document;
  document.article = std::move(article);
  segment(document);
  data_->tagger.tag(document);
  find_times(document);
  find_names(data_->knowledge, document);
  resolve_coreference(data_->knowledge, document);
  find_quotations(data_->knowledge, document);
  return document;
}

const Knowledge& Annotator::knowledge() const { return data_->knowledge; }

}  // namespace entente
