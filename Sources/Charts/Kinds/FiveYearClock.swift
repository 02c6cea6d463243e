public import Languages
public import Partnership

/// The years of the partnership, how much has passed, and progress beside it.
public struct FiveYearClock: ChartKind {
  public struct Progress: Sendable, Hashable {
    /// `activities completed`, `activités achevées`: follows “12 of 60”.
    public var name: Localized<String>
    /// A count of public things, such as activities or meetings: no figure of the gate.
    public var done: Int
    public var of: Int

    public init(_ name: Localized<String>, done: Int, of: Int) {
      self.name = name
      self.done = done
      self.of = of
    }
  }

  public var clock: Clock
  /// The date of the content.
  public var today: CalendarDate
  public var progress: [Progress]
  public var title: Localized<String>?

  public init(
    clock: Clock, today: CalendarDate, progress: [Progress], title: Localized<String>? = nil
  ) {
    self.clock = clock
    self.today = today
    self.progress = progress
    self.title = title
  }
}
