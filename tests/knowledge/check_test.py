"""make/check.py finds what it is there to find, and nothing in the files that are shipped."""

import os
import sys
import tempfile

sys.dont_write_bytecode = True
KNOWLEDGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "ontology", "knowledge")
sys.path.insert(0, os.path.join(KNOWLEDGE, "make"))

import check

GOOD = """<person/a> a ent:Person ; rdfs:label "Ann Alder" ;
  owl:sameAs wd:Q1 .

<post/x> a org:Post ; rdfs:label "X" .

<tenure/a/1> a ent:Tenure ; ent:holder <person/a> ; ent:post <post/x> ; ent:from "2001-03" ; ent:until "2004" .
"""
BAD = {
    '<person/b> a ent:Person ; rdfs:label "Ben Birch" ;\n  owl:sameAs wd:Q1 .\n': "Q1 stands for person/a and for person/b",
    '<person/b> a ent:Person ; owl:sameAs wd:P5 .\n': "P5 is no Wikidata item",
    '<person/a> a ent:Person ; rdfs:label "Ann Alder" .\n': "person/a stands in",
    '<tenure/a/2> a ent:Tenure ; ent:holder <person/a> ; ent:post <post/x> ; ent:from "2010" ; ent:until "2009-12" .\n': "ends (2009-12) before it begins (2010)",
    '<tenure/a/2> a ent:Tenure ; ent:holder <person/a> ; ent:post <post/x> ; ent:from "2010" ; ent:seenUntil "2009" .\n': "ends (2009) before it begins (2010)",
    '<tenure/a/2> a ent:Tenure ; ent:holder <person/z> ; ent:post <post/x> .\n': "ent:holder leads nowhere",
    '<tenure/a/2> a ent:Tenure ; ent:holder <person/a> ; ent:post <post/x> ; ent:from "2001-03" .\n': "holds post/x twice from 2001-03",
    '<tenure/a/2> a ent:Tenure ; ent:holder <person/a> ; ent:post <post/x> ; ent:from "March 2001" .\n': "is no date",
    '<membership/o/a> a ent:Membership ; ent:member <state/a> ; ent:organization <post/x> .\n': "ent:member leads nowhere",
}


def problems(text):
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "items.ttl"), "w", encoding="utf-8") as file:
            file.write(GOOD + "\n" + text)
        return check.check(folder)


failures = []
if problems(""):
    failures.append(f"good entries are refused: {problems('')}")
for text, expected in BAD.items():
    found = problems(text)
    if len(found) != 1 or expected not in found[0]:
        failures.append(f"expected '{expected}', found {found}")
failures += check.check(KNOWLEDGE)
print("\n".join(failures) or f"{len(BAD)} mistakes found, none in the shipped files")
sys.exit(1 if failures else 0)
