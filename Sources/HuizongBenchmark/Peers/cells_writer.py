"""Writes a workbook from a list of cells with XlsxWriter: cells_writer.py LIST FILE.xlsx."""

import sys

import xlsxwriter

EDGES = ("left", "right", "top", "bottom")
LINES = {"": 0, "thin": 1, "medium": 2, "dashed": 3, "dotted": 4, "thick": 5, "double": 6, "hair": 7}
VERTICAL = {"center": "vcenter", "top": "top", "justify": "vjustify"}


def look(number, name, size, bold, italic, underline, color, fill, *rest):
    left_right_top_bottom, (across, down, wrap, shrink, indent) = rest[:4], rest[4:]
    properties = {"num_format": number, "font_name": name, "font_size": float(size)}
    flags = {"bold": bold, "italic": italic, "underline": underline, "text_wrap": wrap, "shrink": shrink}
    properties |= {flag: 1 for flag, value in flags.items() if value}
    properties |= {edge: LINES[line] for edge, line in zip(EDGES, left_right_top_bottom)}
    if color:
        properties["font_color"] = "#" + color
    if fill:
        properties["bg_color"] = "#" + fill
    if across:
        properties["align"] = across
    if down:
        properties["valign"] = VERTICAL[down]
    if indent:
        properties["indent"] = int(indent)
    return properties


def unescaped(field):
    return field.replace("\\n", "\n").replace("\\\\", "\\") if "\\" in field else field


def write(source, book):
    sheets, formats, sheet, chart = [], {"0": None}, None, None
    for line in source:
        kind, *fields = line.rstrip("\n").split("\t")
        if kind in ("number", "text", "formula", "wording", "blank"):
            row, column, format = int(fields[0]), int(fields[1]), formats[fields[2]]
            if kind == "number":
                sheet.write_number(row, column, float(fields[3]), format)
            elif kind == "text":
                sheet.write_string(row, column, unescaped(fields[3]), format)
            elif kind == "formula":
                sheet.write_formula(row, column, unescaped(fields[3]), format, float(fields[4]))
            elif kind == "wording":
                sheet.write_formula(row, column, unescaped(fields[3]), format, unescaped(fields[4]))
            else:
                sheet.write_blank(row, column, None, format)
        elif kind == "row":
            sheet.set_row(int(fields[0]), float(fields[1]))
        elif kind == "column":
            sheet.set_column(int(fields[0]), int(fields[1]), float(fields[2]))
        elif kind == "merge":
            sheet.merge_range(*map(int, fields[:4]), "", formats[fields[4]])
        elif kind == "format":
            formats[fields[0]] = book.add_format(look(*map(unescaped, fields[1:])))
        elif kind == "comment":
            sheet.write_comment(int(fields[0]), int(fields[1]), unescaped(fields[2]))
        elif kind == "chart":
            chart = book.add_chart({"type": fields[2]})
            if fields[3]:
                chart.set_title({"name": unescaped(fields[3])})
            sheet.insert_chart(int(fields[0]), int(fields[1]), chart)
        elif kind == "series":
            name, categories, values = map(unescaped, fields)
            series = {"categories": "=" + categories, "values": "=" + values}
            chart.add_series(series | ({"name": name} if name else {}))
        elif kind == "sheet":
            sheets.append(book.add_worksheet(unescaped(fields[0])))
        elif kind == "into":
            sheet = sheets[int(fields[0])]


with open(sys.argv[1], encoding="utf-8", newline="\n") as source:
    with xlsxwriter.Workbook(sys.argv[2]) as book:
        write(source, book)
