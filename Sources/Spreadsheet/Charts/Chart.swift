/// A chart that draws cells of the workbook.
public struct Chart: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case column, columnStacked, columnStackedPercent
    case bar, barStacked, barStackedPercent
    case line
    case area, areaStacked
    case pie, doughnut
  }

  public var kind: Kind
  public var series: [Series]
  /// Empty means none.
  public var title = ""
  public var titleFont = Style.Font(size: 14)
  /// The categories: across, and in a bar chart upwards.
  public var categoryAxis = Axis()
  public var valueAxis = Axis()
  public var legend = Legend.bottom
  public var legendFont = Style.Font(size: 9)
  /// The space between the groups, in percent of a column; nothing means Excel's own.
  public var gap: Int?
  /// In pixels of the screen.
  public var width = 640
  public var height = 360
  /// What a reader hears who cannot see the chart.
  public var description = ""

  public init(_ kind: Kind, _ series: [Series]) {
    self.kind = kind
    self.series = series
  }

  public init(_ kind: Kind, _ series: [Series], _ change: (inout Chart) -> Void) {
    self.init(kind, series)
    change(&self)
  }

  public enum Legend: Hashable, Sendable { case none, right, left, top, bottom }
}

extension Chart {
  public struct Series: Hashable, Sendable {
    public enum Name: Hashable, Sendable {
      case text(String)
      /// One cell.
      case cell(SheetRange)
    }

    public var name: Name
    public var categories: SheetRange?
    public var values: SheetRange
    public var color: Color?
    /// The colours of single points, as of the pieces of a pie; further points get Excel's own.
    public var pointColors: [Color] = []
    /// In points, for lines.
    public var lineWidth = 2.25
    public var hasMarkers = false
    public var labels: Labels?

    public init(_ name: Name, categories: SheetRange? = nil, values: SheetRange) {
      self.name = name
      self.categories = categories
      self.values = values
    }

    public init(
      _ name: String, categories: SheetRange? = nil, values: SheetRange, color: Color? = nil,
      labels: Labels? = nil
    ) {
      self.init(.text(name), categories: categories, values: values)
      self.color = color
      self.labels = labels
    }
  }

  /// Numbers beside the points.
  public struct Labels: Hashable, Sendable {
    public var showsValue = true
    public var showsCategory = false
    public var showsPercent = false
    public var numberFormat = ""
    public var font = Style.Font(size: 9)

    public init() {}
    public init(_ change: (inout Labels) -> Void) { change(&self) }
  }

  public struct Axis: Hashable, Sendable {
    /// Empty means none.
    public var name = ""
    public var nameFont = Style.Font(size: 10)
    public var labelFont = Style.Font(size: 9)
    /// How the labels are turned, from -90 to 90.
    public var labelAngle = 0
    public var numberFormat = ""
    /// For the axis of values.
    public var minimum: Double?
    public var maximum: Double?
    /// Unless it is said, the axis of values has them.
    public var hasGridlines: Bool?
    /// From the top down, as a bar chart needs to show the first category first.
    public var isReversed = false
    public var isHidden = false

    public init(_ name: String = "") { self.name = name }
    public init(_ change: (inout Axis) -> Void) { change(&self) }
  }
}
