#!/usr/bin/env python3
"""How many links to Wikidata are right, against annotations by hand.

usage: links.py ENTITIES.csv GOLD_FOLDER [--list]
ENTITIES.csv: what examples/queries/entities.rq gives (entente query --format csv). GOLD_FOLDER: one JSON file an article, with
entities that have name, aliases, type and wikidata (null: not certain). --list: every link, to be checked by hand.
"""

import collections
import csv
import json
import pathlib
import sys
import unicodedata


def fold(name):
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return " ".join(plain.replace("-", " ").replace(".", "").split()).removeprefix("the ")


def read_links(file):
    """article -> entity IRI -> {type, name, forms, wikidata}"""
    found = collections.defaultdict(dict)
    with open(file, newline="", encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            entity = found[row["article"]].setdefault(row["entity"], {"name": row["name"], "forms": set(), "wikidata": None})
            entity["type"] = row["type"].rsplit("#", 1)[-1]
            entity["forms"] |= {fold(row["name"]), fold(row["alias"])} - {""}
            if row["wikidata"]:
                entity["wikidata"] = row["wikidata"].rsplit("/", 1)[-1]
    return found


def best_match(wanted, entities):
    """The entity that shares most forms with the wanted one; the type decides between equals."""
    forms = {fold(n) for n in [wanted["name"], *wanted["aliases"]]}
    ranked = sorted(((len(forms & e["forms"]), e["type"] == wanted["type"], iri) for iri, e in entities.items()), reverse=True)
    return entities[ranked[0][2]] if ranked and ranked[0][0] else None


def main(file, folder, full):
    links = read_links(file)
    right = wrong = missing = unknown = 0
    for path in sorted(pathlib.Path(folder).glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if "article" not in gold:
            continue
        entities = links.get(path.stem, {})
        seen = set()
        for wanted in gold["entities"]:
            entity = best_match(wanted, entities)
            if entity:
                seen.add(id(entity))
            got = entity and entity["wikidata"]
            if not wanted["wikidata"]:
                if got:
                    unknown += 1
                    print(f"check   {path.stem[:12]:12} {wanted['type']:12} {wanted['name']}: {got} ({entity['name']}); no id in the annotation")
            elif got == wanted["wikidata"]:
                right += 1
                if full:
                    print(f"right   {path.stem[:12]:12} {wanted['type']:12} {wanted['name']}: {got} ({entity['name']})")
            elif got:
                wrong += 1
                print(f"WRONG   {path.stem[:12]:12} {wanted['type']:12} {wanted['name']}: {got} ({entity['name']}), not {wanted['wikidata']}")
            else:
                missing += 1
                print(f"missing {path.stem[:12]:12} {wanted['type']:12} {wanted['name']}: {wanted['wikidata']}")
        for entity in entities.values():
            if entity["wikidata"] and id(entity) not in seen:
                unknown += 1
                print(f"check   {path.stem[:12]:12} {entity['type']:12} {entity['name']}: {entity['wikidata']}; not annotated")
    given, wanted = right + wrong, right + wrong + missing
    print(f"links with an id to compare: {right} of {given} right ({right / max(1, given):.3f}); "
          f"annotated ids that are linked right: {right} of {wanted} ({right / max(1, wanted):.3f}); {unknown} to check by hand")


if __name__ == "__main__":
    arguments = [a for a in sys.argv[1:] if a != "--list"]
    if len(arguments) != 2:
        sys.exit(__doc__)
    main(*arguments, "--list" in sys.argv)
