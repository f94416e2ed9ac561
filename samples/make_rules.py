#!/usr/bin/env python3
"""Writes samples/rules/ anew, always the same bytes: python3 samples/make_rules.py

For every rule a table that fails it and one that keeps it with nothing to spare. What is to be
found in them is in Tests/Fixtures/expectations/rules.csv.
"""

import random
import re

from make_sheet import (
    HERE, METRICS, body, fill_totals, official, plain, save, tidy, with_column)

UNITS = [f"{name}市场监管局" for name in (
    "黄浦区 徐汇区 长宁区 静安区 普陀区 虹口区 杨浦区 闵行区 宝山区 嘉定区 浦东新区 金山区 松江区"
    " 青浦区 奉贤区 崇明区 临港新片区").split()]


# A table that keeps every rule --------------------------------------------------------------------


def figures(seed, months):
    """The reference table's proportions with other numbers: the same for the same seed."""
    chance = random.Random(seed)

    def vary(text):
        number = 40 if text == "1208" else float(text)
        return int(number * months * (0.6 + 0.8 * chance.random()) + 0.5)

    def money(amount, least=0.0):
        text = f"{max(least, amount * (0.6 + 0.8 * chance.random())):.2f}"
        return text.rstrip("0").rstrip(".")

    for name, *base in body():
        row = dict(zip((metric[1] for metric in METRICS), map(vary, base)))
        if row["抽查企业"] == 0:
            row["抽查批次数"] = 0
        row["抽查批次数"] = max(row["抽查企业"], row["抽查批次数"])
        row["发现不合格产品"] = min(row["发现不合格产品"], row["抽查批次数"] // 3)
        if row["采集风险信息"] + row["开展风险监测产品"] == 0:
            row["发现质量问题"] = 0
        row["违法案件"] = min(row["违法案件"], row["立案"])
        row["移送司法机关案件"] = 1 if base[9] == "1" and row["立案"] > 2 else 0
        row["案值"] = money(row["立案"] * 1.8, 8.5 * row["移送司法机关案件"])
        row["罚没金额"] = money(float(row["案值"]) * 1.6)
        if row["解决质量问题"] + row["帮助企业提升产值"] > 0:
            row["帮扶企业"] = max(1, row["帮扶企业"])
        row["帮助企业提升产值"] = money(row["帮助企业提升产值"])
        if row["发现不合格产品"] > 0 and row["立案"] == 0:
            row["约谈企业"] = max(1, row["约谈企业"])
        yield [name] + [str(row[metric[1]]) for metric in METRICS]


def at(product, **numbers):
    """The numbers of one row that a sample needs."""
    return [(product, metric, text) for metric, text in numbers.items()]


def zeros():
    return [(name, metric[1], "0") for name, *_ in body() for metric in METRICS]


def table(shape, unit, period, seed, changes, explained=None):
    """`explained` says what stands under 说明, by product."""
    sheet = tidy(((unit, period),)) if shape is tidy else shape(unit, period)
    months = 3 if is_cumulative(period) else 1
    for row, numbers in zip(sheet.products(), figures(seed, months)):
        row[sheet.first - 1 : sheet.first + 15] = numbers
    for product, metric, text in changes:
        sheet.put(product, metric, text)
    if explained:
        with_column(
            sheet, sheet.first + 15, "说明", lambda row: explained.get(row[sheet.first - 1], ""))
        sheet.padded()
    return sheet


def with_total(sheet):
    sheet.rows.append([""] * (sheet.first - 1) + ["合计"] + ["0"] * 15)
    return fill_totals(sheet)


def is_cumulative(period):
    return len(re.findall(r"\d+", period)) > 2


class Places:
    """Gives every file a unit and a period of its own, so that the folder can be checked as one."""

    def __init__(self):
        self.taken = set()

    def next(self, period):
        # Cumulative tables of one unit would have to agree with each other.
        months = tuple(map(int, re.findall(r"\d+", period)))
        if is_cumulative(period):
            months = "cumulative"
        unit = next(unit for unit in UNITS if (unit, months) not in self.taken)
        self.taken.add((unit, months))
        UNITS.append(UNITS.pop(UNITS.index(unit)))
        return unit, period


places = Places()


def write(name, shape, period, changes, explained=None, total=False, last=None):
    sheet = table(shape, *places.next(period), name, changes, explained)
    if total:
        with_total(sheet)
    if last:
        sheet.rows.append(last)
    save(f"rules/{name}", sheet, "utf-8" if shape is tidy else "gbk")


# The rules ----------------------------------------------------------------------------------------

SUMMER, SEASON = "2023年6月至8月", "2023-06—2023-10"


def inspections():
    row = at("安全帽", 抽查企业="18", 抽查批次数="22", 约谈企业="2")
    write("L01-fails", plain, "2023-08", row + at("安全帽", 发现不合格产品="23"))
    write("L01-passes", official, "2023年8月", row + at("安全帽", 发现不合格产品="22"))

    row = at("成品油", 发现不合格产品="0")
    write("L02-fails", official, "2023年6月", row + at("成品油", 抽查企业="0", 抽查批次数="14"))
    write("L02-fails-without-batches", plain, "2023年6月", row + at("成品油", 抽查企业="14", 抽查批次数="0"))
    none = at("化肥", 抽查企业="0", 抽查批次数="0", 发现不合格产品="0")
    write("L02-passes", plain, "2023年6月", row + at("成品油", 抽查企业="1", 抽查批次数="1") + none)

    row = at("老年用品", 抽查批次数="23", 发现不合格产品="0")
    write("L03-fails", plain, "2023年9月", row + at("老年用品", 抽查企业="24"))
    write("L03-passes", tidy, "2023-09", row + at("老年用品", 抽查企业="23"))


def cases():
    row = at("电动自行车", 立案="3", 违法案件="0", 案值="30", 罚没金额="48.5")
    write("L04-fails", plain, SUMMER, row + at("电动自行车", 移送司法机关案件="4"))
    write("L04-fails-in-a-month", plain, "2023-08", row + at("电动自行车", 移送司法机关案件="4"))
    write("L04-passes", official, SUMMER, row + at("电动自行车", 移送司法机关案件="3"))

    row = at("燃气用品", 立案="6", 移送司法机关案件="0", 案值="12.4", 罚没金额="17.95")
    write("L05-fails", official, SUMMER, row + at("燃气用品", 违法案件="7"))
    write("L05-fails-in-a-month", official, "2023年8月", row + at("燃气用品", 违法案件="7"))
    write("L05-passes", plain, SUMMER, row + at("燃气用品", 违法案件="6"))

    row = at("水泥", 立案="0", 移送司法机关案件="0", 违法案件="0", 罚没金额="0.35", 案值="0")
    write("L06-fails", plain, SEASON, row)
    write("L06-fails-with-a-value", tidy, SEASON, row + at("水泥", 罚没金额="0", 案值="1.2"))
    write("L06-fails-in-a-month", plain, "2023年9月", row)
    write("L06-passes", plain, SEASON, row + at("水泥", 立案="1"))


def money():
    row = at("防爆电气", 立案="2", 移送司法机关案件="0", 违法案件="0", 案值="2.5")
    write("L07-fails", plain, SUMMER, row + at("防爆电气", 罚没金额="50.000001"))
    write("L07-fails-in-a-month", official, "2023年6月", row + at("防爆电气", 罚没金额="50.000001"))
    write("L07-passes", official, SUMMER, row + at("防爆电气", 罚没金额="50"))

    low = dict(立案="6", 移送司法机关案件="2", 违法案件="1", 罚没金额="16.8", 案值="9.999999")
    row = at("电动自行车充电器和电池", **low)
    exempt = at("消防产品", **low)
    write("L08-fails", official, SUMMER, row)
    write("L08-passes", plain, SUMMER, row + at("电动自行车充电器和电池", 案值="10") + exempt)
    write("L08-passes-in-a-month", plain, "2023-08", row)


def monitoring_and_help():
    row = at("农用地膜", 发现质量问题="1", 开展风险监测产品="0")
    write("L09-fails", plain, "2023年6月", row + at("农用地膜", 采集风险信息="0"))
    write("L09-passes", plain, "2023年6月", row + at("农用地膜", 采集风险信息="1"))

    row = at("烟花爆竹", 解决质量问题="0", 帮助企业提升产值="0.5")
    write("L10-fails", tidy, "2023-07", row + at("烟花爆竹", 帮扶企业="0"))
    solved = at("烟花爆竹", 解决质量问题="3", 帮助企业提升产值="0", 帮扶企业="0")
    write("L10-fails-with-problems", plain, "2023.7", solved)
    write("L10-passes", plain, "2023/07", row + at("烟花爆竹", 帮扶企业="1"))

    paper = "食品用纸包装和容器等制品"
    row = at(paper, 发现不合格产品="1", 立案="0", 移送司法机关案件="0", 违法案件="0", 罚没金额="0", 案值="0")
    write("L11-fails", official, "2023年10月", row + at(paper, 约谈企业="0"))
    write("L11-passes", plain, "2023-10", row + at(paper, 约谈企业="1"))


def nil_returns():
    write("L12-fails", official, "2023年9月", zeros(), total=True)
    write("L12-passes", plain, "2023年9月", zeros() + at("化肥", 采集风险信息="1"))


def drafts():
    """What makes one ask whether a table counts, in its title and below it."""
    for name, title in [("S38-fails", "（初稿）"), ("S38-passes", "（定稿）")]:
        sheet = table(official, *places.next("2023年8月"), name, [])
        sheet.rows[1][0] += title
        save(f"rules/{name}", sheet)
    sheet = table(plain, *places.next("2023年8月"), "S38-fails-below", [])
    sheet.rows.append(["本表作废，以修订表为准"])
    save("rules/S38-fails-below", sheet)


# Totals -------------------------------------------------------------------------------------------


def mistyped(name, shape, period, product, metric, meant, written, others=()):
    """A table whose total is right and counts `meant`, where the row now says `written`."""
    changes = [*others, (product, metric, meant)]
    sheet = with_total(table(shape, *places.next(period), name, changes))
    save(f"rules/T01-fails-{name}", sheet.put(product, metric, written))


def wrong_total(name, shape, period, metric, total, changes=()):
    """A table whose total of `metric` says what `total` makes of the column."""
    sheet = with_total(table(shape, *places.next(period), name, changes))
    column = sheet.column(metric)
    rows = {row[sheet.first - 1]: row[column] for row in sheet.rows[-21:]}
    sheet.rows[-1][column] = total(rows)
    save(f"rules/T01-fails-{name}", sheet)


def plus(text, hundredths):
    amount = f"{(round(float(text) * 100) + hundredths) / 100:.2f}"
    return amount.rstrip("0").rstrip(".")


def totals():
    write(
        "T01-passes", plain, "2023-10",
        at("水泥", 立案="1", 案值="0.1", 罚没金额="0.2")
        + at("化肥", 立案="1", 案值="0.2", 罚没金额="0.100001"), total=True)

    mistyped("swapped-digits", plain, "2023-06", "消防产品", "抽查批次数", "152", "512")
    mistyped("lost-digit", official, "2023年7月", "电线电缆", "采集风险信息", "568", "58")
    mistyped(
        "lost-decimal", plain, "2023-07", "电线电缆", "帮助企业提升产值", "260.07", "260.0",
        at("消防产品", 帮助企业提升产值="281.76"))
    mistyped("doubled-digit", official, "2023年8月", "燃气用品", "帮扶企业", "37", "377")
    mistyped("slipped-point", plain, "2023-08", "电动自行车", "帮助企业提升产值", "1234.56", "12.3456")

    children = "儿童学生用品"
    wrong_total(
        "row-left-out", official, "2023年9月", "案值", lambda rows: plus(rows["合计"], -1237),
        at(children, 案值="12.37"))
    wrong_total(
        "row-counted-twice", plain, "2023-09", "开展风险监测产品",
        lambda rows: plus(rows["合计"], 8300), at("燃气用品", 开展风险监测产品="83"))
    wrong_total(
        "total-mistyped", official, "2023年10月", "采集风险信息",
        lambda rows: rows["合计"][0] + rows["合计"], at(children, 采集风险信息="61"))
    wrong_total(
        "several-repairs", plain, "2023-10", "约谈企业", lambda rows: plus(rows["合计"], -900),
        at("消防产品", 约谈企业="9") + at("燃气用品", 约谈企业="9") + at("成品油", 约谈企业="21"))
    wrong_total(
        "no-repair", official, "2023年6月", "违法案件", lambda rows: plus(rows["合计"], 100_000))


# Explanations -------------------------------------------------------------------------------------

REASON = "生产和销售双方都计入企业数"


def explanations():
    row = at("化肥", 抽查批次数="6", 发现不合格产品="0")
    asked, settled = row + at("化肥", 抽查企业="8"), row + at("化肥", 抽查企业="6")
    write("E01-fails", plain, "2023-07", settled, {"化肥": REASON})
    write("E01-passes", official, "2023年7月", asked, {"化肥": REASON})
    write("E02-fails", official, "2023年6月", asked, {"化肥": "经核实情况属实"})
    write("E02-fails-five-characters", plain, "2023-06", asked, {"化肥": "两家都计入。"})
    write("E02-passes", plain, "2023-06", asked, {"化肥": "厂店都计入内"})
    write("E01-fails-below-the-table", plain, "2023-10", settled, last=["说明", REASON])
    write(
        "E01-passes-below-the-table", official, "2023年10月", zeros(),
        last=["说明：本月机构调整，没有开展工作"])

    resent("E03-fails", row, "9", REASON)
    resent("E03-passes", row, "9", "本月新增三家销售企业，没有抽样")
    resent("E03-passes-unchanged", row, "8", REASON)


def resent(name, row, firms, words):
    """A table with 8 firms and a reason, and the same with other firms or other words."""
    place = places.next("2023-08")
    earlier = table(plain, *place, name, row + at("化肥", 抽查企业="8"), {"化肥": REASON})
    save(f"rules/E03-earlier/{name}", earlier)
    now = table(plain, *place, name, row + at("化肥", 抽查企业=firms), {"化肥": words})
    save(f"rules/{name}", now)


for old in HERE.glob("rules/**/*.csv"):
    old.unlink()
for part in (inspections, cases, money, monitoring_and_help, nil_returns, totals, explanations, drafts):
    part()
