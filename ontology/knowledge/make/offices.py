"""Classes of offices (offices.table), and which class a title of the sources names (office-titles.table)."""

import functools
import re

import tables
from turtle import literal, write_file


class Office:
    def __init__(self, row):
        self.name, self.label = row["key"], row["label"]
        self.prominence, self.single = float(row["p"]), row.get("one") == "yes"
        self.alt = tables.split(row.get("alt", ""))

    def turtle(self):
        alt = f" ;\n  skos:altLabel {', '.join(literal(a) for a in self.alt)}" if self.alt else ""
        return f"<office/{self.name}> a org:Role ; rdfs:label {literal(self.label)}{alt} .\n"


def classes():
    rows = tables.hand("offices.table", ["key", "label"], ["p", "one", "alt"])
    return {row["key"]: Office(row) for row in rows}


def rules():
    """(state codes or None, class, expression) in the order of the table."""
    out, codes = [], None
    known = classes()
    for number, line in tables.lines("office-titles.table"):
        if line.startswith("@"):
            codes = None if line[1:].split() == ["*"] else set(line[1:].split())
            continue
        name, _, expression = line.partition(" | ")
        if name != "-" and name not in known:
            raise tables.TableError(f"office-titles.table:{number}: no class '{name}' in offices.table")
        out.append((codes, name, re.compile(expression)))
    return out


RULES = rules()


@functools.lru_cache(maxsize=None)
def classify(title, code):
    """The class that a title names in a state, or None."""
    title = re.sub(r"\s+", " ", title.lower().replace("&", "and")).strip()
    if "(" in title and not title.endswith("(prime minister)"):
        return None  # an office of a part of a state
    for codes, name, expression in RULES:
        if (codes is None or code in codes) and expression.fullmatch(title):
            return None if name == "-" else name
    return None


def write(path, sources, posts):
    """posts: by key, each (title, office, organisation key)."""
    blocks = [office.turtle() for office in classes().values()]
    blocks += [f"<{key}> a org:Post ; rdfs:label {literal(title)} ; org:role <office/{office}> ; org:postIn <{where}> .\n"
               for key, (title, office, where) in sorted(posts.items())]
    write_file(path, "Classes of offices, and the posts of states and organisations that belong to them.", sources, blocks)
