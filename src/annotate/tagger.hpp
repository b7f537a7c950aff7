// Tags, lemmas, features and the dependency parse of a segmented document, by one model.
#pragma once

#include <memory>
#include <string>

#include "entente/document.hpp"
#include "entente/result.hpp"

namespace entente {

class Tagger {
 public:
  // A model made by entente-train; see model_file.hpp for what is refused.
  static Result<Tagger> load(const std::string& model);
  // Fills tags, lemmas, features, heads and relations of every sentence. May be called from several threads at once.
  void tag(Document& document) const;

 private:
  struct Data;
  explicit Tagger(std::shared_ptr<const Data> data);
  std::shared_ptr<const Data> data_;
};

}  // namespace entente
