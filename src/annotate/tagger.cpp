#include "annotate/tagger.hpp"

#include <utility>
#include <vector>

#include "annotate/features.hpp"
#include "annotate/irregular_verbs.hpp"
#include "annotate/lemmas.hpp"
#include "annotate/model_file.hpp"
#include "annotate/net.hpp"
#include "base/text.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

struct TagClass {
  Upos upos = Upos::X;
  std::string xpos;
};

Upos upos_of(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(Upos::X); ++i)
    if (to_string(static_cast<Upos>(i)) == name) return static_cast<Upos>(i);
  return Upos::X;
}

std::vector<std::string> lines(std::string_view text) {
  std::vector<std::string> out;
  for (const std::string_view line : split(text, '\n'))
    if (!line.empty()) out.emplace_back(line);
  return out;
}

}  // namespace

struct Tagger::Data {
  ModelFile file;
  std::vector<TagClass> tags;
  std::vector<std::string> labels;
  Net net;
  Lemmas lemmas;

  void fill(Document& document, const Sentence& sentence, const Parse& parse, std::size_t first) const;
};

Tagger::Tagger(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

Result<Tagger> Tagger::load(const std::string& model, const std::vector<std::string>& verbs) {
  Result<ModelFile> file = ModelFile::open(model);
  if (!file) return file.error();
  auto data = std::make_shared<Data>();
  data->file = std::move(file).value();
  for (const char* name : {"tags", "labels", "shape", "network", "lemmas"})
    if (data->file.section(name).empty())
      return Error{"bad-model", std::string("this model cannot be used: it lacks the section ") + name, model, 0};
  for (const std::string& line : lines(data->file.section("tags"))) {
    const std::size_t gap = line.find(' ');
    data->tags.push_back({upos_of(line.substr(0, gap)), gap == std::string::npos ? std::string() : line.substr(gap + 1)});
  }
  data->labels = lines(data->file.section("labels"));
  Result<Net> net = Net::load(data->file.section("shape"), data->file.section("network"));
  if (!net) return Error{net.error().code, net.error().message, model, 0};
  data->net = std::move(net).value();
  if (data->tags.size() != data->net.shape().tags || data->labels.size() != data->net.shape().labels)
    return Error{"bad-model", "this model cannot be used: its network has other classes than its lists of tags and relations",
                 model, 0};
  data->lemmas = Lemmas(data->file.section("lemmas"));
  for (const std::string& verb : verbs) data->lemmas.add_verb(verb);
  return Tagger(std::move(data));
}

// "called it wrong and left": a verb in the past is not joined to an adjective or noun that has no verb of its own, but to
// the verb before.
static void mend(Document& document, const Sentence& sentence) {
  const auto has_own = [&](std::uint32_t word) {
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t)
      if (document.tokens[t].head == static_cast<std::int32_t>(word) &&
          (has_relation(document.tokens[t], "cop") || has_relation(document.tokens[t], "nsubj")))
        return true;
    return false;
  };
  for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
    Token& verb = document.tokens[t];
    if (verb.relation != "conj" || verb.xpos != "VBD" || verb.head < 0) continue;
    const auto joined = static_cast<std::uint32_t>(verb.head);
    const Token& first = document.tokens[joined];
    if (first.upos == Upos::VERB || first.head < 0 || first.relation == "conj" || has_own(joined) || has_own(t)) continue;
    if (document.tokens[static_cast<std::uint32_t>(first.head)].xpos == "VBD") verb.head = first.head;
  }
}

// `first`: where the sentence's words lie in the parse.
void Tagger::Data::fill(Document& document, const Sentence& sentence, const Parse& parse, std::size_t first) const {
  for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
    const std::size_t word = first + (t - sentence.tokens.begin);
    Token& token = document.tokens[t];
    const TagClass& tag = tags[parse.tags[word]];
    token.upos = tag.upos;
    token.xpos = tag.xpos;
    // "froze" is no base form, and no present.
    if ((tag.xpos == "VB" || tag.xpos == "VBP") && !irregular_base(lower(document.form(t))).empty()) token.xpos = "VBD";
    token.lemma = lemmas.lemma(document.form(t), token.xpos);
    set_features(token, document.form(t));
    const std::int32_t head = parse.heads[word];
    token.head = head == 0 ? Token::root : static_cast<std::int32_t>(sentence.tokens.begin) + head - 1;
    token.relation = head == 0 ? "root" : labels[parse.labels[word]];
  }
  mend(document, sentence);
  set_voice(document, sentence);
}

std::string_view Tagger::section(std::string_view name) const { return data_->file.section(name); }

void Tagger::tag(Document& document) const {
  std::vector<std::string_view> forms;
  std::vector<std::uint32_t> bounds = {0};
  forms.reserve(document.tokens.size());
  for (const Sentence& sentence : document.sentences) {
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) forms.push_back(document.form(t));
    bounds.push_back(static_cast<std::uint32_t>(forms.size()));
  }
  const Parse parse = data_->net.parse(forms, bounds);
  for (std::size_t s = 0; s < document.sentences.size(); ++s) data_->fill(document, document.sentences[s], parse, bounds[s]);
}

}  // namespace entente
