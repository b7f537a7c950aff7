#include "annotate/tagger.hpp"

#include <utility>

namespace entente {

struct Tagger::Data {};

Tagger::Tagger(std::shared_ptr<const Data> data) : data_(std::move(data)) {}
Result<Tagger> Tagger::load(const std::string& /*model*/) { return Tagger(std::make_shared<const Data>()); }
void Tagger::tag(Document& /*document*/) const {}

}  // namespace entente
