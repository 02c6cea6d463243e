/// Which cells are hidden, and why. It never leaves the gate: a reader must not learn the why.
public struct Pattern: Sendable, Hashable {
  public enum Status: Character, Sendable, Hashable {
    case published = "p"
    /// The rules forbid showing it.
    case unsafe = "s"
    /// Hidden so that no unsafe cell can be worked out.
    case complementary = "c"
  }

  /// One status a cell, in the system's order; twins share it.
  public let statuses: [Status]
  /// Sum of the weights of the complementary cells.
  public let loss: Double
  /// No pattern that protects loses less; `nil` where this was not asked for. Equal to `loss` where
  /// the pattern is proved to be the least.
  public let lowerBound: Double?

  /// Tables that show that the pattern protects.
  public let witnesses: Witnesses

  /// How much of the loss is more than the bound, 0 to 1; `nil` without a bound.
  public var gap: Double? {
    lowerBound.map { loss > 0 ? max(0, loss - $0) / loss : 0 }
  }

  /// The values that remain; `nil` where hidden. This is all that an attacker gets.
  public func published(_ values: [Int]) -> [Int?] {
    zip(statuses, values).map { $0 == .published ? $1 : nil }
  }

  public func count(_ status: Status) -> Int {
    statuses.count { $0 == status }
  }
}
