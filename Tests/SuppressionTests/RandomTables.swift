import Suppression

/// Tables of some size with a fixed seed, as skewed as counts of people are: many small, a few large.
struct RandomTable {
  enum Shape: Int, CaseIterable, Sendable {
    /// Two dimensions.
    case crossing
    /// Two levels of places, crossed with another dimension.
    case hierarchy
    /// Three dimensions.
    case cube
    /// Two crossings over the same people, which share a margin.
    case linked
  }

  let system: AdditiveSystem
  let base: [Int]
  let values: [Int]
  let unsafe: [UnsafeCell]

  /// - Parameter size: 1 for some 60 cells, 5 for some 300.
  init(_ shape: Shape, seed: Int, size: Int, threshold: Int = 11) throws {
    var dice = Dice(seed: UInt64(seed * 10 + shape.rawValue))
    func flat(_ name: String, _ count: Int) throws -> Hierarchy {
      try Hierarchy(
        dimension: name, total: name.uppercased(), codes: (1...count).map { "\(name)\($0)" })
    }
    func places(_ districts: Int, _ regions: ClosedRange<Int>) throws -> Hierarchy {
      var edges: [(child: String, parent: String)] = []
      for district in 1...districts {
        edges.append(("d\(district)", "all"))
        for region in 1...dice.roll(regions) {
          edges.append(("r\(district).\(region)", "d\(district)"))
        }
      }
      return try Hierarchy(dimension: "place", edges: edges)
    }
    switch shape {
    case .crossing:
      let rows = dice.roll(6...9) + size
      system = try .cube(dimensions: [flat("a", rows), flat("b", 60 * size / (rows + 1) - 1)])
    case .hierarchy:
      system = try .cube(
        dimensions: [places(1 + 2 * size, 2...4), flat("b", dice.roll(3...4))])
    case .cube:
      system = try .cube(
        dimensions: [flat("a", 1 + 2 * size), flat("b", 2), flat("c", dice.roll(3...7))])
    case .linked:
      system = try .cube(
        dimensions: [
          flat("a", 2 + 2 * size), flat("b", dice.roll(4...8)), flat("c", dice.roll(4...8)),
        ],
        tables: [["a", "b"], ["a", "c"]])
    }
    base = (0..<system.baseCount).map { _ in
      // One in four is nobody; the others from 1 to some 60, the small ones more often.
      if dice.roll(0...3) == 0 { return 0 }
      let far = dice.roll(1...8)
      return shape == .linked ? dice.roll(0...far) : dice.roll(1...far * far)
    }
    values = try system.values(of: base)
    unsafe = unsafeCells(system, values: values, rules: [FrequencyRule(threshold: threshold)])
  }
}
