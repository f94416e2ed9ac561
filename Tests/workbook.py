"""Checks one city workbook: workbook.py FOLDER NAME (see Tests/workbook)."""

import csv
import glob
import io
import os
import sys
import zipfile
from datetime import datetime
from decimal import Decimal
from xml.dom import minidom

import openpyxl

folder, name = sys.argv[1:]
path = f"{folder}/{name}.xlsx"
faults = []


def fault(text):
    faults.append(text)


def near(one, other):
    """Equal in the 15 digits that a spreadsheet keeps."""
    return abs(one - other) <= 1e-13 * max(1, abs(one), abs(other))


def rows(file):
    with open(file, encoding="utf-8-sig", newline="") as lines:
        return list(csv.reader(lines))


# Every part is well-formed, and nothing refers to a cell that is not there.
with zipfile.ZipFile(path) as archive:
    for part in archive.namelist():
        if part.endswith((".xml", ".rels", ".vml")):
            minidom.parseString(archive.read(part))
    if any(b"#REF!" in archive.read(part) for part in archive.namelist()):
        fault("a formula has lost its cell")

stored = openpyxl.load_workbook(path, data_only=True)
formulas = openpyxl.load_workbook(path)
city, by_unit, balance = stored["全市汇总"], stored["分区汇总"], stored["平衡校验"]
products, metrics = range(5, 25), range(2, 17)
total_row = 25

# 1. The city's figures against the city's own CSV.
table = rows(f"{folder}/{name}.csv")[3:]
for row, line in enumerate(table, 5):
    for column, text in enumerate(line[1:], 2):
        value = city.cell(row, column).value
        if value is None or not near(value, float(Decimal(text))):
            fault(f"全市汇总 {row},{column}: {value}, not {text}")

# 2. Every unit's figures against an independent sum of the tidy table, in exact decimals.
months = {"单月": ["2023-08"], "初稿": ["2023-08"]}.get(name, [f"2023-{m:02}" for m in range(6, 11)])
sums, names = {}, {}
tidy = f"{folder}/{name}.tidy.csv"
for unit, period, product, *values in rows(tidy if os.path.exists(tidy) else f"{folder}/明细.csv")[1:]:
    if period in months or "—" in period:
        row = sums.setdefault((unit, product), [Decimal(0)] * 15)
        for index, text in enumerate(values[:15]):
            row[index] += Decimal(text or 0)
titles = stored.sheetnames
units = titles[titles.index("上报情况") + 1 : titles.index("明细")]
counted = 0
for sheet in units:
    ws = stored[sheet]
    unit = ws["A2"].value.split("：", 1)[1].split("（")[0]
    is_blank = all(ws.cell(r, c).value is None for r in products for c in metrics)
    state = by_unit.cell(5 + units.index(sheet), 17).value
    if is_blank:
        if state in ("通过", "零报告") or state not in ws["A2"].value:
            fault(f"{sheet} is blank but {state}")
        if by_unit.cell(5 + units.index(sheet), 2).value not in (None, ""):
            fault(f"{sheet} does not count and shows a figure in 分区汇总")
        continue
    counted += 1
    for r in products:
        wanted = sums[(unit, ws.cell(r, 1).value)]
        for c in metrics:
            if not near(ws.cell(r, c).value, float(wanted[c - 2])):
                fault(f"{sheet} {r},{c}: {ws.cell(r, c).value}, not {wanted[c - 2]}")
wanted_units = {"初稿": 15, "全年初稿": 16}.get(name, 18)
if counted != wanted_units:
    fault(f"{counted} units count")

# 3. The city is the sum of its units, and so is 分区汇总.
for c in metrics:
    for r in products:
        parts = [stored[s].cell(r, c).value or 0 for s in units]
        if not near(city.cell(r, c).value, float(sum(Decimal(str(p)) for p in parts))):
            fault(f"全市汇总 {r},{c} is not the sum of the units")
    if not near(city.cell(total_row, c).value, by_unit.cell(5 + len(units), c).value):
        fault(f"分区汇总 column {c} has another total than 全市汇总")

# 4. Every figure of the city is a live formula.
for r in list(products) + [total_row]:
    for c in metrics:
        if not str(formulas["全市汇总"].cell(r, c).value).startswith("=SUM("):
            fault(f"全市汇总 {r},{c} is no formula")

# 5. The balance.
if balance["A2"].value != "全部平衡":
    fault(f"balance: {balance['A2'].value}")
gaps = [r for r in range(5, balance.max_row + 1) if str(balance.cell(r, 1).value).startswith("差")]
compared_lines = 0
for r in range(gaps[0], balance.max_row + 1):
    values = [balance.cell(r, c).value for c in metrics]
    compared_lines += values != [None] * 15
    if any(values):
        fault(f"平衡校验 {r}: {values}")
sections = 20 * 2 + counted if "排名" in stored.sheetnames else 20
if compared_lines != len(gaps) + sections:
    fault(f"平衡校验 has {compared_lines} lines")

# 6. A draft says so on its totals.
for ws, row in [(city, total_row), (by_unit, 5 + len(units))]:
    if ("初稿" in ws.cell(row, 1).value) != ("初稿" in name):
        fault(f"{ws.title}: {ws.cell(row, 1).value}")

# 7. Every case stands in the file and row that it names, and none is missing.
def ledger(file):
    """A ledger's rows as a spreadsheet numbers them."""
    data = open(file, "rb").read()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030")
    mark = "\t" if "\t" in text else ","
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))


if ("典型案例" in titles) != (name in ("台账", "全年")):
    fault("a sheet of cases without ledgers, or the reverse")
if name in ("台账", "全年"):
    sheet = stored["典型案例"]
    shown = [line for line in sheet.iter_rows(min_row=5) if line[0].value is not None]
    for line in shown:
        file, row = line[-1].value.removesuffix(" 行").rsplit(" 第 ", 1)
        cells = ledger(file)[int(row) - 1]
        if line[4].value not in cells or line[5].value not in cells:
            fault(f"典型案例 {line[0].row}: {line[4].value} is not in {file} row {row}")
        if not all(isinstance(cell.value, datetime) for cell in line[2:4]):
            fault(f"典型案例 {line[0].row}: no dates")
    files = glob.glob("samples/ledgers/year/*/*.csv")
    cases = sum("案：" in cell or cell.endswith("案") for f in files for r in ledger(f) for cell in r)
    if len(shown) != cases or cases < 20:
        fault(f"{len(shown)} rows of {cases} cases")
    if "未报台账的单位：徐汇区" not in sheet["A3"].value:
        fault(f"典型案例 says of those who sent none: {sheet['A3'].value}")

# 8. What is stored is what LibreOffice calculates.
compared = 0
recalculated = f"{folder}/recalculated/{name}.xlsx"
if os.path.exists(recalculated):
    fresh = openpyxl.load_workbook(recalculated, data_only=True)
    for ws in formulas:
        for line in ws.iter_rows():
            for cell in line:
                if cell.data_type != "f":
                    continue
                old, new = (b[ws.title][cell.coordinate].value for b in (stored, fresh))
                compared += 1
                if isinstance(old, (int, float)) and isinstance(new, (int, float)):
                    if near(old, new):
                        continue
                elif (old or "") == (new or ""):
                    continue
                fault(f"{ws.title} {cell.coordinate}: stored {old!r}, recalculated {new!r}")

for text in faults[:40]:
    print(f"{name}: {text}", file=sys.stderr)
print(f"{name}: {counted} units, {compared} formulas recalculated, {len(faults)} faults")
sys.exit(1 if faults else 0)
