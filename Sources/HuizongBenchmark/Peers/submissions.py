"""What the Python peers share: which files there are, and where the rows of each lie."""

import codecs
import os

FIRST, LAST = "采集风险信息", "约谈企业"
COLUMNS = 15
MONEY = {7, 8, 13}


def paths(path, every):
    """A file, or the CSV files below every n-th entry of a folder."""
    if os.path.isfile(path):
        yield path
        return
    for entry in sorted(os.listdir(path))[::every]:
        if os.path.isdir(os.path.join(path, entry)):
            yield from paths(os.path.join(path, entry), 1)
        elif entry.endswith(".csv"):
            yield os.path.join(path, entry)


def decode(data):
    """By byte-order mark, then as UTF-8, then as GB18030."""
    if data.startswith(codecs.BOM_UTF8):
        return data[3:].decode("utf-8")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def table(text):
    """The separator, the column of the first figure, and the lines of the products."""
    separator = max(",\t;", key=text.count)
    start = text.index(FIRST)
    line = text.rfind("\n", 0, start) + 1
    first = text.count(separator, line, start)
    body = text[text.index("\n", text.index(LAST, start)) :]
    lines = [line for line in body.splitlines() if line.count(separator) >= COLUMNS]
    while lines and not is_product(lines[-1].split(separator)[first - 1]):
        lines.pop()
    return separator, first, lines


def is_product(label):
    return label not in ("", "合计") and not label.startswith("填表人")


def tables(path, every):
    for name in paths(path, every):
        with open(name, "rb") as file:
            yield table(decode(file.read()))


def report(totals):
    print(" ".join(str(total) for total in totals))
