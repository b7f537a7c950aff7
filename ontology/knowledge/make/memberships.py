"""Who belongs to which organisation: memberships.table, and for those without a date igo-memberships.tsv."""

import collections

import tables
import tenures
from turtle import literal, write_file

# When the source that says who belongs to an organisation now was read.
SEEN = "2026"


def read():
    """Blocks of memberships.table: organisation, abbreviation, date, rows of (from, until, codes)."""
    blocks = []
    for number, line in tables.lines("memberships.table"):
        if line.startswith("@"):
            cells = [cell.strip() for cell in line[1:].split(" | ")]
            fields = dict(cell.split("=", 1) for cell in cells[1:])
            blocks.append({"where": cells[0].strip(), "table": fields.get("table"), "from": fields.get("from"), "rows": [], "line": number})
            continue
        start, until, *codes = line.split()
        for date in (start, until):
            if date not in "-?" and not tenures.is_date(date):
                raise tables.TableError(f"memberships.table:{number}: '{date}' is no date")
        blocks[-1]["rows"].append((start, until, codes, number))
    return blocks


def listed(folder):
    """Abbreviation -> codes of the full members, as igo-memberships.tsv has them."""
    out = collections.defaultdict(list)
    for row in tables.source(folder, "igo-memberships.tsv"):
        if row["status"] == "member":
            out[row["organisation"]].append(row["territory_code"])
    return out


def make(folder, states, known):
    """Keys and Turtle of all memberships."""
    members, out = listed(folder), {}

    def add(block, code, start, until, line):
        if code not in states:
            if line:
                raise tables.TableError(f"memberships.table:{line}: no state '{code}'")
            return
        base = "membership/" + block["where"].split("/", 1)[1] + "/" + states[code].key.split("/", 1)[1]
        key = next(k for k in [base] + [f"{base}-{n}" for n in range(2, 9)] if k not in out)
        text = f"<{key}> a ent:Membership ; ent:member <{states[code].key}> ; ent:organization <{block['where']}>"
        facts = [("from", start if start != "?" else ""), ("until", until if until not in "-?" else "")]
        facts += [("seenFrom", SEEN if start == "?" else ""), ("seenUntil", start if until == "?" else "")]
        out[key] = text + "".join(f" ; ent:{prop} {literal(value)}" for prop, value in facts if value) + " .\n"

    for block in read():
        if block["where"] not in known:
            raise tables.TableError(f"memberships.table:{block['line']}: unknown '{block['where']}'")
        named = set()
        for start, until, codes, line in block["rows"]:
            for code in codes:
                named.add(code)
                add(block, code, start, until, line)
        if block["table"] and block["table"] not in members:
            raise tables.TableError(f"memberships.table:{block['line']}: nobody is listed under {block['table']}")
        for code in members.get(block["table"], []):
            if code not in named:
                add(block, code, block["from"], "-", None)
    return out


def write(path, sources, blocks):
    write_file(path, "Who belongs to which organisation, from when to when: full members.", sources, [blocks[key] for key in sorted(blocks)])
