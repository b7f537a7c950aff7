"""First names with their gender: first-names.tsv. Names that people in public office bear, and common ones of the lists."""

import re

import tables
from turtle import fold

GENDER = {"male": "m", "female": "f", "mostly male": "m", "mostly female": "f", "both": "b"}
# "mostly": at least this share of the persons counted.
CLEAR = 0.9


def make(folder, path):
    rows = []
    for row in tables.source(folder, "first-names.tsv"):
        name, men, women = fold(row["name"]), int(row["male_persons"] or 0), int(row["female_persons"] or 0)
        lists = len(set(re.findall("[a-z]{2}-[a-z]{2}", row["lists_male"] + "|" + row["lists_female"])))
        if not re.fullmatch("[a-z]{2,}(?:[- ][a-z]+)*", name) or (men + women < 2 and lists < 3):
            continue
        gender = GENDER[row["gender"]]
        if "mostly" in row["gender"] and max(men, women) < CLEAR * (men + women):
            gender = "b"
        rows.append((name, gender, men + women))
    best = {}
    for name, gender, count in rows:  # names that are one without their diacritics
        if name not in best or count > best[name][1]:
            best[name] = (gender if name not in best or best[name][0] == gender else "b", count)
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write("# First names, folded, and whether men (m), women (f) or both (b) bear them.\n"
                  "# From persons in Wikidata (CC0) and the npm packages gender-detection-from-name and human-names (MIT).\n"
                  "# Made by make/make.py; do not edit by hand.\n")
        out.writelines(f"{name}\t{gender}\n" for name, (gender, _) in sorted(best.items()))
