#include <cstdio>
#include <string>

#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/terminal.hpp"
#include "entente/extract.hpp"
#include "entente/read.hpp"

namespace entente {

namespace {

void put(const std::string& line) { std::printf("%s\n", line.c_str()); }

std::string form_of(const Document& document, std::uint32_t token) { return std::string(document.form(token)); }

void show_parse(const Document& document, const Sentence& sentence, bool conllu) {
  for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
    const Token& token = document.tokens[t];
    const long head = token.head == Token::root ? 0 : token.head - static_cast<long>(sentence.tokens.begin) + 1;
    const std::string number = std::to_string(t - sentence.tokens.begin + 1);
    const std::string tag(to_string(token.upos));
    if (conllu) {
      put(number + "\t" + form_of(document, t) + "\t" + token.lemma + "\t" + tag + "\t" + token.xpos + "\t_\t" +
          std::to_string(head) + "\t" + token.relation + "\t_\t_");
    } else {
      std::printf("    %3s %-20s %-16s %-6s %-6s %3ld %s\n", number.c_str(), form_of(document, t).c_str(), token.lemma.c_str(),
                  tag.c_str(), token.xpos.c_str(), head, token.relation.c_str());
    }
  }
}

void show_sentences(const Document& document, bool conllu) {
  std::size_t number = 0;
  for (const Sentence& sentence : document.sentences) {
    const std::string text(document.text(sentence.range));
    put((conllu ? "# sent_id = " : "  sentence ") + std::to_string(++number) + (conllu ? "\n# text = " : ": ") + text);
    show_parse(document, sentence, conllu);
    put("");
  }
}

void show_entities(const Document& document) {
  put("ENTITIES");
  for (std::size_t i = 0; i < document.entities.size(); ++i) {
    const DocumentEntity& e = document.entities[i];
    std::string line =
        "  " + std::to_string(i) + " " + std::string(to_string(e.type)) + (e.klass.empty() ? "" : "/" + e.klass) + " " + e.name;
    if (!e.link.key.empty()) line += " <" + e.link.key + " " + e.link.wikidata + ">";
    if (!e.named) line += " (implied)";
    for (const std::string& alias : e.aliases) line += " | " + alias;
    put(line);
    std::string mentions;
    for (const Mention& m : document.mentions)
      if (m.entity == i) mentions += " «" + std::string(document.text(m.range)) + (m.metonym ? "*" : "") + "»";
    put("     " + mentions);
  }
}

void show_times_and_quotations(const Document& document) {
  put("TIMES");
  for (const TimeExpression& time : document.times)
    put("  «" + std::string(document.text(time.range)) + "» " + to_string(time.value.begin) +
        (time.value.end != time.value.begin ? "/" + to_string(time.value.end) : "") + (time.relative ? " relative" : ""));
  put("QUOTATIONS");
  for (const Quotation& q : document.quotations)
    put(std::string("  ") + (q.mode == QuotationMode::direct ? "direct " : "indirect ") + (q.scare ? "scare " : "") +
        (q.speaker == no_entity ? "?" : document.entities[q.speaker].name) + ": " + std::string(document.text(q.content)));
}

void show_article(const ShowArguments& arguments, const Annotator& annotator, Article article) {
  const Document document = annotator.annotate(std::move(article));
  if (arguments.conllu) {
    put("# newdoc id = " + document.article.id);
    show_sentences(document, true);
    return;
  }
  const Article& a = document.article;
  put("ARTICLE " + a.id + "\n  title: " + a.title + "\n  publisher: " + a.publisher + "\n  published: " + to_string(a.published) +
      "\n  url: " + a.url);
  if (!arguments.claims_only) {
    put("SENTENCES");
    show_sentences(document, false);
    show_entities(document);
    show_times_and_quotations(document);
  }
  put("CLAIMS");
  const Extraction extraction = extract(document, annotator.knowledge());
  for (const Claim& claim : extraction.claims)
    put("  " + to_line(claim, extraction.entities) + "\n      " + claim.evidence.rule + ": " + claim.evidence.text);
}

}  // namespace

int show_command(const ShowArguments& arguments) {
  const std::optional<Annotator> annotator = load_annotator(arguments.data);
  if (!annotator) return exit_not_installed;
  Diagnostics diagnostics;
  std::size_t shown = 0;
  for (const Source& source : find_sources({arguments.file}, diagnostics))
    read_source(
        source, arguments.read,
        [&](Article&& article) {
          if (!arguments.article.empty() && article.id != arguments.article) return;
          ++shown;
          show_article(arguments, *annotator, std::move(article));
        },
        diagnostics);
  print(diagnostics);
  if (shown == 0) return exit_nothing_read;
  return has_errors(diagnostics) ? exit_some_input_bad : exit_fine;
}

}  // namespace entente
