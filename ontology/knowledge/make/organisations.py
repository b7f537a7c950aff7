"""International organisations: the source table, corrected and completed by hand (organisations.table)."""

import tables
import things
from turtle import Item, slug

KINDS = {"un": "UnitedNationsBody", "eu": "EuropeanUnionBody", "court": "InternationalCourt", "bank": "DevelopmentBank",
         "alliance": "Alliance", "alliance-former": "Alliance", "forum": "Forum",
         "forum-former": "Forum", "grouping": "Forum", "ngo": "NonGovernmentalOrganization"}


def plain_class(kind):
    return KINDS.get(kind, "InternationalOrganization")


def make(folder, states, others):
    by_hand = things.read("organisations.table", states, others, 0.6)
    wikidata = {item.wikidata for item in [*by_hand.values(), *others.values()] if item.wikidata}
    labels = {slug(form) for item in [*by_hand.values(), *others.values()] for form in item.forms()}
    out = dict(by_hand)
    skipped = {row["label"] for row in tables.hand("organisations-left-out.table", ["label"], [])}
    rows = [r for r in tables.source(folder, "international-organisations.tsv") if r["source"] != "phoenix (unreviewed)"]
    for row in rows:
        if row["name"] in skipped or row["qid"] in wikidata or slug(row["name"]) in labels:
            continue
        item = Item("organisation/" + slug(row["name"]), plain_class(row["type"]), row["name"], 0.5)
        item.wikidata = row["qid"] or None
        item.add("acr", *[a for a in row["acronyms"].split("|") if a.replace(".", "") not in labels])
        item.add("alt", *[a for a in row["aliases"].split("|")])
        item.add("ctx", *row["contextual_aliases"].split("|"))
        out[item.key] = item
    return out
