// Validates graph files against SHACL shapes in shacl-engine, and prints each violation.
// usage: node shacl.mjs SHAPES.ttl GRAPH.ttl ...     exit code 0: conforms, 1: does not, 2: cannot be checked
import fs from "node:fs";
import { createRequire } from "node:module";
import factory from "@rdfjs/data-model";
import dataset from "@rdfjs/dataset";
import { Validator } from "shacl-engine";

const oxigraph = createRequire(import.meta.url)("oxigraph");

function read(files) {
  const quads = files.flatMap((file) => oxigraph.parse(fs.readFileSync(file, "utf8"), { format: "text/turtle", base_iri: "file:///graph" }));
  return dataset.dataset(quads);
}

const [shapes, ...graphs] = process.argv.slice(2);
if (graphs.length === 0) {
  console.error("usage: node shacl.mjs SHAPES.ttl GRAPH.ttl ...");
  process.exit(2);
}
const data = read(graphs);
const report = await new Validator(read([shapes]), { factory }).validate({ dataset: data });
for (const result of report.results.slice(0, 50))
  console.log(`${result.focusNode.value}: ${result.message.map((message) => message.value).join(" ")} (${result.value?.value ?? ""})`);
console.log(`${data.size} triples: ${report.conforms ? "conforms" : `${report.results.length} violations`}`);
process.exitCode = report.conforms ? 0 : 1;
