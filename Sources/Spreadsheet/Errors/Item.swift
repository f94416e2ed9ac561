/// The things that a problem is about.
public enum Item: Hashable, Sendable, CaseIterable {
  case sheet, sheetName, style, fontName, fontSize, numberFormat, indent, rotation
  case number, formula, link, tooltip, comment, author, richText
  case merge, table, tableLook, tableName, heading, filter
  case validation, listText, promptTitle, prompt
  case columnWidth, rowHeight, margin, zoom, pageBreak, repeatedTitles, pages, headerOrFooter
  case chart, chartText, chartRange
  case definedName, definedReference, propertyName, property, password

  var chinese: String { words.chinese }
  var english: String { words.english }
}

extension Item {
  var words: Both {
    switch self {
    case .sheet: Both("工作表", "sheets")
    case .sheetName: Both("工作表名称", "sheet name")
    case .style: Both("单元格样式", "cell styles")
    case .fontName: Both("字体名称", "font name")
    case .fontSize: Both("字号", "font size")
    case .numberFormat: Both("数字格式", "number format")
    case .indent: Both("缩进", "indent")
    case .rotation: Both("文字方向", "rotation")
    case .number: Both("数值", "number")
    case .formula: Both("公式", "formula")
    case .link: Both("链接", "links")
    case .tooltip: Both("链接提示", "tooltip")
    case .comment: Both("批注", "comment")
    case .author: Both("批注作者", "comment author")
    case .richText: Both("分段文字", "rich text")
    case .merge: Both("合并单元格", "merged cells")
    case .table: Both("表格", "table")
    case .tableLook: Both("表格样式", "table look")
    case .tableName: Both("表格名称", "table name")
    case .heading: Both("列名", "heading")
    case .filter: Both("筛选", "filter")
    case .validation: Both("数据验证", "validations")
    case .listText: Both("下拉列表", "list of choices")
    case .promptTitle: Both("提示标题", "prompt title")
    case .prompt: Both("提示", "prompt")
    default: pageWords
    }
  }

  private var pageWords: Both {
    switch self {
    case .columnWidth: Both("列宽", "column width")
    case .rowHeight: Both("行高", "row height")
    case .margin: Both("页边距", "margin")
    case .zoom: Both("显示比例", "zoom")
    case .pageBreak: Both("分页符", "page breaks")
    case .repeatedTitles: Both("重复标题引用", "reference to repeated titles")
    case .pages: Both("页数", "number of pages")
    case .headerOrFooter: Both("页眉或页脚", "header or footer")
    case .chart: Both("图表", "chart")
    case .chartText: Both("图表文字", "chart text")
    case .chartRange: Both("图表数据", "chart range")
    case .definedName: Both("定义的名称", "defined name")
    case .definedReference: Both("名称所指的引用", "reference of a defined name")
    case .propertyName: Both("属性名称", "property name")
    case .property: Both("属性", "property")
    default: Both("密码", "password")
    }
  }
}
