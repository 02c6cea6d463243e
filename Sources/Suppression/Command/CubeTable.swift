/// A cube's system and its base cells, with the wishes of a request put to it.
struct CubeTable {
  let system: AdditiveSystem
  let base: [Int]
  let options: ProtectionOptions
  /// How many of the cells the table shows; what is only known elsewhere follows.
  let shown: Int

  /// - Throws: what is wrong with hierarchies, leaves or wishes, by codes; `doesNotAddUp` for a
  ///   total, or a figure known elsewhere, that is not the sum of its leaves.
  init(
    _ dimensions: [String], _ leaves: [(codes: [String], value: Int)],
    _ edges: [(dimension: String, child: String, parent: String)], _ request: CubeRequest
  ) throws(SuppressionError) {
    let trees = try Self.trees(dimensions, edges)
    let ranges = trees.map(\.leafRanges)
    let ranks = trees.map { tree in
      Dictionary(uniqueKeysWithValues: tree.codes.enumerated().map { ($1, $0) })
    }
    /// The base cells below one code of any level a dimension.
    func bases(_ codes: [String]) throws(SuppressionError) -> [Int] {
      guard codes.count == trees.count else { throw .malformedSystem(codes: codes) }
      var places = [0]
      for (d, code) in codes.enumerated() {
        guard let rank = ranks[d][code] else {
          throw .unknownCode(dimension: trees[d].dimension, code: code)
        }
        places = places.flatMap { place in
          ranges[d][rank].map { place * trees[d].leaves.count + $0 }
        }
      }
      return places
    }
    var base = [Int](repeating: 0, count: trees.reduce(1) { $0 * $1.leaves.count })
    var empty = Set(base.indices)
    var totals: [(codes: [String], value: Int)] = []
    for (codes, value) in leaves {
      guard value >= 0 else { throw .negative(codes: codes) }
      guard value.magnitude <= AdditiveSystem.largest else { throw .overflow(codes: codes) }
      let places = try bases(codes)
      // A code above the finest has leaves of its own, even when it is one only.
      let isTotal = zip(ranks, codes).enumerated().contains { d, pair in
        pair.0[pair.1].map { !trees[d].isFinest($0) } ?? false
      }
      guard !isTotal, let place = places.first else {
        totals.append((codes, value))
        continue
      }
      guard empty.remove(place) != nil else { throw .duplicateCell(codes: codes) }
      base[place] = value
    }
    let cube = try AdditiveSystem.cube(
      dimensions: trees, tables: request.tables, empty: empty)
    var places: [[String]: Int] = [:]
    for (place, cell) in cube.cells.enumerated() { places[cell.codes] = place }
    var options = request.options
    for codes in request.published {
      _ = try bases(codes)
      guard let place = places[codes] else { throw .notShown(codes: codes) }
      options.mustStayPublished.insert(place)
    }
    var further: [AdditiveSystem.Cell] = []
    for (codes, value) in request.known {
      if let value { totals.append((codes, value)) }
      if let place = places[codes] {
        options.alreadyPublic.insert(place)
        continue
      }
      let place = cube.cells.count + further.count
      further.append(AdditiveSystem.Cell(codes: codes, sortedBases: try bases(codes)))
      places[codes] = place
      options.alreadyPublic.insert(place)
    }
    for (codes, value) in totals {
      let sum = try bases(codes).reduce(0) { $0 &+ base[$1] }
      guard sum == value else { throw .doesNotAddUp(codes: codes) }
    }
    system = try cube.adding(further)
    shown = cube.cells.count
    self.base = base
    self.options = options
  }

  private static func trees(
    _ dimensions: [String], _ edges: [(dimension: String, child: String, parent: String)]
  ) throws(SuppressionError) -> [Hierarchy] {
    for edge in edges where !dimensions.contains(edge.dimension) {
      throw .unknownDimension(edge.dimension)
    }
    var trees: [Hierarchy] = []
    var size = 1
    for name in dimensions {
      let tree = try Hierarchy(
        dimension: name,
        edges: edges.filter { $0.dimension == name && !$0.parent.isEmpty }
          .map { ($0.child, $0.parent) })
      let (cells, over) = size.multipliedReportingOverflow(by: tree.codes.count)
      // Before anything of that size is put into memory.
      guard !over, cells <= AdditiveSystem.mostCells else { throw .overflow(codes: dimensions) }
      size = cells
      trees.append(tree)
    }
    return trees
  }
}
