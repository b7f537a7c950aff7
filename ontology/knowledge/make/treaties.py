"""Treaties, agreements, resolutions and laws by hand (treaties.table); parties of some from treaty-parties.tsv."""

import collections

import tables
import things
from turtle import Item, literal, slug

FIELDS = things.FIELDS + ["signed", "force", "ended", "parties", "steps", "un", "n"]
STEPS = {"signed", "ratified", "suspended", "withdrew", "extended", "joined"}

# How the news calls a resolution of the Security Council; lower-case words of a form match any case.
RESOLUTION = ["UN Security Council resolution {}", "United Nations Security Council resolution {}", "Security Council resolution {}",
              "UNSC resolution {}", "UNSCR {}", "UN resolution {}", "resolution {}", "UN Security Council's resolution {}",
              "UNSC {}", "resolution {} of the UN Security Council", "resolution {} of the Security Council"]


class Treaty(Item):
    steps = ()

    def turtle(self):
        blocks = [super().turtle()]
        for number, (step, actor, date) in enumerate(self.steps, 1):
            by = f" ; ent:takenBy <{actor}>" if actor else ""
            blocks.append(f"<{self.key}/step-{number}> a ent:TreatyStep ; ent:ofTreaty <{self.key}> ; ent:step {literal(step)}{by} ; ent:onDate {literal(date)} .\n")
        return "".join(blocks)


def bound(folder):
    """Treaty of the source -> territory codes of those whom it binds."""
    out = collections.defaultdict(set)
    for row in tables.source(folder, "treaty-parties.tsv"):
        if row["consent_date"] and row["territory_code"]:
            out[row["treaty_id"]].add(row["territory_code"])
    return out


def make(folder, states, known):
    parties = bound(folder)
    out = {}

    def actor(name, line):
        if name in states:
            return states[name].key
        if name in known:
            return name
        raise tables.TableError(f"treaties.table:{line}: unknown actor '{name}'")

    for row in tables.hand("treaties.table", ["class", "label"], FIELDS):
        if things.CLASSES.get(row["class"]) != "Treaty":
            raise tables.TableError(f"treaties.table:{row['line']}: {row['class']} is no class of treaties")
        item = Treaty(row.get("key") or "treaty/" + slug(row["label"]), row["class"], row["label"], float(row.get("p") or 0.4))
        if item.key in out:
            raise tables.TableError(f"treaties.table:{row['line']}: {item.key} stands twice")
        item.wikidata, item.parent = row.get("q"), row.get("of")
        item.state = states[row["st"]].key if row.get("st") else None
        for kind in ("alt", "acr", "ctx"):
            item.add(kind, *tables.split(row.get(kind, "")))
        item.add("alt", *[form.format(row["n"]) for form in RESOLUTION if row.get("n")])
        for field, prop in (("signed", "ent:signedOn"), ("force", "ent:inForceFrom"), ("ended", "ent:endedOn")):
            if row.get(field):
                item.extra.append((prop, literal(row[field])))
        who = [actor(name, row["line"]) for name in tables.split(row.get("parties", ""))]
        if row.get("un"):
            if row["un"] not in parties:
                raise tables.TableError(f"treaties.table:{row['line']}: no treaty {row['un']} in treaty-parties.tsv")
            who += [states[code].key for code in parties[row["un"]] if code in states]
        if who:
            item.extra.append(("ent:party", ", ".join(f"<{key}>" for key in sorted(set(who)))))
        item.steps = [step(text, row["line"], actor) for text in tables.split(row.get("steps", ""))]
        out[item.key] = item
    return out


def step(text, line, actor):
    words = text.split()
    if len(words) != 3 or words[0] not in STEPS:
        raise tables.TableError(f"treaties.table:{line}: '{text}' is no step")
    return words[0], None if words[1] == "-" else actor(words[1], line), words[2]
