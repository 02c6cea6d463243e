/// A table protected on its own, as `vitrine protect` does: leaves and hierarchies in, every cell
/// of the cube with its status out, and the attacker's verdict on it.
public struct CubeProtection: Sendable {
  /// One cell of the cube as it leaves.
  public struct Row: Sendable, Hashable {
    /// One code a dimension.
    public let codes: [String]
    /// `nil` for a cell that cannot occur.
    public let value: Int?
    public let status: Pattern.Status
  }

  /// Names of the dimensions, in the order of the leaves' columns.
  public let dimensions: [String]
  public let rows: [Row]
  public let verdict: Verdict
  /// Sum of the values of the complementary cells.
  public let complementarySum: Int
  /// Wall-clock seconds of protection, and of proof.
  public let protectionSeconds: Double
  public let proofSeconds: Double
  /// The pattern, for its loss and lower bound.
  public let pattern: Pattern

  /// - Parameters:
  ///   - dimensions: names of the dimension columns.
  ///   - leaves: codes (one a dimension) and count; combinations not listed cannot occur.
  ///   - edges: the hierarchies, (dimension, child, parent).
  ///   - threshold: *k*.
  ///   - tables: chosen margins as lists of dimension names; `nil` for the full cube.
  public init(
    dimensions: [String], leaves: [(codes: [String], value: Int)],
    edges: [(dimension: String, child: String, parent: String)], threshold: Int,
    tables: [[String]]? = nil, options: ProtectionOptions = ProtectionOptions()
  ) throws(SuppressionError) {
    throw .limitReached(codes: [])
  }

  /// The same from the text of two comma-separated files: `leaves` has dimension columns and
  /// `value`; `hierarchies` has `dim,child,parent`. `tables` is as on the command line: `a,b;c`.
  public init(
    leaves: String, hierarchies: String, threshold: Int, tables: String? = nil,
    options: ProtectionOptions = ProtectionOptions()
  ) throws(SuppressionError) {
    throw .limitReached(codes: [])
  }

  /// Dimension columns, `value`, `status`: one line a cell.
  public func commaSeparated() -> String { "" }
}
