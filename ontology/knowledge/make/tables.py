"""Reads the source tables (TSV) and the hand-written ones (tables/*.table)."""

import csv
import os

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "tables")


class TableError(Exception):
    pass


def source(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def split(value, separator=";"):
    return [part.strip() for part in value.split(separator) if part.strip()]


def hand(name, positional, fields):
    """Rows of `a | b | field=x; y | ...`: a dict with the `positional` names, the given fields, and 'line'.
    Lines that start with # are comments; lines that start with @ come back as {'@': words}."""
    rows = []
    path = os.path.join(HERE, name)
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            if line.startswith("@"):
                rows.append({"@": line[1:].split(), "line": number})
                continue
            cells = [cell.strip() for cell in line.split(" | ")]
            if len(cells) < len(positional):
                raise TableError(f"{path}:{number}: needs {positional}")
            row = dict(zip(positional, cells))
            for cell in cells[len(positional):]:
                field, equals, value = cell.partition("=")
                if not equals or field not in fields:
                    raise TableError(f"{path}:{number}: unknown field '{cell}'")
                if field in row:
                    raise TableError(f"{path}:{number}: '{field}' stands twice")
                row[field] = value.strip()
            row["line"] = number
            rows.append(row)
    return rows


def lines(name):
    """(number, line) of a hand-written table that has a form of its own; comments and empty lines are left out."""
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return [(number, line.strip()) for number, line in enumerate(file, 1) if line.strip() and not line.startswith("#")]
