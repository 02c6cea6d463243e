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
    let trees = try Self.trees(dimensions, edges)
    let (base, empty) = try Self.table(leaves, trees)
    let system = try AdditiveSystem.cube(dimensions: trees, tables: tables, empty: empty)
    let values = try system.values(of: base)
    let unsafe = unsafeCells(
      system, values: values, rules: [FrequencyRule(threshold: threshold)])
    let clock = ContinuousClock()
    let start = clock.now
    let pattern = try protect(system, base: base, unsafe: unsafe, options: options)
    let between = clock.now
    let attacker = try Attacker(system: system, published: pattern.published(values))
    verdict = try attacker.verdict(required: unsafe)
    proofSeconds = between.duration(to: clock.now) / .seconds(1)
    protectionSeconds = start.duration(to: between) / .seconds(1)
    self.dimensions = dimensions
    self.pattern = pattern
    rows = system.cells.indices.map {
      Row(
        codes: system.cells[$0].codes, value: system.isEmpty($0) ? nil : values[$0],
        status: pattern.statuses[$0])
    }
    complementarySum = rows.reduce(0) {
      $1.status == .complementary ? $0 + ($1.value ?? 0) : $0
    }
  }

  /// The same from the text of two comma-separated files: `leaves` has dimension columns and
  /// `value`; `hierarchies` has `dim,child,parent`. `tables` is as on the command line: `a,b;c`.
  public init(
    leaves: String, hierarchies: String, threshold: Int, tables: String? = nil,
    options: ProtectionOptions = ProtectionOptions()
  ) throws(SuppressionError) {
    let table = try CommaTable(leaves, file: "leaves")
    guard let valueColumn = table.columns.firstIndex(of: "value") else {
      throw .unreadable(file: "leaves", line: 1)
    }
    let names = table.columns.filter { $0 != "value" }
    var cells: [(codes: [String], value: Int)] = []
    for (line, fields) in table.rows {
      var codes = fields
      let text = codes.remove(at: valueColumn)
      guard let value = Int(text) else {
        if Double(text) == nil { throw .unreadable(file: "leaves", line: line) }
        if text.allSatisfy(\.isNumber) { throw .overflow(codes: codes) }
        throw .notWhole(codes: codes)
      }
      cells.append((codes, value))
    }
    let tree = try CommaTable(hierarchies, file: "hierarchies")
    guard tree.columns == ["dim", "child", "parent"] else {
      throw .unreadable(file: "hierarchies", line: 1)
    }
    try self.init(
      dimensions: names, leaves: cells,
      edges: tree.rows.map { ($0.fields[0], $0.fields[1], $0.fields[2]) },
      threshold: threshold,
      tables: tables.map {
        $0.split(separator: ";").map { $0.split(separator: ",").map(String.init) }
      }, options: options)
  }

  /// Dimension columns, `value`, `status`: one line a cell.
  public func commaSeparated() -> String {
    var text = (dimensions + ["value", "status"]).joined(separator: ",") + "\n"
    for row in rows {
      text += row.codes.joined(separator: ",")
      text += ",\(row.value.map(String.init) ?? ""),\(row.status.rawValue)\n"
    }
    return text
  }

  private static func trees(
    _ dimensions: [String], _ edges: [(dimension: String, child: String, parent: String)]
  ) throws(SuppressionError) -> [Hierarchy] {
    for edge in edges where !dimensions.contains(edge.dimension) {
      throw .unknownDimension(edge.dimension)
    }
    var trees: [Hierarchy] = []
    for name in dimensions {
      trees.append(
        try Hierarchy(
          dimension: name,
          edges: edges.filter { $0.dimension == name && !$0.parent.isEmpty }
            .map { ($0.child, $0.parent) }))
    }
    return trees
  }

  private static func table(
    _ leaves: [(codes: [String], value: Int)], _ trees: [Hierarchy]
  ) throws(SuppressionError) -> (base: [Int], empty: Set<Int>) {
    let ranks = trees.map { tree in
      Dictionary(
        uniqueKeysWithValues: tree.leaves.enumerated().map { (tree.codes[$1], $0) })
    }
    var base = [Int](repeating: 0, count: trees.reduce(1) { $0 * $1.leaves.count })
    var empty = Set(base.indices)
    for leaf in leaves {
      guard leaf.codes.count == trees.count else { throw .malformedSystem(codes: leaf.codes) }
      var place = 0
      for (d, code) in leaf.codes.enumerated() {
        guard let rank = ranks[d][code] else {
          throw .unknownCode(dimension: trees[d].dimension, code: code)
        }
        place = place * trees[d].leaves.count + rank
      }
      guard empty.remove(place) != nil else { throw .duplicateCell(codes: leaf.codes) }
      guard leaf.value >= 0 else { throw .negative(codes: leaf.codes) }
      guard leaf.value.magnitude <= AdditiveSystem.largest else {
        throw .overflow(codes: leaf.codes)
      }
      base[place] = leaf.value
    }
    return (base, empty)
  }
}
