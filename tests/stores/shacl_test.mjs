// The shapes must accept the sample graph, and refuse it once one thing in it is broken, with the message of the shape that
// stands for it. Each case changes the sample's Turtle in one place.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { validate } from "./shacl_engine.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const sample = fs.readFileSync(path.join(here, "../emit/sample.ttl"), "utf8");
const shapes = fs.readFileSync(path.join(here, "../../ontology/shapes.ttl"), "utf8");
let failures = 0;

// [what is changed, into what, what the report must say]; a string is changed where it stands first
const broken = [
  ["\tent:evidence sentence:a-first-300-343 ;\n", "", "at least one sentence"],
  ["ent:evidence sentence:a-first-300-343", "ent:evidence sentence:b-second-40-85", "stands in the article"],
  ["\tent:article article:a-first ;\n", "", "made by exactly one article"],
  ["ent:confidence 0.75", "ent:confidence 1.75", "from 0 to 1"],
  ["ent:confidence 0.75", 'ent:confidence "high"', "from 0 to 1"],
  ["ent:status ent:claimed", "ent:status ent:held", "one of: asserted"],
  ["ent:status ent:claimed ;\n", "ent:status ent:claimed , ent:denied ;\n", "one of: asserted"],
  ["ent:kind ent:COERCE", "ent:kind ent:MEET", "one code of its list"],
  ["ent:reports event:norland-coerce-suria-01", "ent:reports meeting:lake-council-04", "class Event"],
  ["\tent:actor state:norland ;\n", "", "Event: the actor"],
  ["ent:target state:suria", "ent:target state:nowhere", "Event: the target"],
  ["ent:saidIn statement:anna-berg-07", "ent:saidIn event:norland-coerce-suria-01", "said in"],
  ['"2021-02"^^xsd:gYearMonth', '"2021-02"', "one day, month or year"],
  ['nif:endIndex "343"^^', 'nif:endIndex "300"^^', "before its end"],
  ['nif:beginIndex "300"^^xsd:nonNegativeInteger', 'nif:beginIndex "300"', "begins at one whole number"],
  ["\tnif:anchorOf ", "\tent:other ", "exact text"],
  ['\tdcterms:identifier "a-first" ;\n', "", "exactly one identifier"],
  ["\trdfs:label \"Norland\" ;\n", "", "exactly one label"],
  ["\ta schema:Country ,\n\t\tent:State ;", "\ta schema:Country ,\n\t\tent:State , ent:Place ;", "exactly one of the thirteen classes"],
  ["owl:sameAs wd:Q1000001", "owl:sameAs wd:P31", "IRI of an item"],
  ["ent:weight 1", "ent:weight 0", "at least one claim"],
  ["ent:betweenness 0.500000", "ent:betweenness 5.000000", "Betweenness"],
  ['ent:title "Foreign Minister"', 'ent:title ""', "one title"],
  ["org:postIn state:suria", "org:postIn state:suria , state:norland", "exactly one organisation or state"],
  ["\tent:mentions council:lake-council ;\n", "", "exactly one entity"],
  ["\tent:reason ", "\tent:other ", "its reason"],
  ["\tent:inferred true ;\n", "", "marked as inferred"],
  ["ent:inferredPart ent:actor", "ent:inferredPart ent:place", "one part of the claim"],
  ["\tent:inferredFor claim:a-first-03 ;\n", "", "exactly one claim"],
  ["ent:linkScore 0.90", "ent:linkScore 1.90", "score of a link"],
];

function check(holds, message, detail) {
  if (!holds) ++failures, console.log(`FAILED ${message}\n${detail}`);
}

const good = await validate(shapes, [sample]);
check(good.conforms && good.triples > 0, "the sample conforms", good.lines.join("\n"));
for (const [from, to, message] of broken) {
  check(sample.includes(from), `the sample has ${JSON.stringify(from)}`, "");
  const report = await validate(shapes, [sample.replace(from, () => to)]);
  const seen = !report.conforms && report.lines.some((line) => line.includes(message));
  check(seen, `${JSON.stringify(from)} -> ${JSON.stringify(to)} is refused`, report.lines.join("\n"));
}
console.log(`${broken.length + 1} graphs, ${failures} failures`);
process.exitCode = failures === 0 ? 0 : 1;
