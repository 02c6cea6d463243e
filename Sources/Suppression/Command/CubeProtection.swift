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
  /// The pattern, with its loss; cells known elsewhere that the table does not show come last.
  public let pattern: Pattern

  /// - Parameters:
  ///   - dimensions: names of the dimension columns.
  ///   - leaves: codes (one a dimension) and count. Combinations of finest codes that are not
  ///     listed cannot occur; a row with a code of a higher level is a total, and is checked.
  ///   - edges: the hierarchies, (dimension, child, parent).
  /// - Throws: whatever is wrong with the table, by the codes of the cell; `limitReached` when the
  ///   pattern was not proved within the limits of the options.
  public init(
    dimensions: [String], leaves: [(codes: [String], value: Int)],
    edges: [(dimension: String, child: String, parent: String)], request: CubeRequest
  ) throws(SuppressionError) {
    let table = try CubeTable(dimensions, leaves, edges, request)
    let system = table.system
    let values = try system.values(of: table.base)
    // What is only known elsewhere is public whatever it is.
    let unsafe = unsafeCells(system, values: values, rules: [request.rule])
      .filter { $0.cell < table.shown }
    let clock = ContinuousClock()
    let start = clock.now
    let pattern = try protect(
      system, base: table.base, unsafe: unsafe, options: table.options)
    let between = clock.now
    var published = pattern.published(values)
    for cell in table.options.alreadyPublic { published[cell] = values[cell] }
    verdict = try Attacker(system: system, published: published).verdict(required: unsafe)
    if let cell = verdict.unproved.first { throw .limitReached(codes: system.cells[cell].codes) }
    proofSeconds = between.duration(to: clock.now) / .seconds(1)
    protectionSeconds = start.duration(to: between) / .seconds(1)
    self.dimensions = dimensions
    self.pattern = pattern
    rows = (0..<table.shown).map {
      Row(
        codes: system.cells[$0].codes, value: system.isEmpty($0) ? nil : values[$0],
        status: pattern.statuses[$0])
    }
    complementarySum = rows.reduce(0) {
      $1.status == .complementary ? $0 + ($1.value ?? 0) : $0
    }
  }

  /// The same from the text of comma-separated files: `leaves` has dimension columns and `value`;
  /// `hierarchies` has `dim,child,parent`; `published` and `known` have dimension columns, and
  /// `known` may have `value`.
  public init(
    leaves: String, hierarchies: String, published: String? = nil, known: String? = nil,
    request: CubeRequest
  ) throws(SuppressionError) {
    let files = try CubeFiles(leaves: leaves, hierarchies: hierarchies)
    var request = request
    if let published {
      request.published += try CubeFiles.cells(
        published, dimensions: files.dimensions, file: "published"
      ).map(\.codes)
    }
    if let known {
      request.known += try CubeFiles.cells(
        known, dimensions: files.dimensions, file: "known")
    }
    try self.init(
      dimensions: files.dimensions, leaves: files.leaves, edges: files.edges, request: request)
  }

  /// Where in the text of the leaves a cell stands (1 is the first line); `nil` when nowhere.
  public static func line(of codes: [String], leaves: String) -> Int? {
    CubeFiles.line(of: codes, in: leaves, besides: "value")
  }

  /// The first line of the leaves that has a code in a dimension; `nil` for none.
  public static func line(of code: String, in dimension: String, leaves: String) -> Int? {
    guard let table = try? CommaTable(leaves, file: "leaves"),
      let column = table.columns.firstIndex(of: dimension)
    else { return nil }
    return table.rows.first { $0.fields[column] == code }?.line
  }

  /// Where in the text of the hierarchies a child is put under a parent; `nil` when nowhere.
  public static func line(
    of child: String, under parent: String, dimension: String, hierarchies: String
  ) -> Int? {
    CubeFiles.line(of: [dimension, child, parent], in: hierarchies, besides: nil)
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
}
