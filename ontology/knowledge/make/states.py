"""States, former states and those that few recognise: names, demonyms, adjectives, capitals as metonyms."""

import re

import tables
from turtle import Item, slug

# Territories of the source that are states: members of the United Nations, and four more.
NOT_STATES = set("ac ai as aw ax bl bm bq bv cc ck cp cq cw cx dg eh eu fk fo gf gg gi gl gp gs gu hk hm im io je ky mf mo "
                 "mp mq ms nc nf nu pf pm pn pr re sh sj sx ta tc tf tk um un vg vi wf yt zz an zr aq bu".split())
FIELDS = ["label", "q", "alt", "acr", "adj", "dem", "cap", "met", "no", "ctx", "class", "p"]


def clean(names):
    """Names of a source cell without notes: "Zambian(s) or Zambians" and bracketed remarks are no names."""
    out = []
    for name in names:
        if re.search(r"[(\[/]| or |note|former|term|^the |^and ", name):
            continue
        out.append(name)
    return out


def cell(row, column):
    return [part for part in row.get(column, "").split("|") if part]


def make(folder):
    """Items by territory code."""
    territories = {row["code"]: row for row in tables.source(folder, "territories.tsv")}
    demonyms = {row["territory_code"]: row for row in tables.source(folder, "demonyms.tsv")}
    prominence, by_hand = {}, {}
    for row in tables.hand("states.table", ["code"], FIELDS):
        if "@" in row:
            prominence.update({code: float(row["@"][1]) for code in row["@"][2:]})
        else:
            by_hand[row["code"]] = row
    codes = [c for c in demonyms if c not in NOT_STATES and (territories[c]["is_country"] == "1" or c in ("ps",))]
    codes += [c for c in by_hand if c not in codes and by_hand[c].get("class")]
    return {code: state(code, territories[code], demonyms.get(code, {}), by_hand.get(code, {}), prominence) for code in sorted(codes)}


def state(code, territory, demonym, extra, prominence):
    label = extra.get("label") or demonym.get("name") or territory["name"]
    item = Item("state/" + slug(label), extra.get("class", "State"), label, float(extra.get("p") or prominence.get(code, 0.4)))
    item.wikidata = extra["q"] if "q" in extra else territory["qid"]
    unwanted = tables.split(extra.get("no", ""))
    if demonym and not extra.get("class"):
        item.add("alt", *[n for n in clean(cell(demonym, "english_names")) if not re.search(" - | & |PRC|^[A-Z.]{2,5}$", n)])
        item.add("alt", *clean([territory["full_name"]]))
    for kind in ("alt", "acr", "ctx", "met"):
        item.add(kind, *tables.split(extra.get(kind, "")))
    item.add("adj", *(tables.split(extra["adj"]) if "adj" in extra else clean(cell(demonym, "adjective"))))
    item.add("dem", *(tables.split(extra["dem"]) if "dem" in extra else clean(cell(demonym, "demonym_singular") + cell(demonym, "demonym_plural"))))
    capital = tables.split(extra["cap"]) if "cap" in extra else clean([demonym.get("capital", "")])
    item.add("cap", *[c for c in capital if c])
    for adjective in item.names.get("adj", []):
        item.add("alt", adjective + " government", adjective + " side", adjective + " authorities")
    item.add("alt", f"government of {item.label}", f"{item.label}'s government")
    item.remove(unwanted)
    if "adj" in extra:  # what is no name of its own can still be an adjective
        item.names["adj"] = tables.split(extra["adj"])
    return item
