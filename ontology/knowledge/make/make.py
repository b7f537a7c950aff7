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
import check
import events
import first_names
import memberships
import officeholders
import organisations
import places
import states
import things
import towns
import treaties
from turtle import write_items

HAND = "Written by hand for Entente: facts of public record. Apache-2.0."
TERRITORIES = ["Names, codes and Wikidata ids: opensanctions/rigour (MIT), Unicode CLDR (Unicode-3.0), CIA World Factbook (public domain)."]
GEONAMES = ["Cities and their sizes: GeoNames (geonames.org), CC BY 4.0."]
ORGANISATIONS = ["Organisations and Wikidata ids: opensanctions (zavod, igo.py; MIT), completed by hand."]
PEOPLE = ["Offices and their holders: Wikidata (CC0) as collected by every-politician-scrapers, to January 2023; CIA World Factbook, November 2015 to May 2026, and",
          "CIA World Leaders, June 2019 (public domain); unitedstates/congress-legislators (CC0)."]
MEMBERS = ["Members without a date: CIA World Factbook, May 2026 (public domain)."]
TREATIES = ["Who is bound by some of the multilateral treaties: facts of public record as listed by the United Nations (UN Treaty Collection, UNODA), to 2018."]


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    source = sys.argv[1]
    output = sys.argv[2] if len(sys.argv) == 3 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
    path = lambda name: os.path.join(output, name)

    by_code = states.make(source)
    write_items(path("states.ttl"), "States: names, demonyms, adjectives, and capitals that stand for governments.", TERRITORIES + [HAND], by_code.values())
    councils = things.read("councils.table", by_code, {}, 0.5, strict=False)
    groups = things.read("groups.table", by_code, {}, 0.4, strict=False)
    orgs = organisations.make(source, by_code, {**councils, **groups})
    write_items(path("organisations.ttl"), "International organisations, forums, courts, banks, missions.", ORGANISATIONS + [HAND], orgs.values())
    write_items(path("councils.ttl"), "Standing councils, committees, commissions and contact groups.", [HAND], councils.values())
    body_items = bodies.make(by_code, orgs)
    known = {**orgs, **councils, **body_items, **groups}
    write_items(path("bodies.ttl"), "Ministries, parliaments, armed forces, services and other bodies of states.", [HAND], body_items.values())
    place_items = places.make(source, by_code)
    write_items(path("places.ttl"), "Places: regions, seas, facilities, cities of 100,000 people and more.", GEONAMES + TERRITORIES + [HAND], place_items.values())
    towns.write(path("towns.ttl"), GEONAMES, towns.make(source, by_code, place_items))
    write_items(path("media.ttl"), "News agencies, newspapers, broadcasters, social networks.", [HAND], things.read("media.table", by_code, known, 0.4).values())
    write_items(path("groups.ttl"), "Parties, armed groups, companies, think tanks, universities, non-governmental organisations.", [HAND], groups.values())
    write_items(path("treaties.ttl"), "Treaties, agreements, resolutions, laws, with the dates of their lives.", TREATIES + [HAND],
                treaties.make(source, by_code, known).values())
    write_items(path("conflicts.ttl"), "Wars, crises, uprisings, operations and attacks.", [HAND], things.read("conflicts.table", by_code, known, 0.4).values())
    write_items(path("exercises.ttl"), "Military exercises, and each time they were held.", [HAND], events.read("exercises.table", by_code, known).values())
    write_items(path("summits.ttl"), "Summits and conferences.", [HAND], events.read("summits.table", by_code, known).values())
    write_items(path("equipment.ttl"), "Well-known missiles, aircraft, ships and systems.", [HAND], things.read("equipment.table", by_code, known, 0.4).values())
    first_names.make(source, path("first-names.tsv"))
    officeholders.make(source, by_code, known, [*by_code.values(), *known.values(), *place_items.values()], path, PEOPLE + [HAND])
    memberships.write(path("memberships.ttl"), MEMBERS + [HAND], memberships.make(source, by_code, known))
    if problems := check.check(output):
        sys.exit("\n".join(problems))


if __name__ == "__main__":
    main()
