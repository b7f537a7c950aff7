"""Places: regions, seas, facilities by hand (places.table), parts of states (territories.tsv), cities (cities.table, cities.tsv)."""

import collections
import math

import tables
import things
from turtle import Item, fold, slug

LEAST_POPULATION = 100_000
# Parts of these states are named in news of the world; how prominent theirs are.
PARTS_OF = {"us": 0.5, "ca": 0.42, "au": 0.42, "ru": 0.46, "ua": 0.46, "cn": 0.42, "in": 0.42, "de": 0.42, "br": 0.3}
CITY_FIELDS = ["in", "q", "p", "alt", "no"]


def plain(name):
    return name.replace("’", "").replace("‘", "").replace("'", "")


def surnames(folder, least=3):
    """Folded last words of the names of people in office that at least so many bear."""
    people = {(row["person_qid"], row["person_label"]) for row in tables.source(folder, "offices.tsv")}
    people |= {(row["person_qid"], row["name"]) for row in tables.source(folder, "us-congress.tsv")}
    counts = collections.Counter(fold(label).split()[-1] for _, label in people if label)
    return {name for name, count in counts.items() if count >= least}


def first_names(folder, least=3):
    return {row["name"] for row in tables.source(folder, "first-names.tsv")
            if int(row["male_persons"] or 0) + int(row["female_persons"] or 0) >= least}


def parts(folder, states, taken):
    """US states, Russian regions, Chinese provinces ..."""
    out = []
    for row in tables.source(folder, "territories.tsv"):
        code, _, part = row["code"].partition("_")
        if not part or code not in PARTS_OF or row["qid"] in taken or row["code"] in states or "Occupied" in row["name"]:
            continue
        label = row["name"].split(" (")[0]
        item = Item("place/" + slug(label), "Region", label, PARTS_OF[code])
        item.wikidata, item.state = row["qid"], states[code].key
        if code == "us":
            item.key += "-us-state" if label in ("Georgia", "Washington", "New York") else ""
            item.add("alt", f"{label} state" if label in ("New York", "Washington") else "", "State of " + label)
        stem = label.rsplit(" ", 1)[0]
        if label.endswith((" Oblast", " Krai")):
            item.add("alt", stem + " region", stem + " Region", stem + (" oblast" if label.endswith("Oblast") else " territory"))
        if code in ("cn", "ca"):
            item.add("alt", label + " province")
        out.append(item)
    return out


def cities(folder, states, taken_names, taken_ids):
    by_name = collections.defaultdict(list)
    for row in tables.source(folder, "cities.tsv"):
        by_name[(row["country_code"].lower(), fold(plain(row["name"])))].append(row)
    out, used = {}, set()
    for row in tables.hand("cities.table", ["state", "label"], CITY_FIELDS):
        found = by_name.get((row["state"], fold(plain(row.get("in", row["label"])))), [])
        if "in" in row and not found:
            raise tables.TableError(f"cities.table:{row['line']}: no city {row['in']} in cities.tsv")
        biggest = max(found, key=lambda r: int(r["population"] or 0), default=None)
        if biggest:
            used.add(biggest["geonames_id"])
        if "no" in row:
            continue
        item = Item("place/" + slug(row["label"]), "City", row["label"], float(row.get("p") or (size(biggest) if biggest else 0.4)))
        if item.key in out:
            item.key += "-" + row["state"]
        item.state = states[row["state"]].key
        item.part = biggest["admin1_name"] if biggest else None
        item.wikidata = row.get("q") or (biggest["qid"] if biggest else None) or None
        item.add("alt", *tables.split(row.get("alt", "")))
        out[item.key] = item
    people = surnames(folder) | first_names(folder)
    left_out = {fold(row["label"]) for row in tables.hand("not-places.table", ["label"], [])}
    names = taken_names | {fold(form) for item in out.values() for form in item.forms()}
    rows = [r for rs in by_name.values() for r in rs if int(r["population"] or 0) >= LEAST_POPULATION or r["feature_code"] == "PPLC"]
    for row in sorted(rows, key=lambda r: (-int(r["population"] or 0), r["geonames_id"])):
        name = fold(plain(row["name"]))
        code = row["country_code"].lower()
        unfit = name in left_out or name in names or len(name) < 3 or (name in people and int(row["population"]) < 1_000_000)
        if row["geonames_id"] in used or unfit or code not in states or (row["qid"] and row["qid"] in taken_ids):
            continue
        names.add(name)
        item = Item("place/" + slug(row["name"]), "City", plain(row["name"]), size(row))
        if item.key in out:
            item.key += "-" + code
        item.state, item.wikidata, item.part = states[code].key, row["qid"] or None, row["admin1_name"]
        out[item.key] = item
    return out


def regions(items):
    """The key of each region by its state and name."""
    return {(item.state, fold(form)): item.key for item in items if item.klass in ("Region", "Territory") and item.state for form in item.forms()}


def size(row):
    """Prominence by population: 0.25 at 100,000 people, 0.40 at ten million."""
    return round(min(0.42, 0.25 + 0.075 * max(0.0, math.log10(max(1, int(row["population"] or 0)) / LEAST_POPULATION))), 2)


def make(folder, states):
    out = things.read("places.table", states, {}, 0.4)
    taken = {item.wikidata for item in out.values()} | {item.wikidata for item in states.values()}
    names = {fold(form) for item in [*out.values(), *states.values()] for form in item.forms()}
    by_size = cities(folder, states, names, taken)
    for item in parts(folder, states, taken | {c.wikidata for c in by_size.values()}):
        if any(fold(item.label) == fold(form) for other in out.values() for form in other.forms()):
            continue
        while item.key in out or item.key in by_size:
            item.key += "-region"
        out[item.key] = item
    for key, item in by_size.items():
        if key in out:
            item.key = key = key + "-city"
        out[key] = item
    by_name = regions(out.values())
    for item in by_size.values():
        item.parent = by_name.get((item.state, fold(item.part or "")))
    return out
