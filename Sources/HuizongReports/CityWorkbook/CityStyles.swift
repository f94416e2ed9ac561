import HuizongCore
import Spreadsheet

/// How the city workbook looks: 宋体 for what is read, 仿宋 and bold for headings, thin lines, as
/// official papers are.
struct CityStyles {
  private static func base(_ name: String, _ size: Double) -> Style {
    Style {
      $0.font = Style.Font(name, size: size)
      $0.vertical = .center
    }
  }

  let title = base("方正小标宋简体", 18).with { $0.horizontal = .center }
  let heading = base("仿宋", 12)
  let note = base("仿宋", 10).with { $0.font.color = .gray }
  let text = base("宋体", 10).with { $0.borders = .thin }
  let wrapped = base("宋体", 10).with {
    $0.borders = .thin
    $0.wraps = true
    $0.vertical = .top
  }
  let header = base("宋体", 10).with {
    $0.font.isBold = true
    $0.horizontal = .center
    $0.borders = .thin
    $0.wraps = true
    $0.fill = Color(0xEDF1F7)
  }
  let label = base("宋体", 10).with {
    $0.borders = .thin
    $0.wraps = true
  }
  let count = base("宋体", 10).with {
    $0.borders = .thin
    $0.horizontal = .right
    $0.numberFormat = "#,##0_ "
  }
  let money = base("宋体", 10).with {
    $0.borders = .thin
    $0.horizontal = .right
    $0.numberFormat = "#,##0.00_ "
  }
  let link = Style.link.with {
    $0.font.name = "宋体"
    $0.font.size = 10
    $0.borders = .thin
  }

  /// What must be read before any figure.
  let warning = base("仿宋", 12).with {
    $0.font.isBold = true
    $0.font.color = .red
  }

  /// A row of a unit that does not count.
  func uncounted(_ style: Style) -> Style {
    style.with {
      $0.font.color = .gray
      $0.fill = Color(0xE0E0E0)
    }
  }

  func number(_ metric: Metric) -> Style { metric.kind == .money ? money : count }

  func total(_ metric: Metric) -> Style { emphasized(number(metric)) }

  func emphasized(_ style: Style) -> Style {
    style.with {
      $0.font.isBold = true
      $0.fill = Color(0xF5F5F0)
    }
  }

  /// The colour of an offending cell.
  func offending(_ style: Style, _ level: Level) -> Style { style.with { $0.fill = color(level) } }

  func color(_ level: Level) -> Color {
    switch level {
    case .error: Color(0xF8CBAD)
    case .query: Color(0xFFE699)
    case .hint: Color(0xDDEBF7)
    }
  }
}
