public import Languages
public import Publication

/// Values over periods, with the target line and the baseline: one series or several.
public struct LineChart: ChartKind {
  public var subject: Subject
  /// `Year 1`…, left to right.
  public var periods: [Localized<String>]
  public var series: [Series]
  /// One a period, nil where none is set.
  public var targets: [Quantity?]
  public var baseline: Quantity?
  /// Indices of periods before which the series breaks: a definition changed.
  public var breaks: [Int]

  public init(
    subject: Subject, periods: [Localized<String>], series: [Series], targets: [Quantity?] = [],
    baseline: Quantity? = nil, breaks: [Int] = []
  ) {
    self.subject = subject
    self.periods = periods
    self.series = series
    self.targets = targets
    self.baseline = baseline
    self.breaks = breaks
  }
}
