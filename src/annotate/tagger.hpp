// Tags, lemmas and the dependency parse of a segmented document.
#pragma once

#include <memory>
#include <string>

#include "entente/document.hpp"
#include "entente/result.hpp"

namespace entente {

class Tagger {
 public:
  static Result<Tagger> load(const std::string& model);
  // Fills tags, lemmas, features, heads and relations.
  void tag(Document& document) const;

 private:
  struct Data;
  explicit Tagger(std::shared_ptr<const Data> data);
  std::shared_ptr<const Data> data_;
};

}  // namespace entente
