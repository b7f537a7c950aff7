// Items: the units of one text with all that is known about each while its layout is being decided.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/article.hpp"
#include "read/credits.hpp"
#include "read/datelines.hpp"
#include "read/shape.hpp"
#include "read/units.hpp"

namespace entente {

enum class Role : std::uint8_t {
  open,  // a short line: headline, subhead, name, section, tag ... decided by its place
  prose,
  title,
  subtitle,
  caption,
  chrome,
  url,
  date,
  credit,
  byline,
};

struct Item {
  Unit unit;
  std::string_view text;
  std::string folded;
  Shape shape;
  Role role = Role::open;
  CreditSplit credits;
  std::size_t dateline = 0;  // bytes
};

using Items = std::vector<Item>;

// Each unit by itself, and the site's name at the end of captions ("... in Geneva - Example News"), which shows by its
// repetition. `known_title` may be empty.
Items look_at_units(std::string_view text, const std::vector<Unit>& units, std::string_view known_title);

inline bool is_body_text(const Item& item) { return item.role == Role::prose; }
inline bool is_open_headline(const Item& item) { return item.role == Role::open && item.shape.headline(); }

}  // namespace entente
