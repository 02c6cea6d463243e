public import Languages

/// The same small line chart once a series, on one scale.
public struct SmallMultiples: ChartKind {
  public var subject: Subject
  public var periods: [Localized<String>]
  public var panels: [Series]

  public init(subject: Subject, periods: [Localized<String>], panels: [Series]) {
    self.subject = subject
    self.periods = periods
    self.panels = panels
  }
}
