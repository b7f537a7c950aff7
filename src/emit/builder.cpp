#include "emit/builder.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/identifier.hpp"

namespace entente {

Term term(std::string_view space, std::string_view name) { return {TermKind::iri, std::string(space).append(name), "", ""}; }
Term ent(std::string_view name) { return term(ns::ent, name); }
Term text(std::string_view value) { return {TermKind::literal, std::string(value), "", ""}; }
Term typed(std::string_view value, std::string_view xsd_type) {
  return {TermKind::literal, std::string(value), std::string(ns::xsd).append(xsd_type), ""};
}
Term integer(std::uint64_t value) { return typed(std::to_string(value), "integer"); }

Term decimal(double value, int digits) {
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, digits).ptr;
  return typed({buffer.data(), static_cast<std::size_t>(end - buffer.data())}, "decimal");
}

Term date(const PartialDate& date) {
  return typed(to_string(date), date.exact() ? "date" : date.month != 0 ? "gYearMonth" : "gYear");
}

Term rdf_type() { return term(ns::rdf, "type"); }
Term label() { return term(ns::rdfs, "label"); }

std::string path(std::string_view id) {
  constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  for (const char c : id) {
    if (plain.find(c) != std::string_view::npos) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += hex[byte >> 4];
      out += hex[byte & 15];
    }
  }
  return out;
}

std::string word(std::string_view id) {
  std::string out(id);
  std::replace(out.begin(), out.end(), '/', '_');
  return out;
}

Term Builder::individual(std::string_view folder, std::string_view id) const {
  return {TermKind::iri, std::string(base_).append(folder) + path(id), "", ""};
}

void Builder::span(const Term& subject, const TimeSpan& time) {
  if (time.begin.known() && time.begin == time.end) return fact(subject, ent("date"), date(time.begin));
  if (time.begin.known()) fact(subject, ent("from"), date(time.begin));
  if (time.end.known()) fact(subject, ent("until"), date(time.end));
}

Term Builder::time_node(const TimeSpan& time) {
  const bool point = time.begin == time.end;
  const std::string name = point ? to_string(time.begin) : to_string(time.begin) + "--" + to_string(time.end);
  const Term node = individual("when/", name);
  fact(node, label(), text(point ? name : to_string(time.begin) + "/" + to_string(time.end)));
  if (!point) {
    fact(node, rdf_type(), term(ns::time, "ProperInterval"));
    if (time.begin.known()) fact(node, term(ns::time, "hasBeginning"), time_node({time.begin, time.begin}));
    if (time.end.known()) fact(node, term(ns::time, "hasEnd"), time_node({time.end, time.end}));
    return node;
  }
  const PartialDate& at = time.begin;
  fact(node, rdf_type(), term(ns::time, "Instant"));
  fact(node, term(ns::time, at.exact() ? "inXSDDate" : at.month != 0 ? "inXSDgYearMonth" : "inXSDgYear"), date(at));
  return node;
}

Term post(const Builder& builder, const GraphEntity& organization, std::string_view title) {
  return post(builder, organization.id, title);
}

Term post(const Builder& builder, std::string_view organization, std::string_view title) {
  return builder.individual("post/", word(organization) + "--" + slug(title));
}

const GraphEntity* first(const Graph& graph, const std::vector<Argument>& arguments, Part part) {
  const auto found = std::find_if(arguments.begin(), arguments.end(), [&](const Argument& a) { return a.part == part; });
  return found == arguments.end() ? nullptr : &graph.entities[found->entity];
}

}  // namespace entente
