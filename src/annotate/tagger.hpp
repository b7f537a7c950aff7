// Tags, lemmas, features and the dependency parse of a segmented document, by one model.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "entente/document.hpp"
#include "entente/result.hpp"

namespace entente {

class Tagger {
 public:
  // A model made by entente-train; see model_file.hpp for what is refused. `verbs` are base forms that exist beside
  // those of the model's treebanks.
  static Result<Tagger> load(const std::string& model, const std::vector<std::string>& verbs = {});
  // Fills tags, lemmas, features, heads and relations of every sentence. May be called from several threads at once.
  void tag(Document& document) const;
  // A further section of the model's file, empty if it has none; valid while this or a copy lives.
  std::string_view section(std::string_view name) const;

 private:
  struct Data;
  explicit Tagger(std::shared_ptr<const Data> data);
  std::shared_ptr<const Data> data_;
};

}  // namespace entente
