"""Exercises and summits that come again: the series, and each edition as a thing of its own."""

import re

import tables
import things
from turtle import Item

# Exercises named in the Russian manner are written with a hyphen: "Zapad-2017".
HYPHENATED = {"Zapad", "Vostok", "Tsentr", "Kavkaz", "Grom", "Slavic Brotherhood", "Indestructible Brotherhood", "Peace Mission", "Joint Sea",
              "INDRA", "Union Shield", "Ocean Shield", "Anakonda", "TurAz Eagle", "Druzhba"}


def years(text):
    out = []
    for part in text.split():
        first, _, last = part.partition("-")
        out += range(int(first), int(last or first) + 1)
    return out


def read(name, states, known):
    series = things.read(name, states, known, 0.4, more=["years"])
    out = dict(series)
    for item in series.values():
        for year in years(item.row.get("years", "")):
            edition = exercise(item, year) if item.klass == "Exercise" else summit(item, year)
            edition.parent = item.key
            edition.prominence = round(item.prominence - 0.06, 2)
            out[edition.key] = edition
    return out


def exercise(item, year):
    joint = "-" if item.label in HYPHENATED else " "
    edition = Item(f"{item.key}-{year}", item.klass, f"{item.label}{joint}{year}", 0.4)
    numbers = [str(year), f"{year % 100:02}"] if year >= 2010 else [str(year)]
    spellings = [item.label] + [n for n in item.names.get("alt", []) if re.fullmatch(r"[A-Z][\w-]*( [A-Z][\w-]*)?", n) and n.split()[0] in
                               (item.label.split()[0], "Anaconda", "Sabre", "DEFENDER", "Caucasus") and not n.endswith("exercise")]
    for number in numbers:
        for spelling in spellings:
            base = f"{spelling}{joint}{number}"
            edition.add("alt", base, base + " exercise", base + " exercises", base + " drills", base + " military exercise", base + " military exercises",
                        base + " war games", base + " maneuvers")
    return edition


def summit(item, year):
    edition = Item(f"{item.key}-{year}", item.klass, f"{year} {item.label}", 0.4)
    for name in item.forms():
        edition.add("alt", f"{year} {name}", f"{name} {year}", f"{name} in {year}")
    return edition
