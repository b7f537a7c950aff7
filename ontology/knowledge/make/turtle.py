"""Writes things with names as Turtle: one block a thing, sorted, the same bytes every time."""

import functools
import re
import unicodedata

PREFIXES = """@base <https://w3id.org/entente/knowledge/> .
@prefix ent: <https://w3id.org/entente/ontology#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
"""

# Name kinds of an Item and the property that carries each, in the order in which they are written.
NAME_PROPERTIES = [
    ("alt", "skos:altLabel"),
    ("acr", "ent:acronym"),
    ("adj", "ent:adjective"),
    ("dem", "ent:demonym"),
    ("cap", "ent:capitalName"),
    ("met", "ent:metonym"),
    ("sur", "ent:surname"),
    ("ctx", "ent:contextualName"),
]


FOLDED = str.maketrans({"ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "æ": "ae", "Æ": "ae", "œ": "oe",
                        "Œ": "oe", "þ": "th", "ð": "d", "ı": "i", "İ": "i", "’": "'", "‘": "'"})


@functools.lru_cache(maxsize=None)
def fold(text):
    """Lower case, Latin letters without diacritics: as the library compares names."""
    text = text.translate(FOLDED)
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).lower()


def slug(text):
    return re.sub(r"[^a-z0-9]+", "-", fold(text).replace("'", "").replace(".", "")).strip("-")


@functools.lru_cache(maxsize=None)
def words(text):
    """The words that the library would compare, for finding names that are one to it."""
    text = re.sub(r"\b((?:[a-z]\.)+[a-z]?)(?![a-z])", lambda m: m.group(0).replace(".", ""), fold(text))
    found = re.findall(r"[^\W_]+", text)
    return tuple(found[1:] if len(found) > 1 and found[0] == "the" else found)


def literal(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class Item:
    def __init__(self, key, klass, label, prominence):
        self.key, self.klass, self.label, self.prominence = key, klass, label, prominence
        self.wikidata = self.state = self.parent = None
        self.names = {}
        self.extra = []  # further (property, object) pairs, already written as Turtle

    def add(self, kind, *names):
        """Adds names, each once: a form that the item has under another kind is left out, but for adjectives and demonyms."""
        for name in names:
            name = name.strip()
            if not name:
                continue
            known = self.names.setdefault(kind, [])
            rivals = known + ([self.label] + self.names.get("alt", []) if kind in ("alt", "acr", "met", "cap") else [])
            if any(same_form(name, other) for other in rivals):
                continue
            known.append(name)

    def remove(self, names):
        gone = {words(n) for n in names}
        for kind in self.names:
            self.names[kind] = [n for n in self.names[kind] if words(n) not in gone]

    def forms(self):
        return [self.label] + [n for kind in self.names for n in self.names[kind]]

    def turtle(self):
        out = [f"<{self.key}> a ent:{self.klass} ; rdfs:label {literal(self.label)}"]
        if self.wikidata:
            out.append(f"owl:sameAs wd:{self.wikidata}")
        for kind, prop in NAME_PROPERTIES:
            if self.names.get(kind):
                out.append(prop + " " + ", ".join(literal(n) for n in self.names[kind]))
        if self.state:
            out.append(f"ent:ofState <{self.state}>")
        if self.parent:
            out.append(f"ent:partOf <{self.parent}>")
        out += [f"{prop} {value}" for prop, value in self.extra]
        out.append(f"ent:prominence {self.prominence:.2f}")
        return " ;\n  ".join(out) + " .\n"


def same_form(a, b):
    """Would the library take b for a? The same words, and b asks for no more capitals than a."""
    if words(a) != words(b):
        return False
    return all(x or not y for x, y in zip(capitals(a), capitals(b))) and (is_acronym(a) or not is_acronym(b))


def capitals(text):
    return [word[:1].isupper() for word in re.findall(r"[^\W_]+", text)]


def is_acronym(text):
    return len(words(text)) == 1 and text.isupper()


def write_file(path, title, sources, blocks):
    """`sources`: lines that say where the facts come from and under which terms."""
    head = [title, *sources, "Made by make/make.py; do not edit by hand."]
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write("".join(f"# {line}\n" for line in head) + "\n" + PREFIXES + "\n" + "\n".join(blocks))


def write_items(path, title, sources, items):
    write_file(path, title, sources, [item.turtle() for item in sorted(items, key=lambda i: i.key)])
