#!/usr/bin/env python3
"""Writes samples/ledgers/ anew, always the same bytes: python3 samples/make_ledgers.py

year/      ledgers of a few units, as they send them, beside the tables of samples/year
accepted/  one ledger, written in every way that is accepted
flaws/     ledgers with one fault each; a folder where the fault lies between two files
What is to be found in them is in Tests/Fixtures/expectations/ledgers.csv.
"""

import shutil

from make_sheet import HERE, Raw, Sheet, plain, save

TITLE = "隐患排查治理工作典型案例台账"
COLUMNS = ["报送时间", "立案时间", "案例内容", "典型案例办理进度", "是否依法曝光",
           "是否纳入国家企业信用信息公示系统"]
UNIT = "黄浦区市场监管局"

REFERENCE = [
    ["2023-08-31", "2023-07-12", "上海某某商贸有限公司销售不合格电动自行车案：抽查3批次，短路保护不合格，货值2.6万元",
     "已结案，罚没3.2万元", "是", "是"],
    ["2023-08-31", "2023-08-03", "黄浦区某五金店销售不合格家用燃气灶案：熄火保护装置不合格", "调查中", "否", "否"],
    ["2023-08-31", "2023-08-16", "某电子商务公司在网络平台销售无强制性认证的充电器案", "已责令下架，待处罚", "否", "否"],
]


def ledger(cases=REFERENCE, unit=UNIT, above=(), below=()):
    """In the plain shape: 单位, the header, the cases."""
    rows = [[f"单位：{unit}"], *map(list, above), list(COLUMNS)]
    header = len(rows) - 1
    rows += [list(case) for case in cases]
    rows += [list(line) for line in below]
    return Sheet(rows, header)


def official(cases=REFERENCE, unit=UNIT, below=()):
    """As a spreadsheet saves the printed form: titles, every row as wide as the widest."""
    rows = [["附件1"], [TITLE], [f"单位：{unit}"], list(COLUMNS)]
    rows += [list(case) for case in cases] + [list(line) for line in below]
    return Sheet([row + [""] * (6 - len(row)) for row in rows], 3)


def numbered(sheet):
    """With a column 序号 in front."""
    for index, row in enumerate(sheet.rows[sheet.header :]):
        row.insert(0, str(index) if index else "序号")
    return sheet


def changed(row, column, text):
    """The reference with one cell changed; rows and columns from 0."""
    cases = [list(case) for case in REFERENCE]
    cases[row][column] = text
    return cases


def dated(*texts):
    """The reference with other spellings of the date of sending."""
    cases = [list(case) for case in REFERENCE]
    for case, text in zip(cases, texts):
        case[0] = text
    return cases


# Accepted -----------------------------------------------------------------------------------------


def accepted():
    def ok(name, *arguments, **how):
        save(f"ledgers/accepted/{name}", *arguments, **how)

    ok("reference", ledger(), "utf-8")
    ok("gbk", ledger())
    ok("gbk-official", official())
    ok("utf-8-with-mark", ledger(), "utf-8", b"\xef\xbb\xbf")
    ok("utf-16", ledger(), "utf-16-le", b"\xff\xfe", separator="\t")
    ok("separator-tab", ledger(), separator="\t")
    ok("separator-semicolon", ledger(), separator=";")
    ok("separator-wide-comma", ledger(), separator="，")
    ok("sep-line", "sep=;\r\n" + "".join(";".join(row) + "\r\n" for row in ledger().rows))
    ok("lines-cr", ledger(), newline="\r")
    ok("serial-numbers", numbered(ledger()))
    sheet = ledger()
    sheet.rows[0] = ["单位", UNIT]
    ok("unit-in-the-next-cell", sheet)
    ok("period-stated", ledger(above=[["数据周期：2023年8月"]]))
    ok("other-labels", Sheet(
        [[f"填报单位：{UNIT}"], ["报送日期", "立案日期", "案例", "办理进度", "是否曝光", "是否纳入公示系统"],
         *REFERENCE], 1))
    ok("labels-with-line-breaks", Sheet(
        [[f"单位：{UNIT}"], ["报送\n时间", "立案 时间", "案例内容", "典型案例\n办理进度", "是否依法\n曝光",
                           "是否纳入国家企业信用\n信息公示系统"], *REFERENCE], 1))
    ok("columns-in-another-order", Sheet(
        [[row[i] for i in (2, 3, 0, 1, 5, 4)] if len(row) == 6 else row for row in ledger().rows], 1))
    ok("case-with-line-breaks", ledger(changed(1, 2, "黄浦区某五金店销售不合格家用燃气灶案：\n一、熄火保护装置不合格；\n二、无生产日期,\"三无\"产品")))
    ok("dates-with-slashes", ledger(dated("2023/8/31", "2023/08/31", "2023/8/31 0:00")))
    ok("dates-with-points", ledger(dated("2023.8.31", "2023.08.31", "2023.8.31.")))
    ok("dates-in-chinese", ledger(dated("2023年8月31日", "2023 年 08 月 31 日", "2023年8月31日星期四")))
    ok("dates-packed", ledger(dated("20230831", "２０２３－０８－３１", "２０２３年８月３１日")))
    ok("dates-as-numbers", ledger(dated("45169", "45169.5", "45169")))
    ok("dates-in-english", ledger(dated("31-Aug-23", "31-Aug-2023", '="2023-08-31"')), "utf-8")
    ok("dates-merged", ledger(dated("2023-08-31", "", "")))
    for number, (yes, no) in enumerate(
            [("√", "×"), ("有", "无"), ("Y", "N"), ("已曝光", "未曝光"), ("是（8月20日官网）", "否，尚未结案"),
             ("yes", "No"), ("☑", "✗")], 1):
        sheet = ledger()
        for row in sheet.rows[2:]:
            row[4] = {"是": yes, "否": no}[row[4]]
        ok(f"answers-{number}", sheet, "utf-8")
    ok("footer", official(below=[["填表人：金敏", "", "", "审核人：顾俊"], ["填报日期：2023年8月31日"]]))
    sheet = numbered(ledger())
    sheet.rows.append(["填表人：金敏", "", "", "联系电话：63211234"])
    ok("footer-below-serial-numbers", sheet)
    sheet = official()
    sheet.rows += [[""] * 6, ["", "", "", "", "", ""], list(sheet.rows[3]), ["2023-08-31", "2023-08-21", "某超市销售不合格安全帽案", "已立案", "否", "否"]]
    ok("header-again-on-the-second-page", sheet)
    ok("empty", ledger([], above=[["数据周期：2023-08"]]))
    ok("empty-with-word", ledger([["无"]], above=[["数据周期：2023-08"]]))
    ok("empty-with-date", ledger([["2023-08-31", "/", "本月无典型案例", "—", "否", "无"]]))
    ok("empty-with-numbers", numbered(ledger([[""] * 6] * 3, above=[["数据周期：2023-08"]])))
    ok("explained", Sheet([[f"单位：{UNIT}"], COLUMNS + ["说明"], changed(0, 1, "")[0] + ["行政指导，当场整改，未予立案"]], 1))
    ok("of-two-units", Sheet(
        [["单位", *COLUMNS], ["黄浦区", *REFERENCE[0]], ["", *REFERENCE[1]], ["徐汇区", *REFERENCE[2]]], 0))


# Flaws --------------------------------------------------------------------------------------------


def flaws():
    def flaw(name, *arguments, **how):
        save(f"ledgers/flaws/{name}", *arguments, **how)

    def cell(name, column, text, row=1):
        flaw(name, ledger(changed(row, column, text)))

    def label(name, column, text):
        sheet = ledger()
        sheet.rows[1][column] = text
        flaw(name, sheet)

    flaw("A01-column-missing", Sheet([row[:5] for row in ledger().rows], 1))
    label("A01-column-misspelled", 4, "是否依法暴光")
    sheet = ledger()
    for row, text in zip(sheet.rows[1:], ["案情简介", "同上", "同上", "同上"]):
        row.append(text)
    flaw("A02-column-twice", sheet)
    sheet = ledger()
    for row, text in zip(sheet.rows[1:], ["承办人", "金敏", "顾俊", "金敏"]):
        row.append(text)
    flaw("A03-column-of-its-own", sheet)
    cell("A04-unquoted-comma", 2, Raw("黄浦区某五金店销售不合格家用燃气灶案,货值3万元"))
    cell("A11-no-case", 2, "")
    cell("A12-no-such-day", 1, "2023-06-31")
    cell("A12-month-13", 1, "2023-13-01")
    cell("A12-no-year", 1, "8月3日")
    cell("A12-no-day", 1, "2023年8月")
    cell("A12-words", 1, "上月")
    cell("A12-two-dates", 1, "2023-08-03至2023-08-05")
    cell("A12-too-narrow", 1, "########")
    cell("A13-number", 1, "45141")
    cell("A14-merged", 0, "")
    cell("A15-undecided", 4, "待定")
    cell("A16-not-opened", 1, "")
    cell("A16-no-answer", 4, "/")
    cell("A16-no-progress", 3, "")
    cell("A21-opened-after-sent", 1, "2023-09-12")
    cell("A22-last-year", 0, "2022-08-31")
    cell("A23-after-the-campaign", 0, "2023-12-01")
    flaw("A23-after-the-month", ledger(changed(1, 0, "2023-09-02"), above=[["数据周期：2023-08"]]))
    flaw("A24-twice", ledger(REFERENCE + [changed(1, 3, "已结案")[1]]))
    flaw("A26-none-and-cases", ledger([["本月无典型案例"], *REFERENCE]))
    flaw("A27-which-month", ledger([["无"]]))
    flaw("S10-no-unit", Sheet(ledger().rows[1:], 0))
    flaw("S10-unit-left-blank", ledger(unit=""))
    flaw("S11-unknown-unit", ledger(unit="黄埔区市场监管局"))
    flaw("S13-unreadable-period", ledger(above=[["数据周期：8月"]]))
    flaw("S15-two-units", ledger(below=[["单位：徐汇区市场监管局"],
                                         ["2023-08-31", "2023-08-21", "某超市销售不合格安全帽案", "已立案", "否", "否"]]))
    flaw("S21-stray-quote", ledger(changed(1, 2, Raw('"某五金店"销售不合格燃气灶案'))))
    flaw("A05-words-below", ledger(below=[["以上案例均已录入系统"]]))
    whole = ledger(changed(1, 2, "某五金店销售不合格家用燃气灶案")).rows
    text = "".join(",".join(row) + "\r\n" for row in whole).encode("gbk")
    lost = "燃气灶案".encode("gbk")
    flaw("V24-byte-lost", text.replace(lost, lost[:-1]))

    july = [case[:] for case in REFERENCE[:1]]
    july[0][0], july[0][3], july[0][4] = "2023-07-31", "调查中", "否"
    flaw("A25-sent-before/2023-07", ledger(july))
    flaw("A25-sent-before/2023-08", ledger())

    def table(exposed):
        sheet = plain()
        for row in sheet.rows[sheet.header + 1 :]:
            row[sheet.column("违法案件")] = "0"
        return sheet.put("电动自行车", "违法案件", exposed)

    both = ledger([[*case[:4], "是", "是"] for case in REFERENCE])
    flaw("A31-more-than-the-table/table", table("2"))
    flaw("A31-more-than-the-table/ledger", both)
    flaw("A31-as-many-as-the-table/table", table("3"))
    flaw("A31-as-many-as-the-table/ledger", both)


# The year -----------------------------------------------------------------------------------------

YEAR = {
    "黄浦区": [
        ("06", "06-12", "上海申港五金经营部销售不合格家用燃气灶案：抽查1批次，熄火保护装置不合格，货值1.8万元", [
            ("06", "已立案，调查取证中", "否", "否"), ("07", "已作出处罚决定，罚没2.1万元", "是", "是")]),
        ("07", "07-05", "上海浦江电动车商行销售超标电动自行车案：整车质量、最高车速不符合国家标准，涉案12辆", [
            ("07", "已立案，查封12辆", "否", "否"), ("08", "已结案，罚没5.4万元，车辆责令整改", "是", "是")]),
        ("08", "08-09", "上海豫园百货商店销售不合格儿童玩具案：小零件脱落，存在窒息风险，涉案86件", [
            ("08", "案件调查中，已下架召回", "否", "否"), ("09", "已结案，罚没1.2万元", "是", "是")]),
        ("10", "09-25", "某餐饮连锁企业使用不合格食品用纸包装案：荧光性物质超标，涉及门店4家", [
            ("10", "已移送属地所办理，责令停用", "否", "否")]),
    ],
    "浦东新区": [
        ("06", "05-30", "上海东方化工贸易有限公司无证经营危险化学品案：查获工业过氧化氢2.4吨", [
            ("06", "已移送公安机关", "是", "是")]),
        ("07", "07-18", "上海张江新能源科技有限公司生产不合格电动自行车电池案：过充电保护不合格，涉案240组，货值38.6万元", [
            ("07", "已立案，封存在库产品", "否", "否"), ("08", "听证程序中", "否", "否"),
            ("09", "已结案，罚没96.5万元，产品监督销毁", "是", "是")]),
        ("08", "08-02", "上海外高桥电缆有限公司生产不合格电线电缆案：导体电阻不合格，抽查4批次3批次不合格，货值12.35万元", [
            ("08", "已作出处罚决定，罚没31.2万元，责令召回", "是", "是")]),
        ("08", "08-21", "网店“安居消防”销售不合格灭火器案：灭火剂充装量不足，\n经检验2批次不合格，涉案156具", [
            ("08", "已立案，与平台所在地协查", "否", "否"), ("10", "已结案，罚没4.8万元", "是", "否")]),
    ],
    "闵行区": [
        ("07", "06-28", "上海七宝气体有限公司充装超期未检溶解乙炔气瓶案：查获超期气瓶17只", [
            ("07", "已结案，罚没6万元，气瓶报废处理", "是", "是")]),
        ("08", "08-11", "上海莘庄建材市场3家经营户销售不合格安全帽案：冲击吸收性能不合格，涉案210顶", [
            ("08", "3户均已立案，产品下架封存", "否", "否"), ("09", "2户已结案，罚没合计2.7万元", "是", "是")]),
    ],
    "松江区": [
        ("08", "07-20", "上海九亭加油站销售不合格0号柴油案：闪点不合格，货值9.2万元", [
            ("08", "已结案，罚没27.6万元", "√", "√")]),
        ("09", "09-04", "上海某农资经营部销售不合格农用地膜案：厚度、拉伸性能不合格，涉案1.6吨", [
            ("09", "案件调查中", "×", "×"), ("10", "已作出处罚决定，罚没1.9万元", "√", "√")]),
    ],
    "嘉定区": [
        ("08", "08-07", "上海安亭防爆电气有限公司产品与认证型式不一致案：查获防爆灯具45台", [
            ("08", "已立案，抽样送检", "N", "N"), ("10", "已结案，撤销认证，罚没8.3万元", "Y", "Y")]),
    ],
}
# Those that had no case in a month, and how they say so.
NONE = {"虹口区": ("08", "无"), "金山区": ("08", "本月无典型案例"), "松江区": ("07", "无"), "嘉定区": ("09", "暂无典型案例")}
LAST = {"06": "30", "07": "31", "08": "31", "09": "28", "10": "31"}


def sent(month, name):
    """The day of sending as this unit writes it."""
    day = LAST[month]
    return {"黄浦区": f"2023-{month}-{day}", "浦东新区": f"2023年{int(month)}月{day}日",
            "闵行区": f"2023/{int(month)}/{day}", "松江区": f"2023.{int(month)}.{day}"}.get(
        name, f"2023-{month}-{day}")


def year():
    for name, cases in YEAR.items():
        for month in LAST:
            rows = [
                [sent(month, name), f"2023-{opened}", text, progress, exposed, listed]
                for _, opened, text, reports in cases
                for when, progress, exposed, listed in reports if when == month]
            if rows:
                write_year(name, month, rows)
    for name, (month, word) in NONE.items():
        sheet = ledger([[word]], f"{name}市场监管局", above=[[f"数据周期：2023年{int(month)}月"]])
        save(f"ledgers/year/2023-{month}/{name}台账", sheet)


def write_year(name, month, rows):
    path, unit = f"ledgers/year/2023-{month}/{name}台账", f"{name}市场监管局"
    if name == "浦东新区":
        for row in rows[1:]:
            row[0] = ""
        sheet = numbered(official(rows, unit, [["填表人：陆晓", "", "", "审核人：沈岚"]]))
        for row in sheet.rows[:3]:
            row.append("")
        save(path, sheet)
    elif name == "闵行区":
        save(path, ledger(rows, unit), "utf-8", b"\xef\xbb\xbf")
    elif name == "嘉定区":
        save(path, ledger(rows, unit), separator="\t")
    else:
        save(path, official(rows, unit))


if __name__ == "__main__":
    shutil.rmtree(HERE / "ledgers", ignore_errors=True)
    accepted()
    flaws()
    year()
