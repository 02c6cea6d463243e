extension AdditiveSystem {
  /// The cells of a cube: every level of every dimension crossed, or chosen tables only.
  ///
  /// Base cells are the crossings of the finest codes, the last dimension running fastest
  /// (``base(_:in:)`` gives the place of one). Cells come in the same order over all codes.
  ///
  /// - Parameters:
  ///   - dimensions: one tree a dimension.
  ///   - tables: sets of dimension names; a table crosses these with every other dimension at its
  ///     total. `nil` is the full cube.
  ///   - empty: base cells that cannot occur.
  /// - Throws: `unknownDimension`, `overflow` when there are more than 2^22 cells.
  public static func cube(
    dimensions: [Hierarchy], tables: [[String]]? = nil, empty: Set<Int> = []
  ) throws(SuppressionError) -> AdditiveSystem {
    let names = dimensions.map(\.dimension)
    var shown: [Set<String>]?
    if let tables {
      for name in tables.joined() where !names.contains(name) { throw .unknownDimension(name) }
      shown = tables.map(Set.init)
    }
    var cellCount = 1
    var baseCount = 1
    for dimension in dimensions {
      let (cells, over) = cellCount.multipliedReportingOverflow(by: dimension.codes.count)
      guard !over, cells <= Self.mostCells else { throw .overflow(codes: names) }
      cellCount = cells
      baseCount *= dimension.leaves.count
    }
    // What each code of each dimension sums, as offsets into the base cells.
    var strides = [Int](repeating: 1, count: dimensions.count)
    for d in dimensions.indices.dropLast().reversed() {
      strides[d] = strides[d + 1] * dimensions[d + 1].leaves.count
    }
    let offsets = zip(dimensions, strides).map { dimension, stride in
      dimension.leafRanges.map { range in range.map { $0 * stride } }
    }
    var cells: [Cell] = []
    var places: [[Int]] = []
    var place = [Int](repeating: 0, count: dimensions.count)
    for _ in 0..<cellCount {
      if isShown(place, names, shown) {
        var bases = [0]
        for (d, code) in place.enumerated() {
          let steps = offsets[d][code]
          bases = bases.flatMap { start in steps.map { start + $0 } }
        }
        cells.append(
          Cell(
            codes: place.enumerated().map { dimensions[$0].codes[$1] },
            sortedBases: bases))
        places.append(place)
      }
      var d = dimensions.count - 1
      while d >= 0 {
        place[d] += 1
        if place[d] < dimensions[d].codes.count { break }
        place[d] = 0
        d -= 1
      }
    }
    return try AdditiveSystem(
      baseCount: baseCount, cells: cells, empty: empty,
      neighbourhoods: neighbourhoods(dimensions, strides, baseCount),
      sums: sums(dimensions, places))
  }

  /// The place of a base cell by its finest codes, one a dimension.
  ///
  /// - Throws: `unknownCode`, `malformedSystem` when the number of codes differs.
  public static func base(
    _ codes: [String], in dimensions: [Hierarchy]
  ) throws(SuppressionError) -> Int {
    guard codes.count == dimensions.count else { throw .malformedSystem(codes: codes) }
    var place = 0
    for (dimension, code) in zip(dimensions, codes) {
      guard let leaf = dimension.leaves.firstIndex(where: { dimension.codes[$0] == code })
      else { throw .unknownCode(dimension: dimension.dimension, code: code) }
      place = place * dimension.leaves.count + leaf
    }
    return place
  }

  private static func isShown(
    _ place: [Int], _ names: [String], _ shown: [Set<String>]?
  ) -> Bool {
    guard let shown else { return true }
    return shown.contains { table in
      place.enumerated().allSatisfy { $1 == 0 || table.contains(names[$0]) }
    }
  }

  /// Each cell as the sum of the codes below one of its codes, where all of these are shown.
  private static func sums(_ dimensions: [Hierarchy], _ places: [[Int]]) -> [Sum] {
    let below = dimensions.map { dimension in
      var below = [[Int]](repeating: [], count: dimension.codes.count)
      for (code, parent) in dimension.parents.enumerated() {
        if let parent { below[parent].append(code) }
      }
      return below
    }
    func rank(_ place: [Int]) -> Int {
      zip(place, dimensions).reduce(0) { $0 * $1.1.codes.count + $1.0 }
    }
    var cellOf: [Int: Int] = [:]
    cellOf.reserveCapacity(places.count)
    for (cell, place) in places.enumerated() { cellOf[rank(place)] = cell }
    var sums: [Sum] = []
    for (cell, place) in places.enumerated() {
      for (d, code) in place.enumerated() where !below[d][code].isEmpty {
        var child = place
        let parts = below[d][code].compactMap { code -> Int? in
          child[d] = code
          return cellOf[rank(child)]
        }
        if parts.count == below[d][code].count { sums.append(Sum(whole: cell, parts: parts)) }
      }
    }
    return sums
  }

  /// Subtrees of the dimension with most codes: its leaves, their parents… up to everything.
  private static func neighbourhoods(
    _ dimensions: [Hierarchy], _ strides: [Int], _ baseCount: Int
  ) -> [[Int]] {
    guard
      let longest = dimensions.indices.max(by: {
        dimensions[$0].leaves.count < dimensions[$1].leaves.count
      })
    else { return [] }
    let dimension = dimensions[longest]
    var group = dimension.leaves
    var partitions: [[Int]] = []
    while true {
      partitions.append(
        (0..<baseCount).map { group[$0 / strides[longest] % dimension.leaves.count] })
      if group.allSatisfy({ $0 == 0 }) { return partitions }
      group = group.map { dimension.parents[$0] ?? 0 }
    }
  }
}

extension Hierarchy {
  /// For each code the range of leaves below it (leaves are contiguous in depth-first order).
  var leafRanges: [Range<Int>] {
    var ranges = [Range<Int>](repeating: 0..<0, count: codes.count)
    var number: [Int: Int] = [:]
    for (rank, leaf) in leaves.enumerated() { number[leaf] = rank }
    for code in codes.indices.reversed() {
      if let rank = number[code] { ranges[code] = rank..<(rank + 1) }
      if let parent = parents[code] {
        let old = ranges[parent]
        ranges[parent] =
          old.isEmpty ? ranges[code] : ranges[code].lowerBound..<old.upperBound
      }
    }
    return ranges
  }
}

extension AdditiveSystem.Cell {
  /// Bases that are ascending and once each already.
  init(codes: [String], sortedBases: [Int]) {
    self.codes = codes
    bases = sortedBases
    coefficients = [Int](repeating: 1, count: sortedBases.count)
  }
}
