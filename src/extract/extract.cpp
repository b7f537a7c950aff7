#include "entente/extract.hpp"

#include "extract/events.hpp"
#include "extract/evidence.hpp"
#include "extract/holders.hpp"
#include "extract/meetings.hpp"
#include "extract/roles.hpp"
#include "extract/statements.hpp"
#include "extract/treaties.hpp"

namespace entente {

Extraction extract(const Document& document, const Knowledge& knowledge) {
  Extraction out;
  extract_statements(document, knowledge, out.claims);  // first: said_in of the others refers to statements
  extract_roles(document, knowledge, out.claims);
  extract_meetings(document, knowledge, out.claims);
  extract_events(document, knowledge, out.claims);
  extract_treaties(document, knowledge, out.claims);
  complete_evidence(document, out.claims);
  infer_holders(document, knowledge, out.claims);
  order_claims(out.claims);
  out.entities = document.entities;
  out.article = document.article;
  out.article.blocks.clear();
  out.article.text.clear();
  return out;
}

}  // namespace entente
