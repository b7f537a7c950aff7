// Validates graph files against SHACL shapes, and prints the first violations.
// usage: node shacl.mjs SHAPES.ttl GRAPH.ttl ...     exit code 0: conforms, 1: does not, 2: wrong usage
import fs from "node:fs";
import { validate } from "./shacl_engine.mjs";

const [shapes, ...graphs] = process.argv.slice(2).map((file) => fs.readFileSync(file, "utf8"));
if (graphs.length === 0) {
  console.error("usage: node shacl.mjs SHAPES.ttl GRAPH.ttl ...");
  process.exit(2);
}
const report = await validate(shapes, graphs);
for (const line of report.lines.slice(0, 50)) console.log(line);
console.log(`${report.triples} triples: ${report.conforms ? "conforms" : `${report.lines.length} violations`}`);
process.exitCode = report.conforms ? 0 : 1;
