public import Languages
public import Publication

/// A word-sized line for lists, with its last figure.
public struct Sparkline: ChartKind {
  public var subject: Subject
  public var periods: [Localized<String>]
  public var figures: [Figure]

  public init(subject: Subject, periods: [Localized<String>], figures: [Figure]) {
    self.subject = subject
    self.periods = periods
    self.figures = figures
  }
}
