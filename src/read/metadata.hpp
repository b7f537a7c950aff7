// What a text says about its own publication: date, publisher, address.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "read/blocks.hpp"
#include "read/items.hpp"

namespace entente {

// Fills url, publisher and published of `layout` from decided items. `body`: index of the first item of the running
// text; `title`: of the headline, beyond the end if there is none.
void read_metadata(const Items& items, std::size_t body, std::size_t title, Layout& layout);

// "https://www.npr.org/..." -> "www.npr.org"; empty if there is no host.
std::string_view host_of(std::string_view url);

}  // namespace entente
