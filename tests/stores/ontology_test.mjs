// The ontology says of every term what it is: a class or property has a label and a comment, a code a definition; no term of
// the namespace is used that is not declared, in the ontology, the shapes or the queries.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { oxigraph } from "./oxigraph.mjs";

const { Store } = oxigraph;
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "../..");
const read = (file) => fs.readFileSync(path.join(root, file), "utf8");
const ent = "https://w3id.org/entente/ontology#";
let failures = 0;
function check(holds, message) {
  if (!holds) ++failures, console.log(`FAILED ${message}`);
}

const store = new Store();
for (const file of ["entente.ttl", "plover.ttl"]) store.load(read(`ontology/${file}`), { format: "text/turtle", base_iri: ent });
const prefixes = `PREFIX owl: <http://www.w3.org/2002/07/owl#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                  PREFIX skos: <http://www.w3.org/2004/02/skos/core#>`;
const names = (query) => store.query(`${prefixes} SELECT DISTINCT ?x WHERE { ${query} }`).map((row) => row.get("x").value);

const undocumented = names(`VALUES ?type { owl:Class owl:ObjectProperty owl:DatatypeProperty skos:Concept skos:ConceptScheme } ?x a ?type
  FILTER(!EXISTS { ?x rdfs:label|skos:prefLabel ?l FILTER(LANG(?l) = "en") } || !EXISTS { ?x rdfs:comment|skos:definition ?c FILTER(LANG(?c) = "en") })`);
check(undocumented.length === 0, `these have no label or no comment: ${undocumented.join(" ")}`);
const homeless = names("?x a skos:Concept FILTER NOT EXISTS { ?x skos:inScheme ?s . ?s a skos:ConceptScheme }");
check(homeless.length === 0, `these codes are in no list: ${homeless.join(" ")}`);

const declared = new Set(names("?x a ?type").filter((iri) => iri.startsWith(ent)).map((iri) => iri.slice(ent.length)));
check(declared.size > 200, "the ontology declares terms");
const files = ["entente.ttl", "plover.ttl", "shapes.ttl"].map((name) => `ontology/${name}`);
for (const name of fs.readdirSync(path.join(root, "examples/queries"))) if (name.endsWith(".rq")) files.push(`examples/queries/${name}`);
for (const file of files) {
  const text = read(file).replace(/"(?:[^"\\]|\\.)*"|^\s*#.*$/gm, "");
  for (const [, name] of text.matchAll(/\bent:([\w-]+)/g))
    check(declared.has(name) || name.endsWith("Shape"), `${file} uses ent:${name}, which is not declared`);
}
console.log(`${declared.size} terms, ${failures} failures`);
process.exitCode = failures === 0 ? 0 : 1;
