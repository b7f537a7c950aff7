// What a page's head says about its article: JSON-LD (schema.org), Open Graph and other <meta> tags, <link>, <time>.
#pragma once

#include <string>

#include "entente/article.hpp"
#include "read/dom.hpp"

namespace entente {

// Fills what is still unknown of url, title, publisher and published.
void read_page_metadata(const Dom& dom, Article& article);

}  // namespace entente
