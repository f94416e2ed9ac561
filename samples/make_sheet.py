"""The reference table, the three shapes of a submission, and how they are written."""

import pathlib

HERE = pathlib.Path(__file__).resolve().parent
UNIT = "黄浦区市场监管局"
MONTH = "2023-08"

METRICS = [
    ("风险监测", "采集风险信息", "条"), ("风险监测", "开展风险监测产品", "批次"),
    ("风险监测", "发现质量问题", "个"), ("监督抽查", "抽查企业", "家"),
    ("监督抽查", "抽查批次数", ""), ("监督抽查", "发现不合格产品", "批次"),
    ("案件查办", "立案", "起"), ("案件查办", "罚没金额", "万元"), ("案件查办", "案值", "万元"),
    ("案件查办", "移送司法机关案件", "起"), ("曝光", "违法案件", "起"),
    ("质量技术帮扶", "帮扶企业", "家"), ("质量技术帮扶", "解决质量问题", "个"),
    ("质量技术帮扶", "帮助企业提升产值", "万元"), ("约谈", "约谈企业", "家"),
]

# The reference: no rule finds anything in it, and every accepted file holds these 300 numbers.
REFERENCE = """
危险化学品 12 8 2 15 18 1 1 3.2 1.56 0 0 6 4 120 2
危险化学品车载常压罐体 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
水泥 3 2 0 4 5 0 0 0 0 0 0 2 1 35.5 0
电线电缆 26 20 5 32 48 6 5 12.345678 8.9 0 2 11 9 260 4
化肥 2 2 0 3 4 1 1 0.85 0.6 0 0 1 1 12 1
消防产品 35 18 6 28 41 5 4 9.6 6.75 0 1 14 10 310.25 5
成品油 18 12 1 20 24 0 0 0 0 0 0 3 2 80 1
防爆电气 5 4 0 6 7 1 1 1.5 0.98 0 0 2 1 45 1
电动自行车 64 30 11 57 72 9 8 26.4 18.32 1 3 21 17 1234.5 8
电动自行车充电器和电池 41 22 9 38 52 8 6 15.75 9.4 0 2 13 11 180 6
电动自行车乘员头盔 22 15 4 25 31 3 2 4.2 2.1 0 1 8 6 66 3
燃气用品 73 40 12 66 88 10 9 31.08 22.6 1 4 25 20 415 9
烟花爆竹 4 0 0 6 6 0 0 0 0 0 0 1 0 0 0
老年用品 17 10 3 19 23 2 1 2 1.2 0 0 7 5 52.75 2
食品用纸包装和容器等制品 29 16 4 24 30 2 2 3.6 1.85 0 1 9 7 96 2
电热食品加工设备 14 9 2 12 16 1 1 1.1 0.7 0 0 4 3 28 1
农用地膜 1 1 0 2 2 0 0 0 0 0 0 1 1 8 0
安全帽 16 11 3 18 22 2 2 2.8 1.4 0 1 6 4 38 2
与成品油性质相近的化工产品 7 5 1 8 9 1 1 1.9 1.05 0 0 2 2 150 1
儿童学生用品 1208 34 8 45 63 7 5 10.2 7.35 0 2 16 12 205.6 6
"""
TITLE = "重点工业产品质量安全隐患排查治理情况统计表"


def body():
    return [line.split() for line in REFERENCE.strip().splitlines()]


class Raw(str):
    """A cell that is written as it is, without the quotation marks that it would need."""


class Sheet:
    """Rows of cells; knows where the metrics and products stand."""

    def __init__(self, rows, header, first=1):
        self.rows, self.header, self.first = rows, header, first

    def row(self, category):
        return next(row for row in self.rows if category in row[: self.first])

    def column(self, metric):
        return self.first + next(i for i, m in enumerate(METRICS) if m[1] == metric)

    def put(self, category, metric, text):
        self.row(category)[self.column(metric)] = text
        return self

    def rename(self, category, text):
        self.row(category)[self.first - 1] = text
        return self

    def label(self, metric, text):
        self.rows[self.header][self.column(metric)] = text
        return self

    def each(self, change):
        """Changes every number."""
        for row in self.products():
            row[self.first :] = [change(text) for text in row[self.first :]]
        return self

    def products(self):
        names = {row[0] for row in body()}
        return [row for row in self.rows if names.intersection(row[self.first - 1 : self.first])]

    def padded(self):
        """As a spreadsheet saves it: every row as long as the longest."""
        width = max(map(len, self.rows))
        self.rows = [row + [""] * (width - len(row)) for row in self.rows]
        return self


# The three shapes ---------------------------------------------------------------------------------


def label(metric):
    _, name, unit = metric
    return f"{name}（{unit}）" if unit else name


def plain(unit=UNIT, month=MONTH):
    header = ["产品类别"] + [label(metric) for metric in METRICS]
    return Sheet([["填表单位", unit], ["数据周期", month], header] + body(), 2)


def official(unit=UNIT, month="2023年8月"):
    """The printed form: merged cells keep their text in the first, labels break over two lines."""
    groups = ["产品类别"]
    for index, (group, _, _) in enumerate(METRICS):
        groups.append(group if index == 0 or METRICS[index - 1][0] != group else "")
    header = [""] + [f"{name}\n（{unit}）" if unit else name for _, name, unit in METRICS]
    heading = [f"填表单位：{unit}"] + [""] * 9 + [f"数据周期：{month}"]
    return Sheet([["附件2"], [TITLE], heading, groups, header] + body(), 4).padded()


def tidy(blocks=((UNIT, MONTH),)):
    header = ["填表单位", "数据周期", "产品类别"] + [label(metric) for metric in METRICS]
    rows = [[unit, month] + row for unit, month in blocks for row in body()]
    return Sheet([header] + rows, 0, first=3)


# Changes ----------------------------------------------------------------------------------------


def fill_totals(sheet):
    """Gives the rows 合计 and 总计 the sums of their columns, in exact millionths."""
    for row in sheet.rows:
        if row[sheet.first - 1] in ("合计", "总计"):
            for column in range(sheet.first, sheet.first + 15):
                row[column] = total(product[column] for product in sheet.products())
    return sheet


def total(texts):
    millionths = 0
    for text in texts:
        whole, _, fraction = text.partition(".")
        millionths += int(whole) * 10**6 + int(fraction.ljust(6, "0"))
    fraction = f"{millionths % 10**6:06}".rstrip("0")
    return str(millionths // 10**6) + ("." + fraction if fraction else "")


def without(sheet, metric):
    column = sheet.column(metric)
    for row in sheet.rows:
        del row[column : column + 1]
    return sheet


def with_column(sheet, column, header, cells):
    for row in sheet.rows[: sheet.header]:
        if len(row) > column:
            row.insert(column, "")
    sheet.rows[sheet.header].insert(column, header)
    for row in sheet.products():
        row.insert(column, cells(row))
    return sheet


# Writing ------------------------------------------------------------------------------------------


def written(sheet, separator=",", newline="\r\n"):
    def cell(text):
        needs = any(mark in text for mark in (separator, '"', "\n", "\r"))
        return '"' + text.replace('"', '""') + '"' if needs and not isinstance(text, Raw) else text

    return "".join(separator.join(map(cell, row)) + newline for row in sheet.rows)


def save(path, content, encoding="gbk", mark=b"", **how):
    if isinstance(content, Sheet):
        content = written(content, **how)
    if isinstance(content, str):
        content = mark + content.encode(encoding)
    path = HERE / f"{path}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
