import Suppression

/// The tables of one population put together again as one additive system, from outside.
struct Rebuild {
  let system: AdditiveSystem
  /// What an outsider knows of each cell; nil where hidden.
  let known: [Int?]
  /// The codes of each cell: table, then one category a dimension.
  let codes: [[String]]

  /// More unknowns than this are not attacked.
  static let largest = 4_000_000

  /// - Parameters:
  ///   - tables: tables of one dataset and measure, the period first.
  ///   - earlier: the same tables as other releases show them.
  /// - Returns: nil where there are too many unknowns, or none.
  init?(_ tables: [OutsideTable], earlier: [OutsideTable]) throws(SuppressionError) {
    var names: [String] = []
    var leaves: [String: [String]] = [:]
    for dimension in tables.flatMap(\.dimensions) {
      if !names.contains(dimension.code) { names.append(dimension.code) }
      for leaf in dimension.leaves where !leaves[dimension.code, default: []].contains(leaf) {
        leaves[dimension.code, default: []].append(leaf)
      }
    }
    let sizes = names.map { leaves[$0]?.count ?? 0 }
    var count = 1
    for size in sizes {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow, product <= Self.largest else { return nil }
      count = product
    }
    guard count > 0 else { return nil }
    var cells: [AdditiveSystem.Cell] = []
    var known: [Int?] = []
    var codes: [[String]] = []
    for table in tables {
      for (path, entry) in table.entries.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
        guard entry != .absent else { continue }
        var positions = [0]
        for (name, size) in zip(names, sizes) {
          let all = leaves[name] ?? []
          var chosen = Array(0..<size)
          if let place = table.dimensions.firstIndex(where: { $0.code == name }) {
            let below = table.dimensions[place].leaves(of: path[place])
            chosen = chosen.filter { below.contains(all[$0]) }
          }
          positions = positions.flatMap { start in chosen.map { start * size + $0 } }
        }
        let cell = [table.code] + path
        cells.append(AdditiveSystem.Cell(codes: cell, bases: positions))
        codes.append(cell)
        known.append(Self.knowledge(of: path, in: table, entry, earlier))
      }
    }
    system = try AdditiveSystem(baseCount: count, cells: cells)
    self.known = known
    self.codes = codes
  }

  /// What this release shows, or any other does.
  private static func knowledge(
    of path: [String], in table: OutsideTable, _ entry: OutsideTable.Entry,
    _ earlier: [OutsideTable]
  ) -> Int? {
    if case .value(let value) = entry { return value }
    for other in earlier where other.code == table.code {
      if case .value(let value)? = other.entries[path] { return value }
    }
    return nil
  }
}

extension OutsideTable.Dimension {
  /// Categories that sum no others.
  var leaves: [String] {
    categories.filter { category in
      !category.isTotal && !categories.contains { $0.parent == category.code }
    }.map(\.code)
  }

  /// The leaves that a category sums; itself where it is one.
  func leaves(of code: String) -> Set<String> {
    if categories.contains(where: { $0.code == code && $0.isTotal }) { return Set(leaves) }
    var found: Set<String> = [code]
    var grows = true
    while grows {
      let next = categories.filter { category in
        category.parent.map(found.contains) ?? false && !found.contains(category.code)
      }
      grows = !next.isEmpty
      found.formUnion(next.map(\.code))
    }
    return found.intersection(leaves)
  }
}
