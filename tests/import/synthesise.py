#!/usr/bin/env python3
"""Writes a dump of the given size in the form of Wikidata's to standard output, to measure the import by.

usage: synthesise.py MEGABYTES [ONE_IN]     of ONE_IN entities (default 50) one passes the filter

The entities are invented. Their lines have the sizes of Wikidata's (most 1 to 4 KB, some of people 20 KB and more), with
labels in many languages, references, external ids and links; about one in fifty is a person with offices."""
import json
import sys

megabytes = int(sys.argv[1])
one_in = int(sys.argv[2]) if len(sys.argv) > 2 else 50
languages = "en de fr es it pt nl sv pl ru uk cs ja zh ar fa tr fi da nb hu ro bg el he ko vi id ca eo".split()


def snak(prop, value, kind, datatype):
    return {"snaktype": "value", "property": prop, "datavalue": {"value": value, "type": kind}, "datatype": datatype}


def item(prop, number):
    return snak(prop, {"entity-type": "item", "numeric-id": number, "id": f"Q{number}"}, "wikibase-entityid", "wikibase-item")


def time(prop, text, precision):
    return snak(prop, {"time": text, "timezone": 0, "before": 0, "after": 0, "precision": precision,
                       "calendarmodel": "http://www.wikidata.org/entity/Q1985727"}, "time", "time")


def statement(number, main, qualifiers=()):
    out = {"mainsnak": main, "type": "statement"}
    if qualifiers:
        out["qualifiers"] = {q["property"]: [dict(q, hash="0" * 40)] for q in qualifiers}
        out["qualifiers-order"] = [q["property"] for q in qualifiers]
    out["id"] = f"Q{number}$0000AAAA-0000-0000-0000-{number:012d}"
    out["rank"] = "normal"
    out["references"] = [{"hash": "f" * 40, "snaks": {"P248": [item("P248", 36578)], "P813": [time("P813", "+2020-01-01T00:00:00Z", 11)]},
                          "snaks-order": ["P248", "P813"]}]
    return out


def entity(number):
    wanted = number % one_in == 0
    size = 30 if wanted else number % 4 + 1
    label = f"Person Number {number}" if wanted else f"Scholarly article {number} on things in general"
    claims = {"P31": [statement(number, item("P31", 5 if wanted else 13442814))]}
    for i in range(size):
        prop = f"P{2000 + i}"
        claims[prop] = [statement(number, snak(prop, f"id-{number}-{i}", "string", "external-id"))]
    if wanted:
        claims["P27"] = [statement(number, item("P27", 183))]
        claims["P39"] = [statement(number, item("P39", 900012), [time("P580", f"+{1950 + number % 60}-05-01T00:00:00Z", 11),
                                                                 time("P582", f"+{1954 + number % 60}-00-00T00:00:00Z", 9)])]
    names = languages if wanted else languages[:size]
    return {"type": "item", "id": f"Q{number + 1000000}",
            "labels": {l: {"language": l, "value": label} for l in names},
            "descriptions": {l: {"language": l, "value": "one of many"} for l in names},
            "aliases": {"en": [{"language": "en", "value": f"P. Number {number}"}]} if wanted else [],
            "claims": claims, "sitelinks": {l + "wiki": {"site": l + "wiki", "title": label, "badges": []} for l in names[:size]},
            "pageid": number, "ns": 0, "title": f"Q{number}", "lastrevid": number, "modified": "2024-01-01T00:00:00Z"}


def main():
    template = {}
    out = sys.stdout.buffer
    post = entity(0)
    post.update(id="Q900012", labels={"en": {"language": "en", "value": "Minister of Foreign Affairs of Northland"}})
    post["claims"] = {"P279": [statement(0, item("P279", 7330070))], "P1001": [statement(0, item("P1001", 183))]}
    out.write(b"[\n" + json.dumps(post, separators=(",", ":")).encode())
    written, number = 0, 5000001  # no digits of other ids
    while written < megabytes << 20:
        # Serialising is slow: a few shapes are serialised once, and their numbers replaced.
        shape = number % one_in if number % one_in == 0 else one_in * 1000 + number % 4
        if shape not in template:
            template[shape] = json.dumps(entity(number), separators=(",", ":")).replace(str(number + 1000000), "@A@").replace(str(number), "@B@")
        line = template[shape].replace("@A@", str(number + 1000000)).replace("@B@", str(number)).encode()
        out.write(b",\n" + line)
        written += len(line) + 2
        number += 1
    out.write(b"\n]\n")


try:
    main()
except BrokenPipeError:
    sys.exit(1)
