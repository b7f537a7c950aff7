// SHACL by shacl-engine, over RDF that Oxigraph has parsed.
import factory from "@rdfjs/data-model";
import dataset from "@rdfjs/dataset";
import { Validator } from "shacl-engine";
import { oxigraph } from "./oxigraph.mjs";

// Oxigraph's terms live in WebAssembly, where each look at them is a call; plain ones are much faster.
function plain(term) {
  if (term.termType === "NamedNode") return factory.namedNode(term.value);
  if (term.termType === "BlankNode") return factory.blankNode(term.value);
  return factory.literal(term.value, term.language || factory.namedNode(term.datatype.value));
}

function parse(turtle) {
  const quads = oxigraph.parse(turtle, { format: "text/turtle", base_iri: "file:///graph" });
  return quads.map((quad) => factory.quad(plain(quad.subject), plain(quad.predicate), plain(quad.object)));
}

// Texts of Turtle -> {triples, conforms, lines}: one line for each violation.
export async function validate(shapes, graphs) {
  const data = dataset.dataset(graphs.flatMap(parse));
  const report = await new Validator(dataset.dataset(parse(shapes)), { factory }).validate({ dataset: data });
  const line = (result) => `${result.focusNode.value}: ${result.message.map((message) => message.value).join(" ")} (${result.value?.value ?? ""})`;
  return { triples: data.size, conforms: report.conforms, lines: report.results.map(line) };
}
