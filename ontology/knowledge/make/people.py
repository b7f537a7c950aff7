"""People in office: one Person for each Wikidata item, and for each name of a state that has none."""

import collections
import difflib
import functools
import re

import person_names
import tables
from turtle import Item, fold, slug


class Person(Item):
    def __init__(self, label, code):
        super().__init__("", "Person", label, 0.3)
        self.code, self.aliases, self.gender, self.born, self.from_hand = code, [], None, "", False
        self.codes = collections.Counter()

    def finish(self, states, unfit):
        code = self.home()
        self.state = states[code].key if code in states else None
        given = list(dict.fromkeys(self.aliases))
        self.add("alt", *person_names.forms(self.label, given, code))
        found = []
        for form in [self.label] + [f for f in self.names.get("alt", []) if len(f.split()) <= len(self.label.split()) + 1]:
            found += person_names.surnames(form, code)
        first = fold(self.label.split()[0])  # of "Orbán Viktor" the last word is no surname
        allowed = found[:1] + [s for s in found[1:] if fold(s) != first]
        self.add("sur", *[s for s in list(dict.fromkeys(allowed))[:5] if fold(s) not in unfit])
        if self.gender in ("male", "female"):
            self.extra.append(("ent:gender", f'"{self.gender}"'))

    def home(self):
        return self.code or (self.codes.most_common(1)[0][0] if self.codes else "")


@functools.lru_cache(maxsize=None)
def tokens(name):
    return fold(re.sub(r"[-'.,]", " ", person_names.bare(name))).split()


@functools.lru_cache(maxsize=None)
def same_name(a, b):
    """Are these two names of people in one state surely of one person? First and last words agree, the middle does not contradict."""
    x, y = tokens(a), tokens(b)
    if not x or not y:
        return False
    if set(x) == set(y):
        return True
    short, long = (x, y) if len(x) <= len(y) else (y, x)
    return len(short) > 1 and short[0] == long[0] and short[-1] == long[-1] and all(
        w in long or any(len(w) == 1 and o.startswith(w) for o in long) for w in short)


def near(a, b):
    """Two names of as many words, the first and the last nearly the same, and none of them short."""
    like = lambda x, y: x == y or (min(len(x), len(y)) > 4 and difflib.SequenceMatcher(None, x, y).ratio() >= 0.8)
    return len(a) == len(b) and all(like(x, y) for x, y in zip(a, b))


class People:
    def __init__(self):
        self.by_id, self.by_name, self.all = {}, collections.defaultdict(list), []

    def of_item(self, wikidata, label, code):
        person = self.by_id.get(wikidata)
        if person is None:
            person = self.new(label, code)
            person.wikidata = wikidata
            self.by_id[wikidata] = person
        return person

    def new(self, label, code):
        person = Person(label, None)
        person.codes[code] += 0
        self.all.append(person)
        self.know(person, label, code)
        return person

    def know(self, person, name, code):
        person.codes[code] += 1
        parts = tokens(name)
        for at in {0, len(parts) - 1} if parts else ():
            if person not in self.by_name[(code, parts[at])]:
                self.by_name[(code, parts[at])].append(person)

    def find(self, name, code):
        """The one person of a state whom a name fits, or None."""
        parts = tokens(name)
        if not parts:
            return None
        found = [p for p in self.by_name[(code, parts[-1])] if any(same_name(name, form) for form in [p.label, *p.aliases])]
        exact = [p for p in found if set(tokens(p.label)) == set(parts)]
        found = exact if len(exact) == 1 else found
        return found[0] if len(found) == 1 else None

    def nearly(self, name, code):
        """The one person of a state whose name is the same but for its transliteration. Not for names of short syllables, and long ones."""
        parts = tokens(name)
        if not 2 <= len(parts) <= 3 or code in person_names.FAMILY_FIRST or code in ("vn", "mm", "la", "kh"):
            return None
        rivals = {p for part in (parts[0], parts[-1]) for p in self.by_name[(code, part)]}
        found = [p for p in rivals if any(near(parts, tokens(form)) for form in [p.label, *p.aliases])]
        return found[0] if len(found) == 1 else None

    def keys(self):
        """Gives each person a key: the name, and where two share it the year of birth, the state or a number."""
        groups = collections.defaultdict(list)
        for person in sorted(self.all, key=lambda p: (-p.prominence, p.wikidata or "Z", p.home())):
            groups[slug(person.label) or "unnamed"].append(person)
        taken = set()
        for name, group in sorted(groups.items()):
            for person in group:
                options = [name, f"{name}-{person.born[:4]}" if person.born else None, f"{name}-{person.home()}"]
                options += [f"{name}-{n}" for n in range(2, 30)]
                person.key = next("person/" + o for o in options if o and "person/" + o not in taken)
                taken.add(person.key)


def unfit_surnames(items):
    """Names of other things, and common words, that stand in a text for themselves."""
    out = {fold(form) for item in items for form in item.forms()}
    return out | {fold(row["label"]) for row in tables.hand("not-surnames.table", ["label"], [])}
