"""Files that are in order, each odd in one way; all hold the numbers of reference.csv."""

from make_sheet import METRICS, UNIT, fill_totals, official, plain, save, tidy, with_column, written


def accepted(name, content, encoding="gbk", **how):
    save(f"accepted/{name}", content, encoding, **how)


def encodings():
    accepted("reference", plain(), "utf-8")
    accepted("gbk", plain())
    accepted("gbk-official", official())
    accepted("utf-8-with-mark", plain(), "utf-8", mark=b"\xef\xbb\xbf")
    accepted("gb18030-with-mark", plain(), "gb18030", mark=bytes.fromhex("84319533"))
    note = plain()
    note.rows.append(["填表人：王\U00020164"])
    accepted("gb18030-four-byte-character-in-a-note", note, "gb18030")
    accepted("utf-16-little-endian", official(), "utf-16-le", mark=b"\xff\xfe", separator="\t")
    accepted("utf-16-big-endian", plain(), "utf-16-be", mark=b"\xfe\xff")


def lines_and_separators():
    accepted("lines-lf", plain(), newline="\n")
    accepted("lines-cr", official(), newline="\r")
    accepted("lines-without-the-last-end", written(plain()).removesuffix("\r\n"))
    explained = with_column(plain(), 16, "说明", lambda row: "")
    accepted("lines-ending-in-a-separator", written(explained).removesuffix("\r\n"))
    accepted("separator-tab", plain(), separator="\t")
    accepted("separator-semicolon", official(), separator=";")
    accepted("separator-wide-comma", plain(), separator="，")
    for name, separator in [("comma", ","), ("semicolon", ";"), ("tab", "\t")]:
        accepted(f"sep-line-{name}", f"sep={separator}\r\n{written(plain(), separator)}")
    quoted = "".join(",".join(f'"{cell}"' for cell in row) + "\r\n" for row in plain().rows)
    accepted("every-cell-quoted", quoted)


def spaces():
    for name, space, encoding in [
        ("no-break", "\u00a0", "utf-8"), ("ideographic", "\u3000", "gbk"),
        ("zero-width", "\u200b", "utf-8"), ("gbk-a3a0", "\ue5e5", "gb18030"),
        ("plain", "  ", "gbk"),
    ]:
        sheet = plain()
        sheet.rows = [[space + cell + space for cell in row] for row in sheet.rows]
        accepted(f"spaces-{name}", sheet, encoding)
    sheet = official()
    for row in sheet.rows:
        row.insert(0, "")
        row += ["", ""]
    for index, count in [(25, 30), (15, 1), (5, 1), (0, 2)]:
        sheet.rows[index:index] = [[""] * 19] * count
    accepted("blank-lines-and-columns-around", sheet)


WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")


def numbers():
    wide = plain(month="２０２３－０８").each(lambda text: text.translate(WIDE))
    accepted("digits-full-width", wide)
    accepted("digits-in-groups", official().each(grouped))
    accepted("decimals-zero", plain().each(lambda text: text + ("0" if "." in text else ".00")))
    accepted("point-without-decimals", plain().each(lambda text: text + "." * ("." not in text)))
    accepted("zeros-in-front", plain().each(lambda text: "00" + text))


def grouped(text):
    whole, point, fraction = text.partition(".")
    return f"{int(whole):,}{point}{fraction}"


def relabelled(write):
    """The plain shape with other labels; `write` gets group, name and unit."""
    sheet = plain()
    for metric in METRICS:
        sheet.label(metric[1], write(*metric))
    return sheet


LABELS = {
    "labels-without-units": lambda group, name, unit: name,
    "labels-in-narrow-brackets": lambda group, name, unit: f"{name}({unit or '批次'})",
    "labels-with-spaces": lambda group, name, unit: f" {name[:2]} {name[2:]} （ {unit} ）",
    "labels-with-group": lambda group, name, unit: f"{group}-{name}（{unit}）",
    "labels-with-line-breaks": lambda group, name, unit: f"{name[:2]}\r\n{name[2:]}\r\n（{unit}）",
}


def labels():
    for name, write in LABELS.items():
        accepted(name, relabelled(write))
    short = official()
    for name in ("抽查企业", "帮扶企业", "约谈企业"):
        short.label(name, "企业\n（家）")
    accepted("labels-told-apart-by-group", short)
    units = relabelled(lambda group, name, unit: name)
    units.rows.insert(3, [""] + [f"（{unit}）" if unit else "" for _, _, unit in METRICS])
    accepted("labels-with-units-below", units)
    page = plain()
    page.rows.insert(13, page.rows[2][:])
    accepted("labels-again-on-the-second-page", page)


def categories():
    accepted("categories-under-other-names", aliases(plain()))
    covered = plain().rename("老年用品", "老年用品（老年手机、电热毯等）")
    covered.rename("危险化学品", "危险化学品（溶解乙炔、工业过氧化氢、六氟化硫、丙烯酸、环氧乙烷、液氮）")
    covered.rename("儿童学生用品", "儿童学生用品\n(乘骑车辆玩具、奶瓶奶嘴、书写笔)")
    accepted("categories-with-their-products", covered)
    numbered = plain()
    for number, row in enumerate(numbered.products(), 1):
        row[0] = f"{number}、{row[0]}"
    accepted("categories-numbered", numbered)
    numbers = iter(range(1, 21))
    serial = with_column(plain(), 0, "序号", lambda row: str(next(numbers)))
    accepted("serial-numbers-in-a-column", serial)
    shuffled = plain()
    shuffled.rows[3:] = [shuffled.rows[3 + (index * 7) % 20] for index in range(20)]
    accepted("rows-in-another-order", shuffled)


def aliases(sheet):
    for name, alias in [
        ("危险化学品", "危化品"), ("电线电缆", "电线、电缆产品"), ("防爆电气", "防爆电器"),
        ("电动自行车充电器和电池", "电动自行车电池、充电器"), ("电动自行车乘员头盔", "电动自行车头盔"),
        ("燃气用品", "燃气具"), ("食品用纸包装和容器等制品", "食品用纸包装、容器等制品"),
        ("农用地膜", "地膜"), ("儿童学生用品", "儿童、学生用品"),
    ]:
        sheet.rename(name, alias)
    return sheet


def shapes():
    accepted("tidy", tidy(), "utf-8", mark=b"\xef\xbb\xbf")
    neighbours = official()
    neighbours.rows[2][0:2] = ["填表单位：", UNIT]
    neighbours.rows[2][10:12] = ["数据周期：", "2023年8月"]
    accepted("official-heading-in-neighbouring-cells", neighbours)
    one_cell = official()
    del one_cell.rows[0]
    one_cell.rows[1] = ["填表单位：" + UNIT] + [""] * 15
    one_cell.rows.insert(2, ["数据周期：2023年8月"] + [""] * 15)
    accepted("official-heading-in-two-rows", one_cell)
    merged = official()
    merged.rows[3], merged.rows[4] = merge_singles(merged.rows[3], merged.rows[4])
    accepted("official-single-columns-merged", merged)
    for part, products in [("first", slice(3, 13)), ("second", slice(13, 23))]:
        sheet = plain()
        sheet.rows = sheet.rows[:3] + sheet.rows[products]
        accepted(f"parts/{part}", sheet)
    save("accepted/tidy-of-three-units", many(), "utf-8")
    accepted("total-row", total(plain(), "合计"))
    accepted("total-row-official", total(official(), "总计"))
    accepted("explanation-column", with_column(plain(), 16, "说明", lambda row: ""))


def merge_singles(groups, header):
    """A group of one metric may be one merged cell that holds the metric's label."""
    for column, text in enumerate(header):
        if text.startswith("约谈企业") or text.startswith("违法案件"):
            groups[column], header[column] = text, ""
    return groups, header


def total(sheet, name):
    sheet.rows.append([name] + [""] * 15)
    return fill_totals(sheet)


def many():
    """Units and months in one file, told apart by their numbers: the first column differs."""
    sheet = tidy([
        (UNIT, "2023-08"), ("徐汇区市场监管局", "2023-08"), (UNIT, "2023-07"),
        ("市局机场分局", "2023-06—2023-08"),
    ])
    for index, row in enumerate(sheet.rows[1:]):
        row[3] = str(int(row[3]) + 3 * (index // 20))
    return sheet


def periods_and_units():
    for name, text in [
        ("in-chinese", "2023年8月"), ("in-chinese-with-zero", "2023年08月份"), ("dotted", "2023.8"),
        ("with-slash", "2023/08"), ("packed", "202308"), ("full-width", "２０２３年８月"),
        ("with-spaces", "2023 年 8 月"), ("range-in-chinese", "2023年6月至8月"),
        ("range-with-dash", "2023-06—2023-08"), ("range-short", "2023年6-8月"),
        ("range-packed", "202306-202308"), ("range-cumulative", "2023年6月—8月累计"),
        ("made-a-date", "2023/8/1"), ("made-an-english-month", "Aug-23"),
        ("outside-the-campaign", "2023年5月"),
    ]:
        accepted(f"period-{name}", plain(month=text))
    for name, text in [
        ("short", "黄浦区"), ("in-full", "上海市黄浦区市场监督管理局"), ("by-code", "310101"),
        ("with-code", "310101 黄浦区"),
    ]:
        accepted(f"unit-{name}", official(unit=text))


def remarked():
    """Accepted, and said so."""
    accepted("zeros-left-blank", plain().each(lambda text: "" if text == "0" else text))
    marks = iter("— - / 无 －".split() * 60)
    accepted("zeros-as-dashes", official().each(lambda text: next(marks) if text == "0" else text))
    sheet = plain().put("危险化学品", "采集风险信息", "12条").put("水泥", "开展风险监测产品", "2批")
    sheet.put("危险化学品", "罚没金额", "3.2万元").put("化肥", "案值", "0.6 万")
    sheet.put("安全帽", "抽查企业", "１８家").put("安全帽", "抽查批次数", "22批次")
    accepted("unit-behind-the-number", sheet)
    sheet = plain().put("危险化学品", "采集风险信息", '="12"').put("水泥", "抽查企业", "'4")
    accepted("numbers-marked-as-text", sheet.put("电动自行车", "帮助企业提升产值", '="1,234.50"'))
    sheet = plain().put("危险化学品", "帮助企业提升产值", "1.2E+2").put("化肥", "罚没金额", "8.5e-1")
    accepted("exponents", sheet.put("电动自行车", "帮助企业提升产值", "1.2345E+03"))
    sheet = official()
    footer = ["填表人：张三", "", "审核人：李四", "", "填报日期：2023年8月31日", "", "联系电话：021-12345678"]
    sheet.rows += [footer, ["备注：帮扶企业含连锁门店。"]]
    accepted("footer-lines", sheet.padded())
    sheet = plain()
    sheet.rows += [[], ["以上数据截至8月31日"]]
    accepted("words-below-the-table", sheet)
    for name, text in [("not-understood", "更正稿"), ("left-blank", "")]:
        sheet = plain()
        sheet.rows.insert(2, ["修订", text])
        sheet.header += 1
        accepted(f"revision-{name}", sheet)


def write():
    encodings()
    lines_and_separators()
    spaces()
    numbers()
    labels()
    categories()
    shapes()
    periods_and_units()
    remarked()
