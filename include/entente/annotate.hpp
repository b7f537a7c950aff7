// Annotator: Article -> Document: sentences, tokens, tags, parse, names, times, coreference and quotations.
// Immutable after loading; annotate may be called from several threads at once.
#pragma once

#include <memory>
#include <string>

#include "entente/document.hpp"
#include "entente/knowledge.hpp"
#include "entente/result.hpp"

namespace entente {

class Annotator {
 public:
  // `model` is a file made by entente-train. A truncated, foreign or newer file is an error.
  static Result<Annotator> load(const std::string& model, Knowledge knowledge);

  Document annotate(Article article) const;

  const Knowledge& knowledge() const;

 private:
  struct Data;
  explicit Annotator(std::shared_ptr<const Data> data);
  std::shared_ptr<const Data> data_;
};

}  // namespace entente
