"""Things written by hand, and what source tables add to them: organisations, councils, media, conflicts, equipment ..."""

import os
import re

import tables
from turtle import Item, slug

FIELDS = ["key", "q", "p", "st", "of", "alt", "acr", "ctx", "met", "adj", "dem"]
PREFIX = {"InternationalOrganization": "organisation", "GovernmentBody": "body", "NewsAgency": "media", "Organization": "organisation",
          "Council": "council", "Place": "place", "Conflict": "conflict", "Exercise": "exercise", "Summit": "summit",
          "Equipment": "equipment", "Treaty": "treaty", "Person": "person", "State": "state"}


def contract_classes():
    """Class -> contract class, as ontology/entente.ttl declares them (one subClassOf line a class)."""
    with open(os.path.join(tables.HERE, "..", "..", "..", "entente.ttl"), encoding="utf-8") as file:
        text = file.read()
    above = {}
    for block in text.split("\n\n"):
        name = re.match(r"ent:([A-Z]\w+) a owl:Class", block)
        if name:
            above[name[1]] = re.findall(r"ent:(\w+)", " ".join(re.findall(r"rdfs:subClassOf (.*)", block)))

    def contract(name):
        if name in PREFIX:
            return name
        return next((c for c in map(contract, above.get(name, [])) if c), None)

    return {name: contract(name) for name in above if contract(name)}


CLASSES = contract_classes()


def read(name, states, known, default_prominence, strict=True, more=()):
    """Items of a hand-written table by key. `states`: by code; `known`: keys of items made before, for of=; not strict: do not
    check them; `more`: fields of this table alone."""
    out = {}
    for row in tables.hand(name, ["class", "label"], FIELDS + list(more)):
        if row["class"] not in CLASSES:
            raise tables.TableError(f"{name}:{row['line']}: unknown class {row['class']}")
        key = row.get("key") or PREFIX[CLASSES[row["class"]]] + "/" + slug(row["label"])
        if key in out and row.get("st") and not row.get("key"):
            key += "-" + row["st"]
        if key in out:
            raise tables.TableError(f"{name}:{row['line']}: {key} stands twice")
        item = Item(key, row["class"], row["label"], float(row.get("p") or default_prominence))
        item.wikidata, item.row = row.get("q"), row
        if row.get("st"):
            item.state = states[row["st"]].key
        if row.get("of"):
            item.parent = row["of"]
        for kind in ("alt", "acr", "ctx", "met", "adj", "dem"):
            item.add(kind, *tables.split(row.get(kind, "")))
        out[key] = item
    for item in out.values():
        if strict and item.parent and item.parent not in out and item.parent not in known:
            raise tables.TableError(f"{name}: {item.key} is part of {item.parent}, which is not known")
    return out
