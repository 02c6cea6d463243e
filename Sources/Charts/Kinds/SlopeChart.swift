public import Languages
public import Publication

/// Each category’s change between two periods.
public struct SlopeChart: ChartKind {
  public struct Row: Sendable, Hashable {
    public var name: Localized<String>
    public var from: Figure
    public var to: Figure

    public init(_ name: Localized<String>, from: Figure, to: Figure) {
      self.name = name
      self.from = from
      self.to = to
    }
  }

  public var subject: Subject
  public var from: Localized<String>
  public var to: Localized<String>
  public var rows: [Row]

  public init(subject: Subject, from: Localized<String>, to: Localized<String>, rows: [Row]) {
    self.subject = subject
    self.from = from
    self.to = to
    self.rows = rows
  }
}
