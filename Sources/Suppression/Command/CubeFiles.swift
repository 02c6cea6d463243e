/// The files of `vitrine protect`, read: leaves, hierarchies, and lists of cells.
struct CubeFiles {
  let dimensions: [String]
  let leaves: [(codes: [String], value: Int)]
  let edges: [(dimension: String, child: String, parent: String)]

  /// - Parameters:
  ///   - leaves: dimension columns and `value`.
  ///   - hierarchies: `dim,child,parent`.
  init(leaves: String, hierarchies: String) throws(SuppressionError) {
    let table = try CommaTable(leaves, file: "leaves")
    guard let valueColumn = table.columns.firstIndex(of: "value"), table.columns.count > 1
    else { throw .unreadable(file: "leaves", line: 1) }
    dimensions = table.columns.filter { $0 != "value" }
    guard Set(dimensions).count == table.columns.count - 1 else {
      throw .unreadable(file: "leaves", line: 1)
    }
    var cells: [(codes: [String], value: Int)] = []
    for (line, fields) in table.rows {
      var codes = fields
      let text = codes.remove(at: valueColumn)
      cells.append((codes, try Self.count(text, of: codes, file: "leaves", line: line)))
    }
    self.leaves = cells
    let tree = try CommaTable(hierarchies, file: "hierarchies")
    guard tree.columns == ["dim", "child", "parent"] else {
      throw .unreadable(file: "hierarchies", line: 1)
    }
    edges = tree.rows.map { ($0.fields[0], $0.fields[1], $0.fields[2]) }
  }

  /// Cells by their codes, in the order of `dimensions`; `value` may be among the columns.
  static func cells(
    _ text: String, dimensions: [String], file: String
  ) throws(SuppressionError) -> [(codes: [String], value: Int?)] {
    let table = try CommaTable(text, file: file)
    let places = dimensions.map { table.columns.firstIndex(of: $0) }
    for column in table.columns where column != "value" && !dimensions.contains(column) {
      throw .unknownDimension(column)
    }
    let valueColumn = table.columns.firstIndex(of: "value")
    var cells: [(codes: [String], value: Int?)] = []
    for (line, fields) in table.rows {
      var codes: [String] = []
      for place in places {
        guard let place else { throw .unreadable(file: file, line: 1) }
        codes.append(fields[place])
      }
      guard let valueColumn, !fields[valueColumn].isEmpty else {
        cells.append((codes, nil))
        continue
      }
      cells.append(
        (codes, try count(fields[valueColumn], of: codes, file: file, line: line)))
    }
    return cells
  }

  private static func count(
    _ text: String, of codes: [String], file: String, line: Int
  ) throws(SuppressionError) -> Int {
    if let value = Int(text) { return value }
    if Double(text) == nil { throw .unreadable(file: file, line: line) }
    let digits = text.drop { $0 == "-" || $0 == "+" }
    if digits.allSatisfy({ $0.isASCII && $0.isNumber }) { throw .overflow(codes: codes) }
    throw .notWhole(codes: codes)
  }

  /// The last line of a file on which all of these fields stand, in this order; 1 is the first.
  static func line(of fields: [String], in text: String, besides column: String?) -> Int? {
    guard let table = try? CommaTable(text, file: "") else { return nil }
    let skipped = column.flatMap { table.columns.firstIndex(of: $0) }
    return table.rows.last { row in
      row.fields.indices.filter { $0 != skipped }.map { row.fields[$0] } == fields
    }?.line
  }
}
