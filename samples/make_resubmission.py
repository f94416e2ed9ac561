"""A table that was sent back, and the same table sent again in another shape."""

from make_sheet import METRICS, UNIT, fill_totals, official, plain, save, with_column


def changed(sheet, changes):
    for product, metric, text in changes:
        sheet.put(product, metric, text)
    return sheet


def explained(sheet, texts):
    with_column(
        sheet, sheet.first + len(METRICS), "说明", lambda row: texts.get(row[sheet.first - 1], ""))
    return sheet.padded()


WORDS = "生产企业和销售企业都计入了"


def sent_back():
    """Its total counts what was meant; one cell was typed twice over, another is no number."""
    sheet = explained(official(), {"化肥": WORDS})
    changed(sheet, [
        ("化肥", "抽查企业", "6"), ("老年用品", "抽查企业", "29"), ("烟花爆竹", "抽查批次数", "0")])
    sheet.rows.append(["合计"] + ["0"] * 15 + [""])
    fill_totals(sheet)
    changed(sheet, [("电线电缆", "抽查企业", "约32"), ("电动自行车", "发现不合格产品", "99")])
    sheet.rows.append(["填表人：金敏"] + [""] * 16)
    save("resubmission/退回/黄浦区", sheet)


def sent_again():
    """Plain, in UTF-8, the rows in another order: what is only layout is no change."""
    reasons = {"化肥": WORDS, "老年用品": "抽查的销售门店中有六家没有抽样"}
    sheet = explained(plain(), reasons)
    sheet.rows.insert(2, ["修订", "2"] + [""] * 15)
    changed(sheet, [
        ("化肥", "抽查企业", "7"), ("老年用品", "抽查企业", "29"), ("烟花爆竹", "抽查批次数", "0"),
        ("防爆电气", "帮扶企业", "0")])
    sheet.rows[4:] = sheet.rows[14:] + sheet.rows[4:14]
    sheet.rows.append(["合计"] + ["0"] * 15 + [""])
    fill_totals(sheet)
    sheet.rows.append(["填表人：顾俊"] + [""] * 16)
    assert sheet.rows[0][1] == UNIT
    save("resubmission/重报/黄浦区", sheet, "utf-8", mark=b"\xef\xbb\xbf")


def write():
    sent_back()
    sent_again()
