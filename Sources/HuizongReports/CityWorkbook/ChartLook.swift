import HuizongCore
import Spreadsheet

/// How the charts of the city workbook look.
enum ChartLook {
  /// Apart from each other in print without colour too.
  private static let colors = [
    Color(0x1F4E79), Color(0xC55A11), Color(0x7F9F3F), Color(0x7F7F7F),
  ]

  static func color(_ index: Int) -> Color { colors[index % colors.count] }

  private static func font(_ size: Double, isBold: Bool = false) -> Style.Font {
    var font = Style.Font("宋体", size: size)
    font.isBold = isBold
    return font
  }

  static func chart(
    _ kind: Chart.Kind, _ series: [Chart.Series], _ title: String,
    _ change: (inout Chart) -> Void
  ) -> Chart {
    Chart(kind, series) {
      $0.title = title
      $0.titleFont = font(12, isBold: true)
      $0.legendFont = font(9)
      $0.categoryAxis.labelFont = font(9)
      $0.valueAxis.labelFont = font(9)
      $0.legend = series.count > 1 ? .bottom : .none
      change(&$0)
    }
  }

  static func labels(_ metric: Metric) -> Chart.Labels {
    labels(format: metric.kind == .money ? "#,##0.00" : "#,##0")
  }

  static func labels(format: String) -> Chart.Labels {
    Chart.Labels {
      $0.numberFormat = format
      $0.font = font(8)
    }
  }
}
