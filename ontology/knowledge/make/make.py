#!/usr/bin/env python3
"""Makes ontology/knowledge/*.ttl and first-names.tsv from tables.

usage: make.py SOURCES [OUTPUT]
SOURCES: the folder of the source tables (territories.tsv, offices.tsv, cities.tsv ...; README.md says which and whence).
OUTPUT:  where the files go; the folder above this program if it is left out.
The same tables give the same bytes. What the source tables lack stands in tables/*.table, written by hand."""

import os
import sys

sys.dont_write_bytecode = True  # nothing but tables in this folder

import bodies
import first_names
import organisations
import places
import states
import things
from turtle import write_items

HAND = "Written by hand for Entente: facts of public record. Apache-2.0."
TERRITORIES = ["Names, codes and Wikidata ids: opensanctions/rigour (MIT), Unicode CLDR (Unicode-3.0), CIA World Factbook (public domain)."]
GEONAMES = ["Cities and their sizes: GeoNames (geonames.org), CC BY 4.0."]
ORGANISATIONS = ["Organisations and Wikidata ids: opensanctions (zavod, igo.py; MIT), completed by hand."]


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    source = sys.argv[1]
    output = sys.argv[2] if len(sys.argv) == 3 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
    path = lambda name: os.path.join(output, name)

    by_code = states.make(source)
    write_items(path("states.ttl"), "States: names, demonyms, adjectives, and capitals that stand for governments.", TERRITORIES + [HAND], by_code.values())
    councils = things.read("councils.table", by_code, {}, 0.5, strict=False)
    orgs = organisations.make(source, by_code, councils)
    write_items(path("organisations.ttl"), "International organisations, forums, courts, banks, missions.", ORGANISATIONS + [HAND], orgs.values())
    write_items(path("councils.ttl"), "Standing councils, committees, commissions and contact groups.", [HAND], councils.values())
    body_items = bodies.make(by_code, orgs)
    write_items(path("bodies.ttl"), "Ministries, parliaments, armed forces, services and other bodies of states.", [HAND], body_items.values())
    write_items(path("places.ttl"), "Places: regions, seas, facilities, cities of 100,000 people and more.", GEONAMES + TERRITORIES + [HAND], places.make(source, by_code).values())
    first_names.make(source, path("first-names.tsv"))


if __name__ == "__main__":
    main()
