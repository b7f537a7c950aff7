"""Who held which office from when to when: rows of the source tables and of holders.table, merged."""

import collections
import datetime
import difflib
import functools
import itertools
import re

import offices
import person_names
import tables
from people import People
from turtle import fold, literal, slug

CLASSES = offices.classes()
# A row whose end the source leaves open says that the person was in office on the day of the snapshot only if the term is no older.
YEARS_OPEN = {"head-of-state": 60, "head-of-government": 25, "supreme-leader": 60, "foreign-minister": 20, "defence-minister": 12, "ambassador": 4}
# Nobody holds these for 25 years: an end so late is that of a life.
FEW_YEARS = {"chief-of-staff", "service-chief", "minister", "ambassador", "defence-minister", "finance-minister", "intelligence-chief"}
# The edition of the Factbook of this date is older than it says: nothing in it began after 1 January 2017.
STALE = {"2020-11-23": "2017-01-15"}
# After this date the editions follow each other so closely that a new entry is new.
DENSE = "2021-02-02"
# The start of the next holder ends a term if the source last saw it no more than so many days before: else someone may be missing.
GAP = {"head-of-state": 200, "head-of-government": 200, "supreme-leader": 200}


class Tenure:
    def __init__(self, person, where, office, title, start, end, seen=("", ""), source="", alone=False):
        self.person, self.where, self.office, self.title = person, where, office, title
        self.start, self.end, self.seen, self.source = start, end, list(seen), source
        self.alone, self.key = alone, None

    def begin(self):
        return self.start or self.seen[0]

    def group(self):
        """One place that one person holds at a time."""
        if CLASSES[self.office].single:
            return self.where, self.office
        return self.where, self.office, slug(self.title)

    def turtle(self):
        out = [f"<{self.key}> a ent:Tenure ; ent:holder <{self.person.key}> ; ent:post <{self.post}>"]
        for value, prop in ((self.start, "from"), (self.end, "until"), (self.seen[0], "seenFrom"), (self.seen[1], "seenUntil")):
            if value:
                out.append(f"ent:{prop} {literal(value)}")
        return " ; ".join(out) + " .\n"


@functools.lru_cache(maxsize=None)
def first_day(date):
    return datetime.date(*[int(p) for p in (date + "-01-01")[:10].split("-")]) if len(date) < 10 else datetime.date.fromisoformat(date)


@functools.lru_cache(maxsize=None)
def last_day(date):
    if len(date) == 10:
        return datetime.date.fromisoformat(date)
    if len(date) == 4:
        return datetime.date(int(date), 12, 31)
    year, month = int(date[:4]), int(date[5:7])
    return datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(1)


def days(a, b):
    return (first_day(b) - first_day(a)).days


def is_date(text):
    try:
        return bool(re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", text)) and bool(last_day(text))
    except ValueError:
        return False


class Maker:
    """Collects rows; `states`: items by territory code; `known`: other items by key; `acting`: names of places to codes."""

    def __init__(self, states, known, folder):
        self.states, self.known, self.folder = states, known, folder
        self.people, self.rows, self.left_out = People(), [], collections.Counter()
        self.hand_keys = {}
        self.at = collections.defaultdict(list)  # rows of offices.tsv by where and office
        self.places = {fold(form): code for code, item in states.items() if code != "suhh"
                       for form in [item.label, *item.names.get("alt", []), *item.names.get("acr", [])]}

    # --- sources

    def target(self, place):
        """The common form of the state to which an ambassador goes, and its code."""
        place = re.sub(r"^the ", "", place)
        code = self.places.get(fold(place)) or self.places.get(fold(re.sub(r"^(Republic|Kingdom|State) of ", "", place)))
        return (self.states[code].label if code else place), code

    def without_state(self, title, code):
        """"Prime Minister of Montenegro" is the "Prime Minister"; "ambassador of Poland" to nobody knows where stays."""
        head, of, state = title.rpartition(" of ")
        return head if of and self.places.get(fold(re.sub("^the ", "", state))) == code and "mbassador" not in head else title

    def title_of(self, title, office):
        title = re.sub(r"\s+", " ", title).strip()
        if office == "ambassador":
            match = re.fullmatch(r"(?i)(ambassador|high commissioner|apostolic nuncio)(?:-designate)?,? (?:to|in|at|of) (.*)", title)
            if match:
                place, code = self.target(match[2])
                the = "the " if place.startswith(("United ", "Czech ", "Democratic ", "Republic ", "Central ", "Dominican ", "Philippines", "Netherlands", "Gambia", "Bahamas")) else ""
                return f"{match[1][0].upper()}{match[1][1:].lower()} to {the}{place}"
        if office in ("representative", "un-ambassador"):
            return title[:1].upper() + title[1:]
        title = re.sub(r"\bDefense\b", "Defence", title) if office != "defence-minister" else title
        return title[:1].upper() + title[1:]

    def offices_table(self):
        for row in tables.source(self.folder, "offices.tsv"):
            code, title = row["territory_code"], row["position_title"] or row["position_label"]
            if code not in self.states or "only" in row["flags"] or "end-before-start" in row["flags"]:
                continue
            if "(" in row["position_label"] and "prime minister)" not in row["position_label"].lower():
                continue
            title = self.without_state(title, code)
            office = offices.classify(title, code)
            label = person_names.clean(row["person_label"])
            if office is None or label is None or not re.fullmatch(r"Q\d+", row["person_qid"]):
                self.left_out[title] += office is None
                continue
            start, end = row["start"] if is_date(row["start"]) else "", row["end"] if is_date(row["end"]) else ""
            if not start and not end or (start or end) < "1950" or start > row["as_of"]:
                continue
            if start and end and last_day(end) < first_day(start):
                continue
            if self.is_thin(office, start, end, code):
                continue
            person = self.people.of_item(row["person_qid"], label, code)
            person.aliases += [a for a in row["aliases"].split("|") if a]
            person.gender = person.gender or row["gender"]
            person.born = person.born or row["born"]
            for form in [label, *filter(None, map(person_names.clean, row["aliases"].split("|")))]:
                self.people.know(person, form, code)
            if end and start and office in FEW_YEARS and days(start, end) > 366 * 25:
                end = ""
            self.rows.append(Tenure(person, self.states[code].key, office, self.title_of(title, office), start, end,
                                    ("", "" if end else row["as_of"]), "offices"))

    def is_thin(self, office, start, end, code):
        """Offices of which only the newer ones are kept, and those of small weight only from greater states."""
        weight, last = self.states[code].prominence, end or start
        if office in ("minister", "deputy-minister", "justice-minister", "deputy-head-of-government", "deputy-defence-minister", "presidential-adviser"):
            return last < ("2010" if weight >= 0.9 else "2014") or (office == "deputy-minister" and weight < 0.93)
        return office in ("ambassador", "representative") and last < ("2005" if weight >= 0.9 else "2010")

    def factbook(self):
        for row in self.rows:
            self.at[(row.where, row.office)].append(row)
        copies = collections.Counter((row["person"], row["since"]) for row in tables.source(self.folder, "leaders-factbook.tsv")
                                     if row["listed_at_end"] == "yes" and "ambassador" not in row["role"])
        sitting = {(row["territory_code"], row["person"]) for row in tables.source(self.folder, "leaders-factbook.tsv") if row["listed_at_end"] == "yes"}
        heads = collections.defaultdict(list)
        for row in tables.source(self.folder, "leaders-factbook.tsv"):
            if row["role"] == "chief of state":
                heads[row["territory_code"]].append(row["person"])
        for row in tables.source(self.folder, "leaders-factbook.tsv"):
            code, role, title = row["territory_code"], row["role"], row["title"]
            name = re.sub(r"^(Swiss Confederation|Government|Interior|Caretaker|Acting|Interim|Designate) ", "", row["person"])
            name = person_names.clean(name)
            if code not in self.states and code != "eu" or not name or len(name.split()) < 2 or len(name.split()) > 6:
                continue
            if re.search(r"\b(of|and|the|represented|ruler|since|Council|General|Minister|vacant|none)\b", name, re.I):
                continue
            last_seen = max(STALE.get(row["last_seen"], row["last_seen"]), row["since"][:10] if is_date(row["since"]) else "")
            if row["first_seen"] > last_seen:
                continue
            if copies[(row["person"], row["since"])] and row["listed_at_end"] == "no" and (code, row["person"]) not in sitting:
                continue  # stood under another state by mistake
            where, home, office, full = self.factbook_post(code, role, title)
            if office is None or (row["since"] and not is_date(row["since"])):
                continue
            if office == "head-of-state" and code not in PRESIDENTIAL and not alike(row["person"], heads[code]):
                office, full = "head-of-government", "Head of Government"
            if row["since"] and row["first_seen"] > DENSE and days(row["since"], row["first_seen"]) > 400:
                row["since"] = ""  # a misprint, or an old entry in new words
            person = self.factbook_person(row, name, home, where, office)
            if person is None:
                continue
            person.aliases += [name] + [a for a in row["aliases"].split("|") if a]
            self.rows.append(Tenure(person, where, office, full, row["since"], "", (row["first_seen"], last_seen), "factbook"))

    def factbook_post(self, code, role, title):
        if role == "United States ambassador":
            office = "charge-d-affaires" if title.lower().startswith("charg") else "ambassador" if title == "Ambassador" else None
            place = self.states[code].label if code in self.states else "the European Union"
            if code == "eu":
                return self.states["us"].key, "us", office and "representative", "Ambassador to the European Union"
            start = "Chargé d'affaires in " if office == "charge-d-affaires" else "Ambassador to "
            return self.states["us"].key, "us", office, self.title_of(start + place, "ambassador") if office == "ambassador" else start + place
        if role == "ambassador to the United States":
            office = "charge-d-affaires" if title.lower().startswith("charg") else "ambassador" if title.startswith("Ambassador") and "designate" not in title else None
            where = self.states[code].key if code in self.states else "organisation/european-union"
            return where, code, office, "Ambassador to the United States" if office == "ambassador" else "Chargé d'affaires in the United States"
        if code not in self.states:
            return None, None, None, None
        main = re.sub(r"^(King|President|Prime Minister) and .*", r"\1", re.sub(r" (General|Sir|Dame|Dr\.?)$", "", title))
        main = {"President of the": "President", "Deputy Premiers": "Deputy Premier", "Vice Premiers": "Vice Premier", "Executive Vice Premiers": "Executive Vice Premier",
                "State Affairs Commission President": "President of the State Affairs Commission", "Amir": "Emir", "President of the Government": "Prime Minister"}.get(main, main)
        office = offices.classify(main, code)
        if title.startswith("State Affairs Commission"):
            office = "supreme-leader"
        if office not in ("head-of-state", "head-of-government", "supreme-leader", "vice-president", "deputy-head-of-government", "governor-general"):
            return None, None, None, None
        if office == "head-of-government" and role == "chief of state":
            return None, None, None, None
        return self.states[code].key, code, office, main

    def factbook_person(self, row, name, home, where, office):
        """Whom a row means: a person of the item it gives, if that one is of this state; a name that fits one; or a new one."""
        known = self.people.by_id.get(row["person_qid"])
        if known is not None and known.codes.get(home, 0) > 0 and (same := person_names.surnames(name, home)) is not None:
            if any(fold(s) in fold(known.label + " " + " ".join(known.aliases)) for s in same) or not same or alike(name, [known.label]):
                return known
        if re.search(r" [IVX]+$", name):  # a monarch of several states
            crowned = {p for p in self.people.by_id.values() if fold(p.label) == fold(name)}
            if len(crowned) == 1:
                return crowned.pop()
        found = self.people.find(name, home) or self.people.nearly(name, home)
        if found:
            return found
        # The same office from the same day on, and a surname that is nearly the same: another transliteration.
        near = [r for r in self.at[(where, office)] if r.start and row["since"] and abs(days(r.start, row["since"])) < 15]
        close = {r.person for r in near if alike(name, [r.person.label, *r.person.aliases])}
        if len(close) == 1:
            return close.pop()
        if CLASSES[office].single and near:
            self.left_out["factbook: no name fits: " + name + " / " + near[0].person.label] += 1
            return None
        return self.people.new(name, home)

    def world_leaders(self):
        there = collections.defaultdict(list)
        for row in self.rows:
            if covers(row, "2019-06-15"):
                there[(row.where, row.office)].append(row)
        for row in tables.source(self.folder, "world-leaders-2019.tsv"):
            code = row["territory_code"]
            name = person_names.clean(row["person_as_printed"] or row["person"])
            if code not in self.states or not name or len(name.split()) < 2 or row["region"]:
                continue
            title = row["office"].replace("Intl.", "International").replace("Govt.", "Government").replace("&", "and").replace("Defense", "Defence")
            title = re.sub(r"Ambassador to the US$", "Ambassador to the United States", title)
            title = re.sub(r"Permanent Representative to the UN, New York", "Permanent Representative to the United Nations", title)
            office = offices.classify(title, code)
            if office is None:
                continue
            where = self.states[code].key
            person = self.people.by_id.get(row["person_qid"])
            if person is None or person.codes.get(code, 0) == 0:
                person = self.people.find(name, code) or self.people.nearly(name, code)
            new = Tenure(person, where, office, self.title_of(title, office), "", "", ("2019-06", "2019-06"), "world-leaders")
            then = there[(where, office)]
            if CLASSES[office].single and then:
                continue  # known from a better source
            if any(r.person is person for r in then):
                continue
            if person is None:
                if office in ("minister", "deputy-minister") and (self.states[code].prominence < 0.8 or self.has_table(code)):
                    continue
                new.person = self.people.new(name, code)
            self.rows.append(new)

    def has_table(self, code):
        """Does offices.tsv cover the ministers of this state?"""
        if not hasattr(self, "covered"):
            self.covered = collections.Counter(r.where for r in self.rows if r.source == "offices")
        return self.covered[self.states[code].key] > 20

    def congress(self):
        for row in tables.source(self.folder, "us-congress.tsv"):
            label = person_names.clean(row["name"])
            if not label or not row["person_qid"]:
                continue
            office = {"US senator": "legislator", "US representative": "legislator", "president": "head-of-state", "vice president": "vice-president"}.get(
                row["position"].lower().replace("us ", "US "))
            if office is None:
                continue
            start = row["start"] if is_date(row["start"]) else ""
            end = row["end"] if is_date(row["end"]) and row["end"] <= "2026-06-01" else ""
            if not start or (office == "legislator" and end and end < "2001"):
                continue
            person = self.people.of_item(row["person_qid"], label, "us")
            person.aliases += [a for a in row["aliases"].split("|") if a]
            person.gender, person.born = person.gender or row["gender"], person.born or row["born"]
            self.people.know(person, label, "us")
            title = {"head-of-state": "President", "vice-president": "Vice President"}.get(office) or row["position"][:2] + row["position"][2:].title().replace("us ", "US ")
            sitting = "congress-legislators" in row["source"]
            seen = ("", "") if end else ("", "2026-06-01" if sitting else "2022-08-01")
            self.rows.append(Tenure(person, self.states["us"].key, office, title.replace("US", "").strip() if office == "legislator" else title, start, end, seen, "congress"))

    def by_hand(self):
        for block in holders():
            code = block["where"] if block["where"] in self.states else ""
            where = self.states[code].key if code else block["where"]
            if not code and where not in self.known:
                raise tables.TableError(f"holders.table:{block['line']}: unknown '{where}'")
            if block["office"] not in CLASSES:
                raise tables.TableError(f"holders.table:{block['line']}: no class '{block['office']}'")
            for row in block["rows"]:
                home = row.get("st") or code or (self.state_code(where) if where in self.known else "")
                person = self.hand_person(row, home)
                title = row.get("title") or block["title"]
                self.rows.append(Tenure(person, where, block["office"], title, row["from"], row["until"], row["seen"], "hand", block["alone"]))

    def state_code(self, key):
        state = self.known[key].state
        return next((code for code, item in self.states.items() if item.key == state), "")

    def hand_person(self, row, home):
        name = row["name"]
        person = self.people.by_id.get(row.get("q")) or self.hand_keys.get((row.get("key") or fold(name), home))
        if person is None and not row.get("key"):
            spellings = [name, *tables.split(row.get("alt", "")), *person_names.respelled(name, home)]
            person = next(filter(None, (self.people.find(form, home) for form in spellings)), None)
            if person is None and not home:
                everywhere = {p for (c, w), ps in self.people.by_name.items() if w == fold(name).split()[-1] for p in ps if fold(p.label) == fold(name)}
                person = everywhere.pop() if len(everywhere) == 1 else None
            if person and row.get("q", "-") != "-" and person.wikidata and person.wikidata != row["q"]:
                person = None  # another person of this name
        if person is None:
            person = self.people.new(name, home)
        if row.get("q", "-") != "-":
            if row["q"] in self.people.by_id and self.people.by_id[row["q"]] is not person:
                raise tables.TableError(f"holders.table:{row['line']}: {row['q']} is {self.people.by_id[row['q']].label}")
            person.wikidata = row["q"]
            self.people.by_id[row["q"]] = person
        if row.get("q") != "-" and not person.wikidata and (item := self.item_of(name, home)):
            person.wikidata = item
            self.people.by_id[item] = person
        self.people.know(person, name, home)
        person.label, person.from_hand = name, True  # as English news writes it
        person.gender = {"m": "male", "f": "female"}.get(row.get("g")) or person.gender
        person.aliases = tables.split(row.get("alt", "")) + person.aliases
        for form in tables.split(row.get("alt", "")):
            self.people.know(person, form, home)
        person.add("alt", *tables.split(row.get("alt", "")))
        person.add("sur", *tables.split(row.get("sur", "")))
        if row.get("st"):
            person.code = row["st"]
        self.hand_keys[(row.get("key") or fold(name), home)] = person
        return person

    def item_of(self, name, home):
        """The one Wikidata item of this very name among all rows of the state in the sources, those left out included."""
        if self.items is None:
            self.items = collections.defaultdict(set)
            for row in tables.source(self.folder, "offices.tsv"):
                for form in [row["person_label"], *row["aliases"].split("|")]:
                    if form and (form := person_names.clean(form)) and re.fullmatch(r"Q\d+", row["person_qid"]):
                        self.items[(fold(form), row["territory_code"])].add(row["person_qid"])
        found = self.items[(fold(name), home)] or self.items[(fold(name), "")]
        return next(iter(found)) if len(found) == 1 and not found & set(self.people.by_id) else None

    items = None

    # --- all together

    def merge(self):
        self.unite_people()
        rows = self.drop_replaced(self.rows)
        rows = merge_same(rows + heads_of_both(rows, self.states))
        rows = [r for r in rows if r.start or r.seen[0] or r.end]
        close(rows)
        rows = sound(rows)
        return sorted(rows, key=lambda r: (r.where, r.office, r.begin(), r.end, r.title))

    def unite_people(self):
        """Two people who are one: at one post of one holder from about the same time on, with names alike, one without an item."""
        groups = collections.defaultdict(list)
        for r in self.rows:
            if CLASSES[r.office].single and r.start:
                groups[(r.where, r.office)].append(r)
        became = {}
        final = lambda p: final(became[p]) if p in became else p
        for group in groups.values():
            for a, b in itertools.combinations(group, 2):
                x, y = final(a.person), final(b.person)
                apart = abs(days(a.start, b.start))
                if x is y or (x.wikidata and y.wikidata) or (apart > 130 and not (a.start.startswith(b.start) or b.start.startswith(a.start))):
                    continue
                if apart > 5 and a.end and b.end and (last_day(a.end) < first_day(b.start) or last_day(b.end) < first_day(a.start)):
                    continue
                if not (alike(x.label, [y.label, *y.aliases]) or shares_names(x.label, y.label)):
                    continue
                keep, gone = (x, y) if x.wikidata or not y.wikidata else (y, x)
                became[gone] = keep
                keep.aliases += [gone.label, *gone.aliases]
                if gone.from_hand:
                    keep.label, keep.from_hand = gone.label, True
                for code, n in gone.codes.items():
                    keep.codes[code] += n
        for r in self.rows:
            r.person = final(r.person)

    def drop_replaced(self, rows):
        """Rows of posts of which holders.table says all from a day on."""
        since = {}
        for r in rows:
            if r.alone:
                since[(r.where, r.office)] = min(since.get((r.where, r.office), "9999"), r.start or r.seen[0] or "9999")
        out = []
        for r in rows:
            day = since.get((r.where, r.office))
            if not r.alone and day and (r.begin() or r.end) >= day[:len(r.begin() or r.end)]:
                continue
            if not r.alone and day and not r.end and r.begin() < day:
                r.end = day
            out.append(r)
        return out


def sound(rows):
    """Without rows that end before they begin (two sources that contradict each other), and none twice."""
    out, seen = [], set()
    for r in rows:
        key = (id(r.person), r.where, r.office, slug(r.title), r.begin())
        wrong = r.start and (r.end and last_day(r.end) < first_day(r.start) or r.seen[1] and last_day(r.seen[1]) < first_day(r.start))
        if wrong or key in seen:
            continue
        seen.add(key)
        out.append(r)
    return out


def shares_names(a, b):
    """Is one name made of words of the other, two of them at least?"""
    x, y = set(letters(a)), set(letters(b))
    return min(len(x), len(y)) > 1 and len({w for w in x & y if len(w) > 3}) >= min(2, len(x), len(y))


@functools.lru_cache(maxsize=None)
def letters(name):
    return fold(re.sub(r"[^\w ]", "", person_names.bare(person_names.clean(name) or ""))).split()


# States whose president leads the government, and since when (no prime minister, or one who serves the president's office alone).
PRESIDENTIAL = {code: "1900" for code in "us mx br ar cl co ec ve bo py uy cr pa hn sv gt ni do ph cy ng gh zm mw ke lr sl gm sc pw".split()}
PRESIDENTIAL.update({"tr": "2018-07-09", "ir": "1989-08-03", "id": "1950", "af": "2001-12-22", "za": "1994-05-10", "bw": "1966-09-30", "ao": "2010-02-05", "tm": "1992-06-27",
                     "ss": "2011-07-09", "bj": "1998", "sy": "2025-03-29"})
del PRESIDENTIAL["ke"]


def heads_of_both(rows, states):
    """The presidents of PRESIDENTIAL as heads of government."""
    since = {states[code].key: day for code, day in PRESIDENTIAL.items() if code in states}
    out = []
    for r in rows:
        day = since.get(r.where)
        if r.office == "head-of-state" and day and r.begin() and (not r.end or r.end > day):
            start = max(r.start, day) if r.start else ""
            out.append(Tenure(r.person, r.where, "head-of-government", r.title, start, r.end, list(r.seen), r.source))
    return out


def alike(name, others):
    """Are the surnames nearly the same?"""
    last = letters(name)
    for other in others:
        theirs = letters(other)
        if theirs and last and max(difflib.SequenceMatcher(None, last[-1], theirs[-1]).ratio(), difflib.SequenceMatcher(None, last[0], theirs[0]).ratio() - 0.1,
                                   difflib.SequenceMatcher(None, " ".join(last), " ".join(theirs)).ratio()) >= 0.75:
            return True
    return False


def covers(r, day):
    at = first_day(day)
    begin, end = r.begin(), r.end or r.seen[1]
    return bool(begin) and first_day(begin) <= at and (not end or last_day(end) >= at)


RANK = {"hand": 0, "offices": 1, "congress": 1, "factbook": 2, "world-leaders": 3}


def merge_same(rows):
    """One row for a term that several sources give, or one source in pieces: of one person at one post, overlapping or on end."""
    groups = collections.defaultdict(list)
    for r in rows:
        groups[(id(r.person), r.where, r.office, "" if CLASSES[r.office].single else slug(r.title))].append(r)
    out = []
    for group in groups.values():
        group.sort(key=lambda r: (RANK[r.source], r.begin() or "9999", r.end or "9999"))
        kept = []
        for r in group:
            other = next((k for k in reversed(kept) if same_term(k, r)), None)
            if other is None:
                kept.append(r)
            elif other.source != "hand":
                unite(other, r)
            elif not other.end:
                other.seen[1] = max(other.seen[1], r.seen[1])
        out += kept
    return out


def same_term(a, b):
    """Do two rows of one person and post overlap, follow each other at once, or begin about the same day?"""
    if a.start and b.start:
        if abs(days(a.start, b.start)) <= 120 or a.start.startswith(b.start) or b.start.startswith(a.start):
            return "hand" not in (a.source, b.source) or a.source != b.source
    gap = datetime.timedelta(45 if a.source == b.source != "hand" else -20)
    if not a.begin() or not b.begin():
        known, other = (a, b) if a.begin() else (b, a)
        return bool(other.end) and (a.end[:4] == b.end[:4] or bool(known.begin()) and covers(known, other.end))
    reach = lambda r: last_day(r.end or r.seen[1] or "9000")
    return first_day(a.begin()) <= reach(b) + gap and first_day(b.begin()) <= reach(a) + gap


def unite(a, b):
    """Makes one term of two; `a` is of the better source, or the earlier one of the same."""
    same = RANK[a.source] == RANK[b.source]
    if not a.start or b.start.startswith(a.start) or (same and b.start and first_day(b.start) < first_day(a.start)):
        a.start = b.start or a.start
    a.seen[0] = min(filter(None, [a.seen[0], b.seen[0]]), default="")
    if same:
        later = b if not b.begin() or not a.begin() or first_day(b.begin()) >= first_day(a.begin()) else a
        a.end = later.end if not (a.end and b.end) else max(a.end, b.end, key=last_day)
        a.seen[1] = max(a.seen[1], b.seen[1])
    elif not a.end and b.end:
        a.end = b.end
    elif b.end and b.end.startswith(a.end):
        a.end = b.end
    elif not a.end:
        a.seen[1] = max(a.seen[1], b.seen[1])


def close(rows):
    """Ends that the sources leave open: the start of the next of the same post; else how far the source can be trusted."""
    groups = collections.defaultdict(list)
    for r in rows:
        if r.begin():
            groups[r.group()].append(r)
    for group in groups.values():
        group.sort(key=lambda r: (first_day(r.begin()), r.end or "9999"))
        for i, r in enumerate(group):
            if r.end:
                r.seen = ["", ""]
                after = next((n for n in group[i + 1:] if n.person is not r.person and n.start), None)
                if after and len(r.end) < 10 and after.start.startswith(r.end) and CLASSES[r.office].single:
                    r.end = after.start
                continue
            if r.start and r.seen[0] and r.start <= r.seen[0]:
                r.seen[0] = ""
            follower = next((n for n in group[i + 1:] if n.person is not r.person and first_day(n.begin()) > first_day(r.begin()) and n.start), None)
            sure = r.seen[1] if r.source in ("factbook", "world-leaders", "hand") or (r.seen[1] or "") >= "2023-02" else ""
            if follower and sure and r.source != "hand" and sure >= follower.start and (follower.end or follower.seen[1] or "9") >= sure and CLASSES[r.office].single:
                sure = r.seen[1] = follower.start  # the list was behind the times
            if follower and r.start and not (sure and sure > follower.start) and (CLASSES[r.office].single or r.office in ("ambassador", "representative")) \
                    and not contradicts(r, follower, group) and no_gap(r, follower, sure):
                r.end, r.seen = follower.start, ["", ""]
            elif follower and r.source == "offices" and not sure:
                r.seen[1] = r.start  # others have held it since: all that is known is the start
            elif r.source == "offices" and not sure and r.start and days(r.start, r.seen[1]) > 366 * YEARS_OPEN.get(r.office, 6):
                r.seen[1] = r.start


def no_gap(r, follower, sure):
    if sure and r.source != "offices":
        return days(sure, follower.start) <= GAP.get(r.office, 75)
    return days(r.start, follower.start) <= 366 * min(30, 2 * YEARS_OPEN.get(r.office, 6))


def contradicts(r, follower, group):
    """Someone else's term that began before this one and went on past it: then it is not known what ended it."""
    return any(o is not r and o.end and o.person is not r.person and first_day(o.begin()) < first_day(r.begin()) and last_day(o.end) > last_day(follower.start)
               for o in group)


def holders():
    """Blocks of holders.table with their rows; the end ".." is the start of the next row."""
    blocks = []
    for number, line in tables.lines("holders.table"):
        cells = [c.strip() for c in line.split(" | ")]
        if line.startswith("@"):
            if len(cells) < 3:
                raise tables.TableError(f"holders.table:{number}: @ WHERE | CLASS | TITLE")
            blocks.append({"where": cells[0][1:].strip(), "office": cells[1], "title": cells[2], "alone": "alone" in cells[3:], "rows": [], "line": number})
            continue
        words = cells[0].split(None, 2)
        if len(words) < 3 or not blocks:
            raise tables.TableError(f"holders.table:{number}: FROM UNTIL NAME")
        row = {"from": words[0], "until": words[1], "name": words[2], "line": number, "seen": ["", ""]}
        for cell in cells[1:]:
            field, _, value = cell.partition("=")
            if field not in ("st", "q", "g", "alt", "sur", "key", "title"):
                raise tables.TableError(f"holders.table:{number}: unknown field '{field}'")
            row[field] = value
        blocks[-1]["rows"].append(row)
    for block in blocks:
        for i, row in enumerate(block["rows"]):
            if row["until"] == "..":
                row["until"] = block["rows"][i + 1]["from"]
            if row["from"] == "?":
                row["from"] = ""
            if row["from"].startswith("<"):
                row["seen"][0], row["from"] = row["from"][1:], ""
            if row["until"] == "?":
                row["until"], row["seen"][1] = "", row["seen"][0] or row["from"]
            if row["until"].startswith("<"):
                row["seen"][1], row["until"] = row["until"][1:], ""
            for value in (row["from"], row["until"], *row["seen"]):
                if value and not is_date(value):
                    raise tables.TableError(f"holders.table:{row['line']}: '{value}' is no date")
    return blocks
