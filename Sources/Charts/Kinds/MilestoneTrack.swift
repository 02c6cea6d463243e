public import Languages
public import Publication

/// How far along its stages something is, and when it came there.
public struct MilestoneTrack: ChartKind {
  public var subject: Subject
  /// First to last.
  public var stages: [Localized<String>]
  public var periods: [Localized<String>]
  /// One a period: the position in `stages`, from 0, that was reached by then.
  public var reached: [Figure]

  public init(
    subject: Subject, stages: [Localized<String>], periods: [Localized<String>],
    reached: [Figure]
  ) {
    self.subject = subject
    self.stages = stages
    self.periods = periods
    self.reached = reached
  }
}
