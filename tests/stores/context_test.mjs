// The JSON-LD context has every property of the ontology, with the kind of value that it takes, and reads a claim as RDF.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { oxigraph } from "./oxigraph.mjs";

const ontology = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../ontology");
const ent = "https://w3id.org/entente/ontology#";
const { "@context": context } = JSON.parse(fs.readFileSync(path.join(ontology, "context.jsonld"), "utf8"));
let failures = 0;
function check(holds, message) {
  if (!holds) ++failures, console.log(`FAILED ${message}`);
}

const store = new oxigraph.Store();
store.load(fs.readFileSync(path.join(ontology, "entente.ttl"), "utf8"), { format: "text/turtle", base_iri: ent });
const declared = store.query(`PREFIX owl: <http://www.w3.org/2002/07/owl#> SELECT ?p ?type { VALUES ?type { owl:ObjectProperty owl:DatatypeProperty } ?p a ?type }`);
check(declared.length > 50, "the ontology has properties");
for (const row of declared) {
  const name = row.get("p").value.slice(ent.length);
  const term = context[name];
  const iri = typeof term === "string" ? term : term?.["@id"];
  check(iri === `ent:${name}`, `${name} is in the context`);
  const links = ["@id", "@vocab"].includes(term?.["@type"]);
  check(links === row.get("type").value.endsWith("ObjectProperty"), `${name} takes ${links ? "text" : "nodes"}`);
}

const claim = {
  "@context": { ...context, "@base": "https://example.org/entente/" },
  id: "claim/a-1", type: "EventClaim", actor: "state/norland", kind: "phone-call", status: "asserted", confidence: "0.75",
  evidence: { id: "sentence/a-1-2", type: "Sentence", begin: "1", end: "2", exactText: "x" },
};
const base = "https://example.org/entente/";
const nif = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
const xsd = "http://www.w3.org/2001/XMLSchema#";
const expected = [
  `<${base}claim/a-1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <${ent}EventClaim>`,
  `<${base}claim/a-1> <${ent}actor> <${base}state/norland>`,
  `<${base}claim/a-1> <${ent}confidence> "0.75"^^<${xsd}decimal>`,
  `<${base}claim/a-1> <${ent}evidence> <${base}sentence/a-1-2>`,
  `<${base}claim/a-1> <${ent}kind> <${ent}phone-call>`,
  `<${base}claim/a-1> <${ent}status> <${ent}asserted>`,
  `<${base}sentence/a-1-2> <${nif}anchorOf> "x"`,
  `<${base}sentence/a-1-2> <${nif}beginIndex> "1"^^<${xsd}nonNegativeInteger>`,
  `<${base}sentence/a-1-2> <${nif}endIndex> "2"^^<${xsd}nonNegativeInteger>`,
  `<${base}sentence/a-1-2> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <${ent}Sentence>`,
].sort();
const got = oxigraph.parse(JSON.stringify(claim), { format: "application/ld+json" }).map(String).sort();
check(JSON.stringify(got) === JSON.stringify(expected), `a claim is read as\n${got.join("\n")}`);
console.log(`${declared.length} properties, ${failures} failures`);
process.exitCode = failures === 0 ? 0 : 1;
