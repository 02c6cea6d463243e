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

  public init(cells: Int, hidden: Int, exact: [Int], narrow: [Int], unproved: [Int]) {
    self.cells = cells
    self.hidden = hidden
    self.exact = exact
    self.narrow = narrow
    self.unproved = unproved
  }

  /// Nothing can be worked out that should not.
  public var isSafe: Bool { exact.isEmpty && narrow.isEmpty }
}
