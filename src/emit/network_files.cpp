// The network of actors as GraphML (http://graphml.graphdrawing.org) and GEXF 1.3 (https://gexf.net), both for Gephi.
#include <array>
#include <charconv>
#include <ostream>

#include "base/text.hpp"
#include "entente/emit.hpp"

namespace entente {

namespace {

// As the text of an element or attribute; what XML 1.0 does not allow at all is left out.
std::string xml(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\t':
      case '\n':
      case '\r': out += ' '; break;
      default:
        if (c >= 0x20 && c != 0xFFFE && c != 0xFFFF) out += text.substr(begin, at - begin);
    }
  }
  return out;
}

std::string number(double value) {
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 6).ptr;
  return {buffer.data(), end};
}

struct Column {
  std::string_view name;
  std::string_view type;  // as GraphML calls it; GEXF says "integer" for "int"
};
constexpr std::array<Column, 6> node_columns = {{{"type", "string"},
                                                 {"class", "string"},
                                                 {"wikidata", "string"},
                                                 {"degree", "int"},
                                                 {"betweenness", "double"},
                                                 {"community", "int"}}};
constexpr std::array<Column, 3> edge_columns = {{{"kinds", "string"}, {"first", "string"}, {"last", "string"}}};

std::array<std::string, node_columns.size()> values(const GraphEntity& entity, const Actor& actor) {
  return {
      std::string(to_string(entity.type)), entity.klass, entity.wikidata, std::to_string(actor.degree), number(actor.betweenness),
      std::to_string(actor.community)};
}

std::array<std::string, edge_columns.size()> values(const Tie& tie) {
  std::string kinds;
  for (const std::string& kind : tie.kinds) kinds += (kinds.empty() ? "" : ", ") + kind;
  return {kinds, to_string(tie.time.begin), to_string(tie.time.end)};
}

Outcome finish(std::ostream& out, const char* what) {
  out.flush();
  if (!out.good()) return Error{"cannot-write", std::string(what) + " could not be written whole: is the disk full?", "", 0};
  return Done{};
}

template <typename Columns, typename Values>
void graphml_data(std::ostream& out, const Columns& columns, const Values& values) {
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (!values[i].empty()) out << "      <data key=\"" << columns[i].name << "\">" << xml(values[i]) << "</data>\n";
}

template <typename Columns>
void gexf_columns(std::ostream& out, const char* of, const Columns& columns) {
  out << "    <attributes class=\"" << of << "\">\n";
  for (const Column& c : columns)
    out << "      <attribute id=\"" << c.name << "\" title=\"" << c.name << "\" type=\"" << (c.type == "int" ? "integer" : c.type)
        << "\"/>\n";
  out << "    </attributes>\n";
}

template <typename Columns, typename Values>
void gexf_values(std::ostream& out, const Columns& columns, const Values& values) {
  out << "        <attvalues>\n";
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (!values[i].empty()) out << "          <attvalue for=\"" << columns[i].name << "\" value=\"" << xml(values[i]) << "\"/>\n";
  out << "        </attvalues>\n";
}

}  // namespace

Outcome write_graphml(std::ostream& out, const Graph& graph, const Network& network) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
         "         xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
         "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n"
         "  <key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n"
         "  <key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"int\"/>\n";
  for (const Column& c : node_columns)
    out << "  <key id=\"" << c.name << "\" for=\"node\" attr.name=\"" << c.name << "\" attr.type=\"" << c.type << "\"/>\n";
  for (const Column& c : edge_columns)
    out << "  <key id=\"" << c.name << "\" for=\"edge\" attr.name=\"" << c.name << "\" attr.type=\"" << c.type << "\"/>\n";
  out << "  <graph id=\"actors\" edgedefault=\"undirected\">\n";
  for (const Actor& actor : network.actors) {
    const GraphEntity& entity = graph.entities[actor.entity];
    out << "    <node id=\"" << xml(entity.id) << "\">\n      <data key=\"label\">" << xml(entity.name) << "</data>\n";
    graphml_data(out, node_columns, values(entity, actor));
    out << "    </node>\n";
  }
  for (const Tie& tie : network.ties) {
    out << "    <edge source=\"" << xml(graph.entities[tie.a].id) << "\" target=\"" << xml(graph.entities[tie.b].id)
        << "\">\n      <data key=\"weight\">" << tie.weight << "</data>\n";
    graphml_data(out, edge_columns, values(tie));
    out << "    </edge>\n";
  }
  out << "  </graph>\n</graphml>\n";
  return finish(out, "the GraphML file");
}

Outcome write_gexf(std::ostream& out, const Graph& graph, const Network& network) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
         "  <meta>\n    <creator>Entente</creator>\n    <description>Actors and the ties between them that news articles "
         "report</description>\n  </meta>\n"
         "  <graph mode=\"static\" defaultedgetype=\"undirected\">\n";
  gexf_columns(out, "node", node_columns);
  gexf_columns(out, "edge", edge_columns);
  out << "    <nodes>\n";
  for (const Actor& actor : network.actors) {
    const GraphEntity& entity = graph.entities[actor.entity];
    out << "      <node id=\"" << xml(entity.id) << "\" label=\"" << xml(entity.name) << "\">\n";
    gexf_values(out, node_columns, values(entity, actor));
    out << "      </node>\n";
  }
  out << "    </nodes>\n    <edges>\n";
  for (std::size_t i = 0; i < network.ties.size(); ++i) {
    const Tie& tie = network.ties[i];
    out << "      <edge id=\"" << i << "\" source=\"" << xml(graph.entities[tie.a].id) << "\" target=\""
        << xml(graph.entities[tie.b].id) << "\" weight=\"" << tie.weight << "\">\n";
    gexf_values(out, edge_columns, values(tie));
    out << "      </edge>\n";
  }
  out << "    </edges>\n  </graph>\n</gexf>\n";
  return finish(out, "the GEXF file");
}

}  // namespace entente
