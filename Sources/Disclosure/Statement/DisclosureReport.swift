/// What the build's log says of the gate: counts of cells, never a value, never a cell.
public struct DisclosureReport: Sendable, Hashable {
  /// The tables of one population, protected and attacked together.
  public struct Entry: Sendable, Hashable {
    public let tables: [String]
    public let cells: Int
    public let unsafe: Int
    public let complementary: Int
    /// Hidden cells that the attacker works out exactly.
    public let recoverable: Int
    /// Unsafe cells of which the attacker proves more than the mark says.
    public let narrow: Int
  }

  public let entries: [Entry]

  public var cells: Int { entries.reduce(0) { $0 + $1.cells } }
  public var unsafe: Int { entries.reduce(0) { $0 + $1.unsafe } }
  public var complementary: Int { entries.reduce(0) { $0 + $1.complementary } }
  public var recoverable: Int { entries.reduce(0) { $0 + $1.recoverable } }
  public var narrow: Int { entries.reduce(0) { $0 + $1.narrow } }
}

/// Why one cell is hidden, for `vitrine explain`: never published.
public struct CellExplanation: Sendable, Hashable {
  /// The table's code, then one category code a dimension.
  public let codes: [String]
  public let reason: Reason

  public enum Reason: Sendable, Hashable {
    /// Codes of the rules that forbid showing it, such as `frequency`.
    case unsafe(rules: [String])
    /// It protects another.
    case complementary
    /// Its change since an earlier release would tell too much.
    case awaitingRevision
  }
}
