public import Languages

/// A dot a series on one scale, a row a category: two periods, girls and boys.
public struct DotPlot: ChartKind {
  public var subject: Subject
  public var categories: [Localized<String>]
  public var series: [Series]
  public var period: Localized<String>?

  public init(
    subject: Subject, categories: [Localized<String>], series: [Series],
    period: Localized<String>? = nil
  ) {
    self.subject = subject
    self.categories = categories
    self.series = series
    self.period = period
  }
}
