"""Files with one flaw each, named for it by the code that reports it."""

import io
import zipfile

from make_sheet import (
    MONTH, Raw, UNIT, fill_totals, official, plain, save, tidy, with_column, without, written)


def flaw(name, content, encoding="gbk", **how):
    save(f"flaws/{name}", content, encoding, **how)


# One bad cell -------------------------------------------------------------------------------------

CELLS = [
    ("V11-not-a-number", plain, "化肥", "抽查企业", "若干"),
    ("V11-latin-letter-o-for-zero", plain, "水泥", "立案", "O"),
    ("V11-two-points", official, "成品油", "帮助企业提升产值", "80.0.0"),
    ("V11-unknown-unit", plain, "安全帽", "抽查企业", "18户"),
    ("V12-groups-1-23-4", plain, "儿童学生用品", "采集风险信息", "1,23,4"),
    ("V12-groups-of-four", official, "电动自行车", "帮助企业提升产值", "1,2345"),
    ("V13-negative", plain, "烟花爆竹", "采集风险信息", "-4"),
    ("V13-negative-in-brackets", official, "消防产品", "罚没金额", "(9.6)"),
    ("V14-fraction-in-a-count", plain, "化肥", "抽查企业", "3.5"),
    ("V15-about-12", plain, "危险化学品", "采集风险信息", "约12"),
    ("V15-more-than-20", official, "成品油", "抽查企业", "20余"),
    ("V15-12-plus", tidy, "安全帽", "开展风险监测产品", "11+"),
    ("V16-sum-12-plus-3", plain, "危险化学品", "抽查企业", "12+3"),
    ("V17-range-1-3", plain, "老年用品", "立案", "1-3"),
    ("V17-range-in-words", official, "农用地膜", "抽查企业", "2至3"),
    ("V18-reference-error", plain, "电线电缆", "抽查批次数", "#REF!"),
    ("V18-division-by-zero", official, "水泥", "帮助企业提升产值", "#DIV/0!"),
    ("V18-not-available", tidy, "化肥", "案值", "#N/A"),
    ("V19-column-too-narrow", official, "电动自行车", "帮助企业提升产值", "#####"),
    ("V20-formula", plain, "燃气用品", "抽查批次数", "=SUM(E5:E9)"),
    ("V21-date-in-chinese", plain, "老年用品", "发现质量问题", "3月5日"),
    ("V21-date-with-slashes", official, "水泥", "抽查企业", "2023/4/5"),
    ("V21-date-in-english", tidy, "农用地膜", "抽查企业", "2-Feb"),
    ("V22-yuan-under-wan-yuan", official, "化肥", "罚没金额", "5000元"),
    ("V22-batches-under-firms", plain, "成品油", "抽查企业", "20批次"),
    ("V23-seven-decimals", plain, "电线电缆", "罚没金额", "12.3456789"),
    ("V24-replacement-character", plain, "水泥", "抽查企业", "4\ufffd"),
    ("V25-sixteen-digits", plain, "儿童学生用品", "采集风险信息", "1208120812081208"),
    ("V26-exponent-lost-digits", official, "电动自行车", "帮助企业提升产值", "1.23457E+11"),
]


def cell_flaws():
    for name, shape, category, metric, text in CELLS:
        encoding = "utf-8" if shape is tidy or "\ufffd" in text else "gbk"
        flaw(name, shape().put(category, metric, text), encoding)


# Flaws of structure -------------------------------------------------------------------------------


def category_flaws():
    sheet = plain()
    sheet.rows.append(["室内加热器"] + ["0"] * 15)
    flaw("S01-unknown-category", sheet)
    flaw("S01-misspelled-category", official().rename("农用地膜", "农用地模"))

    sheet = plain()
    sheet.rows.append(sheet.row("水泥")[:])
    flaw("S02-repeated-category", sheet)
    sheet = official()
    sheet.rows.append(["电动自行车头盔"] + sheet.row("电动自行车乘员头盔")[1:])
    flaw("S02-repeated-under-another-name", sheet)
    sheet = plain()
    sheet.rows += [["合计"] + ["0"] * 15, ["总计"] + ["0"] * 15]
    fill_totals(sheet)
    flaw("S02-repeated-total", sheet)

    sheet = plain()
    sheet.rows.remove(sheet.row("烟花爆竹"))
    flaw("S03-missing-category", sheet)
    sheet = official()
    for name in ("与成品油性质相近的化工产品", "儿童学生用品"):
        sheet.rows.remove(sheet.row(name))
    flaw("S03-two-missing-categories", sheet)

    sheet = plain()
    sheet.rows.append([""] + [str(number) for number in range(1, 16)])
    flaw("S09-row-without-category", sheet)
    flaw("S09-category-cleared", official().rename("化肥", ""))


def metric_flaws():
    flaw("S04-missing-metric", without(plain(), "发现不合格产品"))
    flaw("S04-missing-last-metric", without(official(), "约谈企业"))
    flaw("S05-repeated-metric", with_column(plain(), 16, "立案（起）", lambda row: row[7]))
    flaw("S05-label-of-the-column-before", official().label("案值", "罚没金额\n（万元）"))
    flaw("S06-ambiguous-metric", plain().label("抽查企业", "企业（家）"))
    flaw("S06-ambiguous-money", plain().label("案值", "金额（万元）"))
    flaw("S07-misspelled-metric", plain().label("罚没金额", "罚没金颏（万元）"))
    flaw("S07-unknown-column", with_column(plain(), 16, "出动执法人员（人次）", lambda row: "8"))
    flaw("S23-header-in-yuan", plain().label("罚没金额", "罚没金额（元）"))
    above = plain()
    above.rows.insert(2, ["金额单位：元"])
    flaw("S26-amounts-in-yuan-above", above)
    flaw("S23-header-in-thousands", official().label("案值", "案值\n（千元）"))


def shift_flaws():
    """Numbers that all stand one column beside their own."""
    for name, make, move in [
        ("right", plain, lambda numbers: ["0"] + numbers[:-1]),
        ("left", official, lambda numbers: numbers[1:] + ["0"]),
        ("right-by-a-cell", plain, lambda numbers: ["0"] + numbers),
    ]:
        sheet = make()
        for row in sheet.products():
            row[sheet.first :] = move(row[sheet.first :])
        flaw(f"S25-shifted-{name}", sheet)


def row_flaws():
    """Rows whose cells do not stand under the header's."""
    split = Raw("1,208")
    flaw("S08-unquoted-1208", plain().put("儿童学生用品", "采集风险信息", split))
    flaw("S08-unquoted-in-official", official().put("电动自行车", "帮助企业提升产值", Raw("1,234.5")))
    flaw("S08-unquoted-in-tidy", tidy().put("儿童学生用品", "采集风险信息", split), "utf-8")
    sheet = plain().put("儿童学生用品", "约谈企业", "")
    flaw("S08-unquoted-and-last-blank", sheet.put("儿童学生用品", "采集风险信息", split))
    sheet = with_column(plain(), 16, "说明", lambda row: "")
    flaw("S08-unquoted-before-explanation", sheet.put("儿童学生用品", "采集风险信息", split))
    sheet = plain()
    sheet.rows[2].append("备注")
    flaw("S08-unquoted-before-remarks", sheet.put("儿童学生用品", "采集风险信息", split))
    sheet = plain()
    del sheet.row("消防产品")[12:]
    flaw("S08-row-too-short", sheet)
    sheet = plain()
    sheet.row("安全帽").append("2")
    flaw("S08-row-too-long", sheet)
    flaw("S21-stray-quote-in-a-number", plain().put("水泥", "抽查企业", Raw('"4')))
    sheet = with_column(official(), 16, "说明", lambda row: "")
    sheet.row("水泥")[16] = Raw('"抽查"企业均为生产企业')
    flaw("S21-stray-quote-in-words", sheet)


def heading_flaws():
    flaw("S10-unit-left-blank", plain(unit=""))
    sheet = plain()
    del sheet.rows[0]
    flaw("S10-no-line-for-the-unit", sheet)
    flaw("S10-unit-left-blank-in-official", official(unit=""))
    flaw("S10-unit-left-blank-in-tidy", tidy([("", MONTH)]), "utf-8")
    flaw("S11-unknown-unit", plain(unit="浦江区市场监管局"))
    flaw("S11-unknown-unit-in-tidy", tidy([("苏州市市场监管局", MONTH)]), "utf-8")
    flaw("S12-period-left-blank", plain(month=""))
    sheet = official()
    sheet.rows[2][10] = ""
    flaw("S12-no-place-for-the-period", sheet)
    for name, text in [
        ("month-13", "2023年13月"), ("month-0", "2023-00"), ("no-year", "8月"), ("year-only", "2023年"),
        ("quarter", "2023年第三季度"), ("range-backwards", "2023年8月至6月"),
        ("day-or-range", "2023-06-08"), ("range-over-two-years", "2022年12月至2023年2月"),
    ]:
        flaw(f"S13-{name}", official(month=text))
    flaw("S14-last-year", plain(month="2022-08"))
    flaw("S14-next-year-in-tidy", tidy([(UNIT, "2024年8月")]), "utf-8")


def contradiction_flaws():
    sheet = plain()
    sheet.rows += [[]] + plain(unit="徐汇区市场监管局").rows
    flaw("S15-tables-of-two-units", sheet)
    sheet = official()
    sheet.rows += official(month="2023年7月").rows
    flaw("S15-tables-of-two-months", sheet)
    sheet = plain()
    sheet.rows.insert(1, ["填报单位", "静安区市场监管局"])
    flaw("S15-two-units-above", sheet)
    sheet = plain()
    again = sheet.rows[2][:]
    again[8], again[9] = again[9], again[8]
    sheet.rows.insert(13, again)
    flaw("S15-second-header-differs", sheet)


OTHER_TITLE = """2023年8月市场监管系统12315投诉举报情况统计表
填表单位：黄浦区市场监管局
序号,投诉类别,件数,办结数
1,商品质量,120,118
2,售后服务,64,60
"""
LETTER = """关于报送2023年8月工作情况的说明
市局质量处：
因人员调整，我区8月份的数据将于9月5日前报送，特此说明。
"""


def file_flaws():
    flaw("S16-a-letter", LETTER)
    sheet = plain()
    del sheet.rows[2]
    flaw("S16-no-header", sheet)
    flaw("S17-another-title", OTHER_TITLE)
    flaw("S18-workbook-xlsx", workbook())
    flaw("S18-workbook-xls", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504))
    flaw("S18-web-page", "<html><table><tr><td>产品类别</td><td>立案</td></tr></table></html>\r\n")
    flaw("S18-pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
    flaw("S18-utf-16-without-mark", plain(), "utf-16-le")
    flaw("S22-no-byte", b"")
    flaw("S22-mark-only", b"\xef\xbb\xbf")
    flaw("S22-commas-only", (",,,,\r\n" * 20).encode())


def workbook():
    """The smallest .xlsx; the time in it is fixed so that its bytes are."""
    schemas = "http://schemas.openxmlformats.org"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{schemas}/package/2006/content-types"/>',
        "xl/workbook.xml": f'<workbook xmlns="{schemas}/spreadsheetml/2006/main"/>',
    }
    bytes_ = io.BytesIO()
    with zipfile.ZipFile(bytes_, "w") as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2023, 8, 31, 0, 0, 0)), text)
    return bytes_.getvalue()


def damage_flaws():
    """Mojibake: text that was read in one encoding and saved in another."""
    good = written(plain())
    flaw("S20-utf-8-read-as-gbk", good.encode().decode("gbk", "replace").replace("\ufffd", "?"))
    misread = good.encode().decode("gb18030", "replace")
    flaw("S20-utf-8-read-as-gbk-saved-as-utf-8", misread, "utf-8")
    flaw("S20-utf-8-read-as-latin", good.encode().decode("cp1252", "replace"), "utf-8")
    flaw("S20-gbk-read-as-latin", good.encode("gbk").decode("latin-1"), "utf-8")
    flaw("S20-gbk-read-as-utf-8", good.encode("gbk").decode("utf-8", "replace"), "utf-8")
    broken = good.encode("gbk").decode("utf-8", "replace").encode().decode("gbk", "replace")
    flaw("S20-gbk-read-as-utf-8-then-as-gbk", broken, "utf-8")
    flaw("S20-question-marks", good.encode("ascii", "replace"))

    sheet = official()
    sheet.rows.append(["备注：以上数据已经核对"])
    lose_byte("S20-byte-lost-in-the-title", official(), "统计表")
    lose_byte("V24-byte-lost-in-a-note", sheet, "核对")
    lose_byte("V24-byte-lost-in-the-unit", plain(), "监管局")
    lose_byte("V24-byte-lost-in-a-label", plain(), "立案")
    lose_byte("V24-byte-lost-in-a-category", plain(), "水泥")
    lose_byte("V24-byte-lost-in-a-cell", plain().put("水泥", "抽查企业", "4家"), "4家")
    sheet = plain()
    sheet.rows.append(["备注：\ufffd\ufffd数据已经核对"])
    flaw("V24-replacement-character-in-a-note", sheet, "utf-8")
    whole = written(plain()).encode("gbk")
    flaw("V24-cut-off-in-a-character", whole[: whole.rindex("学生".encode("gbk")) + 1])


def lose_byte(name, sheet, text):
    """Loses the second half of the text's last character, as a cut at a fixed width does."""
    text = text.encode("gbk")
    flaw(name, written(sheet).encode("gbk").replace(text, text[:-1]))


def many_flaws():
    """A bad cell never hides the next one."""
    sheet = official(month="8月").rename("农用地膜", "农用地模").label("案值", "案值\n（元）")
    sheet.put("危险化学品", "采集风险信息", "约12").put("水泥", "抽查企业", "3.5")
    sheet.put("水泥", "抽查批次数", "#REF!").put("化肥", "立案", "-1").put("化肥", "移送司法机关案件", "")
    sheet.put("电动自行车", "帮助企业提升产值", Raw("1,234.5"))
    sheet.rows.remove(sheet.row("烟花爆竹"))
    sheet.rows.append(["安全帽"] + sheet.row("安全帽")[1:])
    flaw("many-flaws", sheet)
    bad = tidy([(UNIT, "2023-07"), (UNIT, MONTH), ("徐汇区", MONTH)])
    bad.rows[22][4] = "若干"
    flaw("V11-in-one-of-three-tables", bad, "utf-8")


def write():
    cell_flaws()
    category_flaws()
    metric_flaws()
    row_flaws()
    shift_flaws()
    heading_flaws()
    contradiction_flaws()
    file_flaws()
    damage_flaws()
    many_flaws()

