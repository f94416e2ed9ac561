"""Checks what a year-end workbook has beyond a city workbook: workbook_year.py FOLDER NAME.

Every figure by month, every change, every ranking and every rounded amount is calculated here anew
from `huizong tidy`, in exact decimals (see Tests/workbook).
"""

import csv
import sys
from decimal import Decimal

import openpyxl

folder, name = sys.argv[1:]
book = openpyxl.load_workbook(f"{folder}/{name}.xlsx", data_only=True)
decimals = {"全年": 1, "全年初稿": 0}[name]
step = Decimal(1).scaleb(-decimals)
faults = []
checked = 0


def expect(place, found, wanted):
    global checked
    checked += 1
    if isinstance(wanted, Decimal) and isinstance(found, (int, float)):
        if abs(float(wanted) - found) <= 1e-13 * max(1, abs(found)):
            return
    elif found == wanted:
        return
    faults.append(f"{place}: {found!r}, not {wanted}")


# The tidy rows: unit, period, product, fifteen figures.
with open(f"{folder}/{name}.tidy.csv", encoding="utf-8-sig", newline="") as lines:
    header, *rows = csv.reader(lines)
cells = {}
for unit, period, product, *values in rows:
    cells[unit, period, product] = [Decimal(value or 0) for value in values[:15]]
months = [f"2023-{month:02}" for month in range(6, 11)]
products = [book["全市汇总"].cell(row, 1).value for row in range(5, 25)]
short = {unit: unit.replace("市场监管局", "").replace("市局", "") for unit, _, _ in cells}
units = {short[unit]: unit for unit, _, _ in cells}


def total(metric, unit=None, period=None, product=None, among=None):
    return sum(
        (
            values[metric]
            for (u, m, p), values in cells.items()
            if (unit is None or u == units.get(unit))
            and (period is None or m == period)
            and (product is None or p == product)
            and (among is None or short[u] in among)
        ),
        Decimal(0),
    )


def has(unit, month):
    return any((units.get(unit), month, product) in cells for product in products)


by_unit = book["分区汇总"]
names = [by_unit.cell(row, 1).value for row in range(5, by_unit.max_row + 1)]
names = names[: next(i for i, text in enumerate(names) if text.startswith("上海市"))]
counted = [unit for i, unit in enumerate(names) if by_unit.cell(5 + i, 2).value not in (None, "")]
unsplit = sorted({period for _, period, _ in cells if "—" in period})
slots = months + (["未分月"] if unsplit else [])


def period_of(slot):
    return unsplit[0] if slot == "未分月" else slot


# 1. Months by units and by products: two blocks beside each other, one for each metric.
def blocks(sheet, lines, figure):
    rows = len(lines) + 4
    for metric in range(15):
        top, left = 4 + metric // 2 * rows, 1 + metric % 2 * (len(slots) + 3)
        for i, line in enumerate(lines):
            expect(f"{sheet.title} label", sheet.cell(top + 2 + i, left).value, line)
            for j, slot in enumerate(slots):
                cell = sheet.cell(top + 2 + i, left + 1 + j)
                expect(f"{sheet.title} {cell.coordinate}", cell.value, figure(metric, line, slot))
        for j, slot in enumerate(slots):
            cell = sheet.cell(top + 2 + len(lines), left + 1 + j)
            wanted = total(metric, period=period_of(slot), among=counted)
            expect(f"{sheet.title} {cell.coordinate}", cell.value, wanted)
        cell = sheet.cell(top + 2 + len(lines), left + 1 + len(slots))
        expect(f"{sheet.title} {cell.coordinate}", cell.value, total(metric, among=counted))


def unit_figure(metric, unit, slot):
    if not has(unit, period_of(slot)):
        return "—"
    return total(metric, unit=unit, period=period_of(slot))


def product_figure(metric, product, slot):
    return total(metric, product=product, period=period_of(slot), among=counted)


blocks(book["分月分区"], names, unit_figure)
blocks(book["分月品类"], products, product_figure)

# 2. Changes: all tables there are, and like for like.
sheet = book["环比"]
for pair, (before, after) in enumerate(zip(months, months[1:])):
    top = 4 + pair * 20
    expect("环比 heading", sheet.cell(top, 1).value, f"{after} 比 {before}")
    like = [unit for unit in names if has(unit, before) and has(unit, after)]
    for metric in range(15):
        for column, among in ((2, names), (7, like)):
            old, new = (total(metric, period=month, among=among) for month in (before, after))
            found = [sheet.cell(top + 3 + metric, column + i).value for i in range(4)]
            place = f"环比 {before} {metric} {column}"
            for value, wanted in zip(found, (old, new, new - old)):
                expect(place, value, wanted)
            expect(place, found[3] == "—", old == 0)
            if old:
                expect(place, found[3], (new - old) / old)
    unlike = {unit for unit in names if has(unit, before) != has(unit, after)}
    note = sheet.cell(top + 18, 1).value
    expect("环比 note", all(unit in note for unit in unlike), True)

# 3. Rankings are in order, and equals share a place.
sheet = book["排名"]
lists = 0
for row in range(1, sheet.max_row + 1):
    for column in (1, 7):
        if sheet.cell(row, column).value != "名次":
            continue
        lists += 1
        ranks, values, seen = [], [], row + 1
        share = sheet.cell(row, column + 3).value != "占合计"
        while sheet.cell(seen, column).value is not None:
            ranks.append(sheet.cell(seen, column).value)
            value = sheet.cell(seen, column + (4 if share else 2)).value
            values.append(-1 if value == "—" else value)
            seen += 1
        expect("排名 order", values, sorted(values, reverse=True))
        expect("排名 places", ranks, [sum(v > value for v in values) + 1 for value in values])
        expect("排名 rows", len(values), len(counted) if column == 1 else 20)
        if not share:
            expect("排名 shares", round(sheet.cell(seen - 1, column + 4).value, 12), 1)
expect("排名 lists", lists > 20, True)


# 4. Balanced rounding: rows and columns add up, nothing is a step away, and the list is complete.
def shown(cell):
    return Decimal(str(cell.value)).quantize(step)


sheet, form = book["舍位分表"], book["舍位平衡"]
adjusted = 0
for place, (metric, across) in enumerate(
    (metric, across) for metric in (7, 8, 13) for across in (counted, slots)
):
    top = 4 + place * 24
    table = [
        [shown(sheet.cell(top + 2 + i, 2 + j)) for j in range(len(across) + 1)] for i in range(21)
    ]
    for line in table:
        expect(f"舍位分表 row of {place}", sum(line[:-1]), line[-1])
    for column in zip(*table):
        expect(f"舍位分表 column of {place}", sum(column[:-1]), column[-1])
    for i, product in enumerate(products + [None]):
        for j, what in enumerate(list(across) + [None]):
            which = {"unit": what} if across is counted else {"period": what and period_of(what)}
            exact = total(metric, product=product, among=counted, **which)
            gap = abs(table[i][j] - exact)
            is_exact = exact == exact.quantize(step)
            expect(f"舍位分表 {place} {product} {what}", gap == 0 if is_exact else gap < step, True)
            adjusted += gap * 2 > step or (gap * 2 == step and table[i][j] < exact)
        if across is counted:
            expect("舍位平衡", shown(form.cell(5 + i, 2 + metric)), table[i][-1])
            exact = total(metric, product=product, among=counted)
            expect("舍位平衡 exact", form.cell(5 + i, 18 + place // 2).value, exact)
listed = book["舍位调整"].max_row - 4
expect("舍位调整", listed, adjusted)

for text in faults[:40]:
    print(f"{name}: {text}", file=sys.stderr)
print(f"{name}: {checked} figures of the year calculated anew, {listed} roundings, {len(faults)} faults")
sys.exit(1 if faults else 0)
