"""Government bodies: those that every state has, by pattern (body-kinds.table), and those with names of their own (bodies.table)."""

import tables
import things
from turtle import Item, slug

# Acronyms of states by which bodies are called ("UK Foreign Ministry").
ACRONYMS = ("US", "UK", "UAE", "DPRK", "ROK", "DRC")


def short_names(state):
    """The label and those further names that may stand for it in "Foreign Ministry of ..."."""
    unfit = ("government", "side", "authorities", "'s", " of ", "administration", "former", "regime", "Communist", "mainland", "Soviet Russia")
    names = [state.label] + [n for n in state.names.get("alt", []) if not any(u in n for u in unfit) and n[0].isupper()]
    names = [n for n in names if len(n.split()) == 1 or n == state.label]
    return list(dict.fromkeys(names + [a for a in state.names.get("acr", []) if a in ACRONYMS]))


def by_pattern(code, state, kinds):
    """Bodies of one state by kind."""
    adjectives = state.names.get("adj", []) or [state.label]
    adjectives = list(dict.fromkeys(adjectives + [a for a in state.names.get("acr", []) if a in ACRONYMS]))
    out = {}
    for row in kinds:
        if state.prominence < float(row["min"]) or state.klass == "FormerState":
            continue
        item = Item(f"body/{slug(state.label)}/{row['key']}", row["class"], row["label"].replace("{A}", adjectives[0]),
                    round(state.prominence * float(row["p"]), 2))
        item.state = state.key
        for pattern in tables.split(row["names"]):
            fill = adjectives if "{A}" in pattern else short_names(state) if "{S}" in pattern else [state.label]
            for word in fill:
                name = pattern.replace("{A}", word).replace("{S}", word).replace("{F}", word)
                item.add("alt", name.replace("s's ", "s' ") if word.endswith("s") and word not in ("US", "Laos", "Cyprus", "Honduras") else name)
        out[row["key"]] = item
    return out


def make(states, known):
    kinds = tables.hand("body-kinds.table", ["class", "key", "label"], ["p", "min", "names"])
    generated = {code: by_pattern(code, state, kinds) for code, state in states.items()}
    out = {item.key: item for bodies in generated.values() for item in bodies.values()}
    for row in tables.hand("bodies.table", ["state", "class", "label"], things.FIELDS + ["is", "nostate"]):
        if row["class"] not in things.CLASSES:
            raise tables.TableError(f"bodies.table:{row['line']}: unknown class {row['class']}")
        state = states.get({"su": "suhh"}.get(row["state"], row["state"]))
        if "is" in row:
            item = generated[row["state"]].get(row["is"])
            if item is None:
                raise tables.TableError(f"bodies.table:{row['line']}: {row['state']} has no {row['is']} by pattern")
            item.names.setdefault("alt", []).insert(0, item.label)
            item.label = row["label"]
            item.names["alt"] = [n for n in item.names["alt"] if n != item.label]
        else:
            item = Item(row.get("key") or "body/" + slug(row["label"]), row["class"], row["label"], 0.5)
            item.state = state.key if state else None
            if item.key in out:
                raise tables.TableError(f"bodies.table:{row['line']}: {item.key} stands twice")
            out[item.key] = item
        item.klass = row["class"]
        item.prominence = float(row.get("p") or item.prominence)
        item.wikidata = row.get("q") or item.wikidata
        item.parent = row.get("of")
        for kind in ("alt", "acr", "ctx", "met"):
            item.add(kind, *tables.split(row.get(kind, "")))
    for item in out.values():
        if item.parent and item.parent not in out and item.parent not in known:
            raise tables.TableError(f"bodies.table: {item.key} is part of {item.parent}, which is not known")
    return out
