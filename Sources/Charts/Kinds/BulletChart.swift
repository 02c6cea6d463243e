public import Languages
public import Publication

/// Baseline, target and actual, a row each.
public struct BulletChart: ChartKind {
  public struct Row: Sendable, Hashable {
    public var name: Localized<String>
    public var actual: Figure
    public var target: Quantity?
    public var baseline: Quantity?

    public init(
      _ name: Localized<String>, actual: Figure, target: Quantity? = nil,
      baseline: Quantity? = nil
    ) {
      self.name = name
      self.actual = actual
      self.target = target
      self.baseline = baseline
    }
  }

  public var subject: Subject
  public var rows: [Row]

  public init(subject: Subject, rows: [Row]) {
    self.subject = subject
    self.rows = rows
  }
}
