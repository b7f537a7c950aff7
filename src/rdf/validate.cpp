#include "rdf/validate.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "rdf/lexical.hpp"

namespace entente {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// Length of the scheme with its colon, or 0.
std::size_t scheme_length(std::string_view iri) {
  if (iri.empty() || !is_letter(iri.front())) return 0;
  std::size_t i = 1;
  while (i < iri.size() && (is_letter(iri[i]) || is_digit(iri[i]) || iri[i] == '+' || iri[i] == '-' || iri[i] == '.')) ++i;
  return i < iri.size() && iri[i] == ':' ? i + 1 : 0;
}

// RFC 3987's ucschar: no private use, no surrogates, no non-characters, no C1 controls.
bool is_iri_letter(char32_t c) {
  if (c < 0xA0) return false;
  if (c < 0x10000) return c <= 0xD7FF || (c >= 0xF900 && c <= 0xFDCF) || (c >= 0xFDF0 && c <= 0xFFEF);
  return c < 0xF0000 && (c & 0xFFFF) < 0xFFFE;
}

bool is_iri_ascii(char c) {
  return is_letter(c) || is_digit(c) || std::string_view("-._~:/?#@!$&'()*+,;=").find(c) != std::string_view::npos;
}

bool valid_language(std::string_view tag) {
  bool first = true;
  for (const std::string_view part : split(tag, '-')) {
    if (part.empty() || part.size() > 8) return false;
    const bool only_letters = first;
    if (!std::all_of(part.begin(), part.end(), [&](char c) { return is_letter(c) || (!only_letters && is_digit(c)); }))
      return false;
    first = false;
  }
  return true;
}

constexpr std::string_view lang_string = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";

std::string readable(const Term& term) {
  constexpr std::size_t limit = 120;
  std::string text = term.value.substr(0, limit);
  if (const auto bad = invalid_utf8(text)) text.resize(*bad);
  if (text.size() < term.value.size()) text += "...";
  return term.kind == TermKind::iri ? "<" + text + ">" : "\"" + text + "\"";
}

}  // namespace

bool valid_iri(std::string_view iri) {
  const std::size_t start = scheme_length(iri);
  if (start == 0 || start == iri.size() || invalid_utf8(iri)) return false;
  if (std::count(iri.begin(), iri.end(), '#') > 1) return false;
  for (std::size_t at = start; at < iri.size();) {
    const char c = iri[at];
    if (c == '%') {
      if (at + 2 >= iri.size() || !is_hex(iri[at + 1]) || !is_hex(iri[at + 2])) return false;
      at += 3;
    } else if (static_cast<unsigned char>(c) < 0x80) {
      if (!is_iri_ascii(c)) return false;
      ++at;
    } else if (!is_iri_letter(next_code_point(iri, at))) {
      return false;
    }
  }
  return true;
}

std::string problem(const Term& term) {
  if (term.kind == TermKind::iri) {
    if (!valid_iri(term.value)) return "has an IRI that stores refuse";
    return term.datatype.empty() && term.language.empty() ? "" : "has an IRI with a datatype or language";
  }
  if (invalid_utf8(term.value)) return "has a literal that is not UTF-8";
  if (term.value.find('\0') != std::string::npos) return "has a literal with a zero byte";
  if (!term.language.empty()) {
    if (!term.datatype.empty()) return "has a literal with both a language and a datatype";
    return valid_language(term.language) ? "" : "has an invalid language tag";
  }
  if (term.datatype.empty()) return {};
  if (!valid_iri(term.datatype)) return "has a datatype that is no IRI";
  if (term.datatype == lang_string) return "has an rdf:langString without a language";
  return valid_lexical(term.datatype, term.value) ? "" : "has a literal that its datatype <" + term.datatype + "> does not allow";
}

std::string problem(const Triple& triple) {
  if (triple.subject.kind != TermKind::iri) return "has a literal as its subject";
  if (triple.predicate.kind != TermKind::iri) return "has a literal as its predicate";
  for (const Term* term : {&triple.subject, &triple.predicate, &triple.object})
    if (std::string found = problem(*term); !found.empty()) return found;
  return {};
}

void normalise(Term& term) {
  constexpr std::string_view name = "string";
  if (term.datatype.size() == xsd.size() + name.size() && term.datatype.compare(0, xsd.size(), xsd) == 0 &&
      term.datatype.compare(xsd.size(), name.size(), name) == 0)
    term.datatype.clear();
}

std::string readable(const Triple& triple) {
  return readable(triple.subject) + " " + readable(triple.predicate) + " " + readable(triple.object);
}

}  // namespace entente
