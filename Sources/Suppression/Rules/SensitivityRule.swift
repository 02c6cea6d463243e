/// What a rule may look at to call a cell unsafe.
public struct CellContent: Sendable, Hashable {
  /// The cell's value.
  public let total: Int
  /// What each contributor gives to it, in any order; empty when contributors are not known.
  public let contributions: [Int]
  /// The categories into which the cell is broken down; empty when it is not.
  public let parts: [Int]

  public init(total: Int, contributions: [Int] = [], parts: [Int] = []) {
    self.total = total
    self.contributions = contributions
    self.parts = parts
  }
}

/// Says whether a cell may be shown, and what must stay possible when it may not.
public protocol SensitivityRule: Sendable {
  /// A short code for the audit record: `frequency`, `dominance`…
  var code: String { get }
  func isUnsafe(_ cell: CellContent) -> Bool
  /// What an attacker must still hold possible of an unsafe cell.
  func requirement(for cell: CellContent) -> Requirement
}

/// What an attacker must still hold possible of an unsafe cell.
public enum Requirement: Sendable, Hashable {
  /// The feasibility interval must contain this range.
  case interval(ClosedRange<Int>)
  /// The feasibility interval must be at least this wide, wherever it lies.
  case sliding(width: Int)
}
