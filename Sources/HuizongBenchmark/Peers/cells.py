"""Lists what a workbook consists of, a line each, for peers to write again: cells.py FILE.xlsx LIST.

Sheets, formats, widths, heights, merges, every cell with its formula and value, comments, charts with
their series. Left out, and so nothing that the peers have to do: links, tables, validations,
conditional formats, names, page set-up, and the charts' looks.
"""

import posixpath
import re
import sys
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
BUILT_IN = {"0": "General", "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%"}
PLAIN = ("General",)
EDGES = ("left", "right", "top", "bottom")


class Package:
    def __init__(self, path):
        self.archive = zipfile.ZipFile(path)

    def part(self, name):
        return ElementTree.fromstring(self.archive.read(name))

    def relations(self, name):
        """What the part refers to: (id, kind, name)."""
        folder, file = posixpath.split(name)
        rels = f"{folder}/_rels/{file}.rels"
        if rels not in self.archive.namelist():
            return []
        return [
            (item.get("Id"), item.get("Type").rsplit("/", 1)[1],
             posixpath.normpath(posixpath.join(folder, item.get("Target"))).lstrip("/"))
            for item in self.part(rels)
        ]


def position(address):
    letters, digits = re.fullmatch(r"([A-Z]+)(\d+)", address).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits) - 1, column - 1


def text(node):
    return "".join(part.text or "" for part in node.iter(MAIN + "t"))


def child(node, name):
    """An attribute of a child; empty when there is no such child."""
    item = node.find(MAIN + name)
    return "" if item is None else item.get("val", "1")


def color(node):
    return "" if node is None else (node.get("rgb") or "")[2:]


def styles(package):
    """The look of each of the workbook's formats, as plain words."""
    root = package.part("xl/styles.xml")
    numbers = {item.get("numFmtId"): item.get("formatCode") for item in root.iter(MAIN + "numFmt")}
    parts = {name: list(root.find(MAIN + name)) for name in ("fonts", "fills", "borders")}
    return [
        [numbers.get(xf.get("numFmtId")) or BUILT_IN[xf.get("numFmtId")]]
        + font(parts["fonts"][int(xf.get("fontId"))])
        + [color(parts["fills"][int(xf.get("fillId"))].find(f"*/{MAIN}fgColor"))]
        + border(parts["borders"][int(xf.get("borderId"))])
        + alignment(xf.find(MAIN + "alignment"))
        for xf in root.find(MAIN + "cellXfs")
    ]


def font(node):
    flags = [child(node, flag) for flag in ("b", "i", "u")]
    return [child(node, "name"), float(child(node, "sz")), *flags, color(node.find(MAIN + "color"))]


def border(node):
    return [(node.find(MAIN + edge).get("style") or "") for edge in EDGES]


def alignment(node):
    if node is None:
        return [""] * 5
    return [node.get(name, "") for name in ("horizontal", "vertical", "wrapText", "shrinkToFit", "indent")]


class Listing:
    def __init__(self, package):
        self.package = package
        self.lines = []
        self.looks = styles(package)
        self.numbers = {tuple(self.looks[0]): 0}
        shared = package.part("xl/sharedStrings.xml")
        self.texts = [text(item) for item in shared]

    def add(self, *fields):
        escaped = (str(field).replace("\\", "\\\\").replace("\n", "\\n") for field in fields)
        self.lines.append("\t".join(escaped))

    def format(self, index):
        """Formats are numbered as they are met, so that the list does not depend on who wrote it."""
        look = tuple(self.looks[int(index or 0)])
        if look not in self.numbers:
            self.numbers[look] = len(self.numbers)
            self.add("format", self.numbers[look], *look)
        return self.numbers[look]

    def sheets(self):
        book = self.package.part("xl/workbook.xml")
        parts = {id: name for id, _, name in self.package.relations("xl/workbook.xml")}
        found = [(item.get("name"), parts[item.get(REFERENCE)]) for item in book.iter(MAIN + "sheet")]
        for name, _ in found:
            self.add("sheet", name)
        for number, (_, part) in enumerate(found):
            self.add("into", number)
            self.sheet(self.package.part(part))
            for _, kind, name in self.package.relations(part):
                if kind == "comments":
                    self.comments(self.package.part(name))
                elif kind == "drawing":
                    self.drawing(name)

    def sheet(self, root):
        for item in root.iter(MAIN + "col"):
            width = round((float(item.get("width")) * 7 - 5) / 7, 6)
            for column in range(int(item.get("min")) - 1, int(item.get("max"))):
                self.add("column", column, column, width)
        cells = {cell.get("r"): cell for cell in root.iter(MAIN + "c")}
        hidden = set()
        for item in root.iter(MAIN + "mergeCell"):
            first, last = item.get("ref").split(":")
            (top, left), (bottom, right) = position(first), position(last)
            self.add("merge", top, left, bottom, right, self.format(cells[first].get("s")))
            hidden |= {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
            hidden.discard((top, left))
        for row in root.iter(MAIN + "row"):
            if row.get("ht"):
                # In whole pixels, to which XlsxWriter rounds.
                self.add("row", int(row.get("r")) - 1, round(float(row.get("ht")) / 0.75) * 0.75)
            for cell in row:
                if position(cell.get("r")) not in hidden:
                    self.cell(cell)

    def cell(self, cell):
        place = (*position(cell.get("r")), self.format(cell.get("s")))
        formula, value = cell.find(MAIN + "f"), cell.find(MAIN + "v")
        if formula is not None:
            if cell.get("t") == "str":
                self.add("wording", *place, formula.text, value.text or "")
            else:
                self.add("formula", *place, formula.text, float(value.text))
        elif value is None:
            self.add("blank", *place)
        elif cell.get("t") == "s":
            self.add("text", *place, self.texts[int(value.text)])
        else:
            self.add("number", *place, float(value.text))

    def comments(self, root):
        for item in root.iter(MAIN + "comment"):
            self.add("comment", *position(item.get("ref")), text(item))

    def drawing(self, name):
        charts = {id: part for id, kind, part in self.package.relations(name) if kind == "chart"}
        for anchor in self.package.part(name):
            start = anchor.find(DRAWING + "from")
            place = [start.find(DRAWING + way).text for way in ("row", "col")]
            self.chart(place, self.package.part(charts[anchor.find(f".//{CHART}chart").get(REFERENCE)]))

    def chart(self, place, root):
        plot = next(root.iter(CHART + "barChart"))
        kind = {"col": "column", "bar": "bar"}[plot.find(CHART + "barDir").get("val")]
        heading = root.find(f"{CHART}chart/{CHART}title")
        self.add("chart", *place, kind, "".join(heading.itertext()) if heading is not None else "")
        for series in plot.iter(CHART + "ser"):
            areas = [series.find(f"{CHART}{name}//{CHART}f").text for name in ("cat", "val")]
            self.add("series", series.findtext(f"{CHART}tx//{CHART}v", ""), *areas)


def main(path, target):
    listing = Listing(Package(path))
    listing.sheets()
    with open(target, "w", encoding="utf-8", newline="\n") as file:
        file.writelines(line + "\n" for line in listing.lines)


main(*sys.argv[1:])
