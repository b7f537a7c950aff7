// Articles, entities with their names, and the network between them.
#include <map>
#include <set>

#include "base/identifier.hpp"
#include "emit/builder.hpp"

namespace entente {

namespace {

// The class that people know, beside the one of ours.
Term borrowed_class(EntityType type) {
  switch (type) {
    case EntityType::Person: return term(ns::foaf, "Person");
    case EntityType::State: return term(ns::schema, "Country");
    case EntityType::InternationalOrganization: return term(ns::org, "FormalOrganization");
    case EntityType::GovernmentBody: return term(ns::schema, "GovernmentOrganization");
    case EntityType::Organization: return term(ns::org, "Organization");
    case EntityType::NewsAgency: return term(ns::schema, "NewsMediaOrganization");
    case EntityType::Council: return term(ns::org, "OrganizationalCollaboration");
    case EntityType::Place: return term(ns::schema, "Place");
    case EntityType::Treaty: return term(ns::foaf, "Document");
    case EntityType::Exercise:
    case EntityType::Conflict: return term(ns::sem, "Event");
    case EntityType::Summit: return term(ns::schema, "Event");
    case EntityType::Equipment: return term(ns::schema, "Product");
  }
  return ent("Entity");
}

std::string_view name_of(SourceFormat format) {
  switch (format) {
    case SourceFormat::text: return "text";
    case SourceFormat::html: return "html";
    case SourceFormat::record: return "record";
  }
  return {};
}

// The surface forms of each article that mentions the entity; an article that only implies it has none.
void add_mentions(Builder& builder, const Graph& graph, const GraphEntity& entity) {
  const Term node = builder.individual(entity.id);
  const auto add = [&](std::uint32_t index) {
    const Article& article = graph.articles[index];
    const Term mention = builder.individual("mention/", article.id + "--" + word(entity.id));
    builder.evidence(mention, rdf_type(), ent("Mention"));
    builder.evidence(mention, ent("mentions"), node);
    builder.evidence(mention, ent("article"), builder.article(article));
    builder.evidence(builder.article(article), term(ns::schema, "mentions"), node);
    return mention;
  };
  for (const std::uint32_t article : entity.articles) add(article);
  for (const EntityLink& link : entity.links) {
    const Term mention = add(link.article);
    builder.evidence(mention, ent("linkScore"), decimal(link.score, 2));
    builder.evidence(mention, ent("linkReason"), text(link.reason));
  }
  for (const auto& [article, form] : entity.forms) builder.evidence(add(article), ent("surfaceForm"), text(form));
}

}  // namespace

void add_articles(Builder& builder, const Graph& graph) {
  for (const Article& article : graph.articles) {
    const Term node = builder.article(article);
    builder.evidence(node, rdf_type(), ent("Article"));
    builder.evidence(node, rdf_type(), term(ns::schema, "NewsArticle"));
    builder.evidence(node, rdf_type(), term(ns::nif, "Context"));
    builder.evidence(node, label(), text(article.title.empty() ? article.id : article.title));
    builder.evidence(node, term(ns::dcterms, "identifier"), text(article.id));
    if (!article.title.empty()) builder.evidence(node, term(ns::dcterms, "title"), text(article.title));
    if (!article.publisher.empty()) builder.evidence(node, term(ns::dc, "publisher"), text(article.publisher));
    if (article.published.known()) builder.evidence(node, term(ns::dcterms, "issued"), date(article.published));
    // A literal: the addresses of the web are not always IRIs that stores take.
    if (!article.url.empty()) builder.evidence(node, term(ns::schema, "url"), typed(article.url, "anyURI"));
    if (article.file.empty()) continue;
    builder.evidence(node, ent("sourceFile"), text(article.file));
    builder.evidence(node, ent("sourceFormat"), text(name_of(article.format)));
    if (article.line != 0) builder.evidence(node, ent("sourceLine"), integer(article.line));
  }
}

void add_entities(Builder& builder, const Graph& graph) {
  for (const GraphEntity& entity : graph.entities) {
    const Term node = builder.individual(entity.id);
    builder.fact(node, rdf_type(), ent(to_string(entity.type)));
    builder.fact(node, rdf_type(), borrowed_class(entity.type));
    if (!entity.klass.empty()) builder.fact(node, rdf_type(), ent(path(entity.klass)));
    builder.fact(node, label(), text(entity.name));
    if (!entity.wikidata.empty()) builder.fact(node, term(ns::owl, "sameAs"), term(ns::wikidata, path(entity.wikidata)));
    if (!entity.key.empty()) builder.fact(node, ent("key"), text(entity.key));
    for (const auto& [article, form] : entity.forms)
      if (form != entity.name) builder.fact(node, term(ns::skos, "altLabel"), text(form));
    add_mentions(builder, graph, entity);
    add_merges(builder, node, entity.merges);
  }
}

void add_merges(Builder& builder, const Term& into, const std::vector<SameAs>& merges) {
  for (const SameAs& same : merges) {
    const std::string content = into.value + "\n" + same.a + "\n" + same.b + "\n" + same.reason;
    const Term node = builder.individual("merge/", hex_hash(content, 16));
    builder.evidence(node, rdf_type(), ent("Merge"));
    builder.evidence(node, ent("merged"), into);
    builder.evidence(node, ent("mergedItem"), text(same.a));
    builder.evidence(node, ent("mergedItem"), text(same.b));
    builder.evidence(node, ent("reason"), text(same.reason));
    builder.evidence(node, ent("score"), decimal(same.score, 2));
  }
}

void add_network(Builder& builder, const Graph& graph, const Network& network) {
  for (const Actor& actor : network.actors) {
    const Term node = builder.individual(graph.entities[actor.entity].id);
    builder.fact(node, ent("degree"), integer(actor.degree));
    builder.fact(node, ent("betweenness"), decimal(actor.betweenness, 6));
    builder.fact(node, ent("community"), integer(actor.community));
  }
  for (const Tie& tie : network.ties) {
    const GraphEntity& a = graph.entities[tie.a];
    const GraphEntity& b = graph.entities[tie.b];
    const Term node = builder.individual("tie/", word(a.id) + "--" + word(b.id));
    builder.fact(node, rdf_type(), ent("Tie"));
    builder.fact(node, label(), text(a.name + " - " + b.name));
    builder.fact(node, ent("connects"), builder.individual(a.id));
    builder.fact(node, ent("connects"), builder.individual(b.id));
    builder.fact(node, ent("weight"), integer(tie.weight));
    for (const std::string& kind : tie.kinds) builder.fact(node, ent("tieKind"), text(kind));
    if (tie.time.begin.known()) builder.fact(node, ent("from"), date(tie.time.begin));
    if (tie.time.end.known()) builder.fact(node, ent("until"), date(tie.time.end));
  }
}

}  // namespace entente
