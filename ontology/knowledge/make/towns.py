"""Cities of 15,000 people and more that places.ttl does not have: safe only where the text says in which state they lie, so that
each is known by contextual names alone (the loader takes a label that is a contextual name too for no more than that)."""

import math

import tables
from places import plain, regions
from turtle import Item, fold, literal, slug, write_file

LEAST = 15_000
# States of which several towns of one name are kept: one for each part of the state.
BY_PART = ("us", "ca", "au", "in", "br", "mx", "cn")
WITH_ALT_NAMES = 50_000


def prominence(population):
    """0.08 at 15,000 people, 0.2 at 100,000; never as much as a city of places.ttl."""
    return round(min(0.24, 0.08 + 0.146 * max(0.0, math.log10(max(1, population) / LEAST))), 2)


class Town(Item):
    def turtle(self):
        names = ", ".join(literal(n) for n in self.names["ctx"])
        return (f"<{self.key}> a ent:City ; rdfs:label {literal(self.label)} ; ent:contextualName {names} ; "
                f"ent:ofState <{self.state}> ; " + (f"ent:partOf <{self.parent}> ; " if self.parent else "") + f"ent:prominence {self.prominence:.2f} .\n")


def latin(name):
    return all(c.isalpha() and ord(c) < 0x250 or c in " -'." for c in name)


def make(folder, states, cities):
    """`cities`: items of places.ttl; a town whose name and state one of them has is that one."""
    taken = {(fold(form), item.state) for item in cities.values() for form in item.forms()}
    taken |= {(fold(item.label), item.key) for item in states.values()}
    out, keys, by_name = [], set(cities), regions(cities.values())
    rows = sorted(tables.source(folder, "cities.tsv"), key=lambda r: (-int(r["population"] or 0), r["geonames_id"]))
    seen = set()
    for row in rows:
        code, name, population = row["country_code"].lower(), plain(row["name"]).strip(), int(row["population"] or 0)
        if code not in states or population < LEAST or not latin(name) or len(name) < 3 or (fold(name), states[code].key) in taken:
            continue
        part = row["admin1_name"] if code in BY_PART and row["admin1_name"] else ""
        if (fold(name), code, part) in seen:
            continue  # the largest of a name
        seen.add((fold(name), code, part))
        key = next(k for k in (f"place/{slug(name)}-{code}", f"place/{slug(name)}-{slug(part)}", f"place/{slug(name)}-{row['geonames_id']}") if k not in keys)
        keys.add(key)
        town = Town(key, "City", name, prominence(population))
        town.state, town.parent = states[code].key, by_name.get((states[code].key, fold(row["admin1_name"])))
        alt = [a for a in map(plain, row["alt_names"].split("|")) if latin(a) and a[:1].isupper() and not a.isupper() and len(a) > 3]
        town.add("ctx", name, *(alt[:2] if population >= WITH_ALT_NAMES else []))
        out.append(town)
    return out


def write(path, sources, towns):
    write_file(path, "Cities of 15,000 people and more that places.ttl lacks, by name and state; the name alone is safe only in context.",
               sources, [town.turtle() for town in sorted(towns, key=lambda t: t.key)])
