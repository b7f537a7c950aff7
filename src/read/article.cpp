// Plain text -> Article.
#include "entente/read.hpp"
#include "read/blocks.hpp"
#include "read/dates.hpp"
#include "read/lists.hpp"
#include "read/metadata.hpp"

namespace entente {

Article read_text(std::string text, Article known) {
  Article article = std::move(known);
  article.text = std::move(text);
  Layout layout = lay_out(article.text, split_units(article.text), article);
  article.blocks = std::move(layout.blocks);
  if (article.url.empty()) article.url = std::move(layout.url);
  if (article.title.empty()) article.title = std::move(layout.title);
  if (article.publisher.empty()) article.publisher = publisher_of_host(host_of(article.url));
  if (article.publisher.empty()) article.publisher = std::move(layout.publisher);
  if (!article.published.known()) article.published = layout.published;
  if (!article.published.known()) article.published = date_in_url(article.url);
  return article;
}

}  // namespace entente
