#include "read/html_meta.hpp"

#include <array>
#include <map>
#include <vector>

#include "base/json.hpp"
#include "base/text.hpp"
#include "read/dates.hpp"
#include "read/lists.hpp"
#include "read/metadata.hpp"

namespace entente {

namespace {

// Everything that is collected in one walk over the tree; names in lower case, the first of each counts.
struct PageFacts {
  std::map<std::string, std::string, std::less<>> meta;
  std::vector<std::string> json_ld;
  std::string canonical;
  std::string title;    // <title>
  std::string heading;  // <h1> of the content
  std::string time;     // <time datetime> of the content
};

struct LinkedData {
  std::string headline, published, publisher, url;
};

bool is_http(std::string_view url) { return url.substr(0, 7) == "http://" || url.substr(0, 8) == "https://"; }

void collect(const GumboNode* node, const Dom& dom, PageFacts& facts) {
  if (!is_element(node)) return;
  switch (tag_of(node)) {
    case GUMBO_TAG_META: {
      for (const char* key : {"property", "name", "itemprop"})
        if (const std::string name = lower(attribute(node, key)); !name.empty())
          facts.meta.emplace(name, attribute(node, "content"));
      return;
    }
    case GUMBO_TAG_LINK:
      if (lower(attribute(node, "rel")) == "canonical" && is_http(attribute(node, "href")) && facts.canonical.empty())
        facts.canonical = attribute(node, "href");
      return;
    case GUMBO_TAG_TITLE:
      if (facts.title.empty()) facts.title = text_below(node);
      return;
    case GUMBO_TAG_SCRIPT:
      if (lower(attribute(node, "type")) == "application/ld+json")
        for (unsigned i = 0; i < children_of(node).length; ++i)
          if (const auto* child = static_cast<const GumboNode*>(children_of(node).data[i]); child->type == GUMBO_NODE_TEXT)
            facts.json_ld.emplace_back(child->v.text.text);
      return;
    case GUMBO_TAG_H1:
      if (facts.heading.empty() || (is_within(node, dom.content()) && facts.heading.size() < 15)) facts.heading = text_below(node);
      break;
    case GUMBO_TAG_TIME: {
      const bool published =
          attribute(node, "itemprop") == "datePublished" || gumbo_get_attribute(&node->v.element.attributes, "pubdate") != nullptr;
      if (published || (facts.time.empty() && is_within(node, dom.content())))
        facts.time = attribute(node, "datetime").empty() ? text_below(node) : std::string(attribute(node, "datetime"));
      break;
    }
    default: break;
  }
  for (unsigned i = 0; i < children_of(node).length; ++i)
    collect(static_cast<const GumboNode*>(children_of(node).data[i]), dom, facts);
}

bool is_article_type(const Json& type) {
  static constexpr std::array<std::string_view, 10> types = {"NewsArticle",
                                                             "Article",
                                                             "ReportageNewsArticle",
                                                             "AnalysisNewsArticle",
                                                             "BackgroundNewsArticle",
                                                             "OpinionNewsArticle",
                                                             "BlogPosting",
                                                             "LiveBlogPosting",
                                                             "Report",
                                                             "ReviewNewsArticle"};
  if (type.is(Json::Kind::array)) {
    for (const Json& item : type.items())
      if (is_article_type(item)) return true;
    return false;
  }
  for (const std::string_view name : types)
    if (type.is(Json::Kind::string) && type.text() == name) return true;
  return false;
}

// A text, or the name or @id of an object, or the first of a list of these.
std::string text_of(const Json* value, std::string_view member) {
  if (value == nullptr) return {};
  if (value->is(Json::Kind::string)) return value->text();
  if (value->is(Json::Kind::array) && !value->items().empty()) return text_of(&value->items().front(), member);
  if (value->is(Json::Kind::object)) {
    const Json* inner = value->find(member);
    return inner != nullptr && inner->is(Json::Kind::string) ? inner->text() : std::string();
  }
  return {};
}

// The first article in the data, also inside of lists and "@graph".
bool find_article(const Json& json, LinkedData& data) {
  if (json.is(Json::Kind::array)) {
    for (const Json& item : json.items())
      if (find_article(item, data)) return true;
    return false;
  }
  if (!json.is(Json::Kind::object)) return false;
  if (const Json* type = json.find("@type"); type != nullptr && is_article_type(*type)) {
    data.headline = text_of(json.find("headline"), "@value");
    if (data.headline.empty()) data.headline = text_of(json.find("name"), "@value");
    data.published = text_of(json.find("datePublished"), "@value");
    data.publisher = text_of(json.find("publisher"), "name");
    data.url = text_of(json.find("url"), "@id");
    if (data.url.empty()) data.url = text_of(json.find("mainEntityOfPage"), "@id");
    return true;
  }
  for (const std::string_view key : {"@graph", "mainEntity", "mainEntityOfPage"})
    if (const Json* inner = json.find(key); inner != nullptr && !inner->is(Json::Kind::string) && find_article(*inner, data))
      return true;
  return false;
}

// Headlines in JSON-LD are often escaped as HTML although JSON needs no such thing.
std::string unescaped(std::string text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> entities = {{{"&quot;", "\""},
                                                                                              {"&#34;", "\""},
                                                                                              {"&#39;", "'"},
                                                                                              {"&#039;", "'"},
                                                                                              {"&#x27;", "'"},
                                                                                              {"&apos;", "'"},
                                                                                              {"&lt;", "<"},
                                                                                              {"&gt;", ">"},
                                                                                              {"&nbsp;", " "},
                                                                                              {"&rsquo;", "’"},
                                                                                              {"&lsquo;", "‘"},
                                                                                              {"&amp;", "&"}}};
  for (const auto& [entity, meaning] : entities)
    for (std::size_t at = text.find(entity); at != std::string::npos; at = text.find(entity, at + meaning.size()))
      text.replace(at, entity.size(), meaning);
  return text;
}

std::string first_meta(const PageFacts& facts, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names)
    if (const auto found = facts.meta.find(name); found != facts.meta.end() && !trim(found->second).empty())
      return plain_spaces(found->second);
  return {};
}

// "Ministers meet in Vienna - Example News" -> "Ministers meet in Vienna", if the rest is the site's name or the
// heading shows that the title ends there.
std::string without_site(const std::string& title, std::string_view site, std::string_view heading) {
  for (const std::string_view joint : {" | ", " - ", " – ", " — ", " :: ", " · "}) {
    const std::size_t at = title.rfind(joint);
    if (at == std::string::npos || at == 0) continue;
    std::string head = title.substr(0, at);
    const std::string tail = title.substr(at + joint.size());
    if ((!site.empty() && fold(tail) == fold(site)) || fold(head) == fold(heading) || !publisher_of_name(tail).empty()) return head;
  }
  return title;
}

std::string title_of(const PageFacts& facts, const LinkedData& data) {
  const std::string site = first_meta(facts, {"og:site_name", "application-name"});
  for (const std::string& candidate :
       {plain_spaces(unescaped(data.headline)), first_meta(facts, {"og:title", "twitter:title", "dc.title", "title"}),
        facts.heading, facts.title})
    if (!candidate.empty()) return without_site(candidate, site, facts.heading);
  return {};
}

PartialDate date_of(const PageFacts& facts, const LinkedData& data) {
  const std::string meta = first_meta(facts, {"article:published_time",
                                              "og:article:published_time",
                                              "og:published_time",
                                              "datepublished",
                                              "article:published",
                                              "publishdate",
                                              "publish-date",
                                              "publish_date",
                                              "publication_date",
                                              "pubdate",
                                              "parsely-pub-date",
                                              "sailthru.date",
                                              "originalpublicationdate",
                                              "dcterms.created",
                                              "dcterms.issued",
                                              "dc.date.issued",
                                              "dc.date.created",
                                              "dc.date",
                                              "dcterms.date",
                                              "date"});
  for (const std::string_view written : {std::string_view(data.published), std::string_view(meta), std::string_view(facts.time)})
    if (const PartialDate date = find_date(written); date.known()) return date;
  return {};
}

std::string publisher_of(const PageFacts& facts, const LinkedData& data, std::string_view url) {
  for (const std::string& name :
       {data.publisher, first_meta(facts, {"og:site_name", "dc.publisher", "publisher", "application-name"})}) {
    if (trim(name).empty() || is_http(name)) continue;
    std::string known = publisher_of_name(name);
    if (!known.empty()) return known;
    std::string by_host = publisher_of_host(host_of(url));
    return by_host.empty() ? plain_spaces(unescaped(name)) : by_host;
  }
  return publisher_of_host(host_of(url));
}

}  // namespace

void read_page_metadata(const Dom& dom, Article& article) {
  PageFacts facts;
  collect(dom.root(), dom, facts);
  LinkedData data;
  for (const std::string& text : facts.json_ld)
    if (const Result<Json> json = Json::parse(trim(text)); json && find_article(json.value(), data)) break;
  if (article.url.empty()) {
    const std::string meta = first_meta(facts, {"og:url"});
    article.url = !facts.canonical.empty() ? facts.canonical : is_http(meta) ? meta : is_http(data.url) ? data.url : std::string();
  }
  if (article.title.empty()) article.title = title_of(facts, data);
  if (article.publisher.empty()) article.publisher = publisher_of(facts, data, article.url);
  if (!article.published.known()) article.published = date_of(facts, data);
}

}  // namespace entente
