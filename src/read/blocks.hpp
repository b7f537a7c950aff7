// Layout: which block of a text is what, and what the text says about itself.
//
// Nothing is cut away: every unit becomes one block or several (a caption and its credit), each with its kind. The
// decision follows the shape of a line (shape.hpp), its neighbours and its place: the head before the running text, the
// body, and the foot behind it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/article.hpp"
#include "read/units.hpp"

namespace entente {

struct Layout {
  std::vector<Block> blocks;
  // Found in the text; empty or unknown otherwise.
  std::string url;
  std::string title;
  std::string publisher;
  PartialDate published;
};

// `known`: what is known already; a known title is recognised where the text repeats it.
Layout lay_out(std::string_view text, const std::vector<Unit>& units, const Article& known);

}  // namespace entente
