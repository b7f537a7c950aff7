"""People in office, their posts and tenures: offices.ttl, and people-REGION.ttl by the region of their state."""

import collections

import offices
import people
import tables
import tenures
from turtle import slug, write_file

REGIONS = {"Europe": "europe", "Africa": "africa", "Asia": "asia", "Americas": "americas", "Oceania": "oceania"}
# How much less is heard of those who have left office.
PAST = [("1995", 0.06), ("2008", 0.03)]


def posts_of(rows):
    """Gives each tenure its post; returns title, office and organisation by key. The most frequent title of a place is its post;
    other titles of the class have posts of their own."""
    titles = collections.defaultdict(collections.Counter)
    for row in rows:
        titles[(row.where, row.office)][row.title] += 2 if row.source == "hand" else 1
    out = {}
    for row in rows:
        count = titles[(row.where, row.office)]
        main = max(count, key=lambda t: (count[t], t))
        single = tenures.CLASSES[row.office].single
        place = row.where.split("/", 1)[1] if row.where.startswith("state/") else row.where
        key = f"post/{place}/{row.office}"
        if not single or row.title != main:
            key += "/" + slug(row.title)
        row.post = key
        out[key] = (row.title, row.office, row.where)
    return out


def weigh(rows, weights):
    """The prominence of people: that of their weightiest office, by the weight of its state or organisation."""
    for row in rows:
        weight = weights[row.where]
        value = tenures.CLASSES[row.office].prominence * (0.3 + 0.7 * weight)
        last = row.end or row.seen[1] or row.begin()
        value -= next((less for year, less in PAST if last < year), 0)
        row.person.prominence = max(getattr(row.person, "weight", 0), round(value, 2))
        row.person.weight = row.person.prominence


def name_tenures(rows):
    """tenure/PERSON/1 ... in the order of their beginnings."""
    count = collections.Counter()
    for row in sorted(rows, key=lambda r: (r.person.key, r.begin() or r.end, r.post)):
        count[row.person.key] += 1
        row.key = f"tenure/{row.person.key.split('/', 1)[1]}/{count[row.person.key]}"


def regions(folder):
    return {row["code"]: REGIONS.get(row["region"], "") for row in tables.source(folder, "territories.tsv")}


def make(folder, states, known, unfit_items, path, sources):
    maker = tenures.Maker(states, known, folder)
    maker.offices_table()
    maker.congress()
    maker.by_hand()
    maker.factbook()
    maker.world_leaders()
    rows = maker.merge()
    holders = {row.person for row in rows}
    maker.people.all = [p for p in maker.people.all if p in holders]
    weights = {item.key: item.prominence for item in [*states.values(), *known.values()]}
    weigh(rows, weights)
    unfit = people.unfit_surnames(unfit_items)
    for person in maker.people.all:
        person.finish(states, unfit)
    maker.people.keys()
    posts = posts_of(rows)
    name_tenures(rows)
    offices.write(path("offices.ttl"), sources, posts)
    by_file = collections.defaultdict(lambda: ([], []))
    region = regions(folder)
    for person in maker.people.all:
        by_file[region.get(person.home(), "") or "other"][0].append(person)
    for row in rows:
        by_file[region.get(row.person.home(), "") or "other"][1].append(row)
    for name, (persons, terms) in sorted(by_file.items()):
        blocks = [p.turtle() for p in sorted(persons, key=lambda p: p.key)] + [r.turtle() for r in sorted(terms, key=lambda r: r.key)]
        where = "of no known state" if name == "other" else "of " + name.capitalize() if name != "americas" else "of the Americas"
        write_file(path(f"people-{name}.ttl"), f"People in public office {where}, and their terms.", sources, blocks)
    return maker, rows, posts
