"""What must hold of the finished files, whatever the tables say; make.py fails if it does not."""

import collections
import glob
import os
import re

import tenures

SUBJECT = re.compile(r"^<([^>]+)> a (?:ent|org):(\w+)")


def blocks(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for line in re.split(r"\n(?=<)", text):
        match = SUBJECT.match(line)
        if match:
            yield match[1], match[2], line


def check(folder):
    """The problems of all files of a folder, as lines."""
    problems, subjects, items, terms = [], {}, {}, []
    for path in sorted(glob.glob(os.path.join(folder, "*.ttl"))):
        name = os.path.basename(path)
        for key, klass, text in blocks(path):
            if key in subjects:
                problems.append(f"{name}: {key} stands in {subjects[key]} too")
            subjects[key] = name
            for wikidata in re.findall(r"owl:sameAs wd:(\w+)", text):
                if not re.fullmatch(r"Q[1-9]\d*", wikidata):
                    problems.append(f"{name}: {key}: {wikidata} is no Wikidata item")
                if items.setdefault(wikidata, key) != key:
                    problems.append(f"{name}: {wikidata} stands for {items[wikidata]} and for {key}")
            if klass in ("Tenure", "Membership"):
                terms.append((name, key, klass, text))
    for name, key, klass, text in terms:
        problems += [f"{name}: {key}: {p}" for p in term(klass, text, subjects)]
    problems += doubled(terms)
    return problems


def value(text, prop):
    found = re.search(rf'ent:{prop} (?:"([^"]*)"|<([^>]*)>)', text)
    return (found[1] or found[2] or "") if found else ""


def term(klass, text, subjects):
    for prop in ("holder", "post") if klass == "Tenure" else ("member", "organization"):
        if value(text, prop) not in subjects:
            yield f"ent:{prop} leads nowhere"
    dates = {prop: value(text, prop) for prop in ("from", "until", "seenFrom", "seenUntil")}
    for prop, date in dates.items():
        if date and not tenures.is_date(date):
            yield f"ent:{prop} '{date}' is no date"
            return
    for early, late in (("from", "until"), ("seenFrom", "seenUntil"), ("from", "seenUntil")):
        if dates[early] and dates[late] and tenures.last_day(dates[late]) < tenures.first_day(dates[early]):
            yield f"ends ({dates[late]}) before it begins ({dates[early]})"


def doubled(terms):
    """One person, one post, one beginning: said twice."""
    seen = collections.Counter((value(text, "holder"), value(text, "post"), value(text, "from") or value(text, "seenFrom"))
                               for _, _, klass, text in terms if klass == "Tenure")
    return [f"{holder} holds {post} twice from {begin}" for (holder, post, begin), n in seen.items() if n > 1]
