/// All that an attacker can prove of one cell; whole numbers, rounded inward.
public struct FeasibilityInterval: Sendable, Hashable {
  public let lower: Int
  /// `nil` when nothing bounds it.
  public let upper: Int?

  public init(lower: Int, upper: Int?) {
    self.lower = lower
    self.upper = upper
  }

  public var isExact: Bool { lower == upper }

  /// Whether it leaves possible what is required.
  public func satisfies(_ requirement: Requirement) -> Bool {
    switch requirement {
    case .interval(let range): lower <= range.lowerBound && upper ?? .max >= range.upperBound
    case .sliding(let width): upper.map { $0 - lower >= width } ?? true
    }
  }
}

/// What an attack found.
public struct Verdict: Sendable, Hashable {
  /// All cells, and how many of them are hidden.
  public let cells: Int
  public let hidden: Int
  /// Hidden cells whose value can be worked out exactly.
  public let exact: [Int]
  /// Cells of which less is possible than required (the exact ones among them included).
  public let narrow: [Int]
  /// Cells for which linear programs leave enough possible, and whole tables were not found.
  public let unproved: [Int]

  /// Nothing can be worked out that should not.
  public var isSafe: Bool { exact.isEmpty && narrow.isEmpty }
}

/// An outsider who knows every published figure, how cells add up, and that counts are whole
/// numbers ≥ 0. Works from the published values alone.
public struct Attacker: Sendable {
  public let system: AdditiveSystem
  /// One a cell; `nil` where hidden.
  public let published: [Int?]

  /// - Throws: `contradiction` when two twins are published with two values, `malformedSystem`
  ///   when `published` has another length than the system.
  public init(
    system: AdditiveSystem, published: [Int?]
  ) throws(SuppressionError) {
    self.system = system
    self.published = published
  }

  /// The feasibility interval of one cell, by two linear programs.
  ///
  /// - Throws: `contradiction` when no table fits the published figures.
  public func feasibilityInterval(
    of cell: Int
  ) throws(SuppressionError) -> FeasibilityInterval {
    throw .limitReached(codes: [])
  }

  /// Attacks every hidden cell.
  ///
  /// - Parameter required: what must stay possible of which hidden cell. Of other hidden cells
  ///   only whether they can be worked out exactly is looked at.
  /// - Throws: `contradiction` when no table fits the published figures.
  public func verdict(
    required: [UnsafeCell] = []
  ) throws(SuppressionError) -> Verdict {
    throw .limitReached(codes: [])
  }

  /// Attacks as one who sees marks only, not which hidden cells are unsafe: a hidden cell that is
  /// surely in 1...(threshold − 1) must leave that whole range possible.
  public func verdict(threshold: Int) throws(SuppressionError) -> Verdict {
    throw .limitReached(codes: [])
  }
}
