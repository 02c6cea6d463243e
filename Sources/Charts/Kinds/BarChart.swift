public import Languages
public import Publication

/// Horizontal bars from zero: one a category, or several grouped or stacked.
public struct BarChart: ChartKind {
  public enum Arrangement: Sendable, Hashable {
    case grouped
    /// Parts of a whole: no negative values.
    case stacked
  }

  public enum Order: Sendable, Hashable {
    case given
    /// Largest first; what has no value comes after, in the order given.
    case byValue
  }

  public var subject: Subject
  public var categories: [Localized<String>]
  /// One for plain bars.
  public var series: [Series]
  /// Published totals for stacked bars; where there is none, a sum is shown only when every part
  /// has a value.
  public var totals: [Figure]
  public var arrangement: Arrangement
  public var order: Order
  /// Of which period the figures are.
  public var period: Localized<String>?

  public init(
    subject: Subject, categories: [Localized<String>], series: [Series], totals: [Figure] = [],
    arrangement: Arrangement = .grouped, order: Order = .given, period: Localized<String>? = nil
  ) {
    self.subject = subject
    self.categories = categories
    self.series = series
    self.totals = totals
    self.arrangement = arrangement
    self.order = order
    self.period = period
  }
}
