/// What a pattern must respect, and how hard to look for a better one.
public struct ProtectionOptions: Sendable {
  /// Cells that must not be hidden.
  public var mustStayPublished: Set<Int> = []
  /// Cells that are public elsewhere: the attacker knows them whatever is done here.
  public var alreadyPublic: Set<Int> = []
  /// Gives back cells that turn out not to be needed.
  public var improves = true
  /// Rounds in which each complementary cell is exchanged for others that lose less, at most; each
  /// takes some times as long as all else.
  public var exchanges = 0

  /// Branch-and-bound nodes of one search for a table in whole numbers, at most.
  public var nodes = 2000

  /// Asks for the least loss on small systems, and, where it says so, for a bound on larger ones.
  public var exact: ExactLimits?

  public init() {}
}

/// An unsafe cell and what an attacker must still hold possible of it.
public struct UnsafeCell: Sendable, Hashable {
  /// Its index in the system.
  public let cell: Int
  public let requirement: Requirement

  public init(cell: Int, requirement: Requirement) {
    self.cell = cell
    self.requirement = requirement
  }
}
