public import Languages
public import Partnership
public import Publication

/// The districts as tiles, each where it lies: shade by class, and the figure in it.
public struct DistrictMap: ChartKind {
  public var subject: Subject
  public var districts: [District]
  /// By district code; not available where one is not there.
  public var figures: [String: Figure]
  public var period: Localized<String>?

  public init(
    subject: Subject, districts: [District], figures: [String: Figure],
    period: Localized<String>? = nil
  ) {
    self.subject = subject
    self.districts = districts
    self.figures = figures
    self.period = period
  }
}
