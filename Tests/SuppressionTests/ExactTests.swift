import Suppression
import Testing

/// The least loss, against every pattern of tiny tables tried one by one.
@Suite struct ExactTests {
  private static func table(_ dice: inout Dice) throws -> (AdditiveSystem, base: [Int]) {
    switch dice.roll(0...3) {
    case 0:
      let a = try Hierarchy(dimension: "a", total: "A", codes: ["a1", "a2"])
      let b = try Hierarchy(dimension: "b", total: "B", codes: ["b1", "b2", "b3"])
      return (try .cube(dimensions: [a, b]), (0..<6).map { _ in dice.roll(0...3) })
    case 1:
      let tree = try Hierarchy(
        dimension: "t",
        edges: [("n", "T"), ("s", "T"), ("n1", "n"), ("n2", "n"), ("s1", "s"), ("s2", "s")])
      return (try .cube(dimensions: [tree]), (0..<4).map { _ in dice.roll(0...4) })
    case 2:
      // Two tables over the same people, which share their total.
      let cells: [AdditiveSystem.Cell] = [
        .init(codes: ["all"], bases: [0, 1, 2, 3, 4]),
        .init(codes: ["x", "1"], bases: [0, 1]), .init(codes: ["x", "2"], bases: [2, 3, 4]),
        .init(codes: ["y", "1"], bases: [0, 2]), .init(codes: ["y", "2"], bases: [1, 3]),
        .init(codes: ["y", "3"], bases: [4]),
      ]
      return (try AdditiveSystem(baseCount: 5, cells: cells), (0..<5).map { _ in dice.roll(0...3) })
    default:
      var cells: [AdditiveSystem.Cell] = []
      for name in 0..<dice.roll(3...7) {
        let row = (0..<4).filter { _ in dice.roll(0...1) == 1 }
        if !row.isEmpty { cells.append(.init(codes: ["r\(name)"], bases: row)) }
      }
      cells.append(.init(codes: ["all"], bases: [0, 1, 2, 3]))
      return (try AdditiveSystem(baseCount: 4, cells: cells), (0..<4).map { _ in dice.roll(0...4) })
    }
  }

  @Test("no pattern loses less than the one proved", arguments: 1...8)
  func least(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed + 500))
    for round in 0..<60 {
      let (system, base) = try Self.table(&dice)
      let label: Comment = "seed \(seed) round \(round) base \(base)"
      let values = try system.values(of: base)
      let threshold = dice.roll(3...4)
      let unsafe = unsafeCells(
        system, values: values, rules: [FrequencyRule(threshold: threshold)]
      )
      .filter { system.twin[$0.cell] == $0.cell }
      let weights = values.map { _ in Double(dice.roll(2...9)) }
      var options = ProtectionOptions()
      let safe = values.indices.filter { cell in
        !unsafe.contains { system.twin[$0.cell] == system.twin[cell] }
      }
      if dice.roll(0...2) == 0, let cell = safe.first { options.mustStayPublished = [cell] }
      let tables = TinyTables(
        system, base: base, ceilings: base.map { max($0, 1) + threshold })
      // Twins go together.
      var merged = [Double](repeating: 0, count: values.count)
      for cell in values.indices { merged[system.twin[cell]] += weights[cell] }
      for cell in values.indices where system.twin[cell] != cell { merged[cell] = 0 }
      let brute = tables.leastLoss(
        values, unsafe, weights: merged,
        fixed: Set(options.mustStayPublished.map { system.twin[$0] }))
      do {
        let usual = try protect(
          system, base: base, unsafe: unsafe, weights: weights, options: options)
        #expect(usual.lowerBound == nil)
        options.exact = ExactLimits()
        let exact = try protect(
          system, base: base, unsafe: unsafe, weights: weights, options: options)
        let least = try #require(brute, label)
        #expect(abs(exact.loss - least) < 1e-6, label)
        #expect(exact.lowerBound == exact.loss, label)
        #expect(exact.gap == 0, label)
        #expect(usual.loss >= least - 1e-6, label)
        let hidden = exact.statuses.indices.reduce(UInt64(0)) {
          exact.statuses[$1] == .published ? $0 : $0 | 1 << UInt64($1)
        }
        let reach = tables.reach(hiding: hidden)
        for entry in unsafe {
          let found = FeasibilityInterval(
            lower: values[entry.cell] + reach[entry.cell].lowerBound,
            upper: values[entry.cell] + reach[entry.cell].upperBound)
          #expect(found.satisfies(entry.requirement), label)
        }
        #expect(
          try protect(system, base: base, unsafe: unsafe, weights: weights, options: options)
            == exact, label)
      } catch SuppressionError.cannotProtect {
        #expect(brute == nil, label)
      }
    }
  }

  @Test("a table of some size, its least loss known from outside")
  func known() throws {
    // 2 hides alone in row a1 and column b1 of a 3 × 3 table. A square of four cells is the least;
    // the cheapest square takes the smallest of the others.
    let a = try Hierarchy(dimension: "a", total: "A", codes: ["a1", "a2", "a3"])
    let b = try Hierarchy(dimension: "b", total: "B", codes: ["b1", "b2", "b3"])
    let system = try AdditiveSystem.cube(dimensions: [a, b])
    let base = [2, 90, 20, 80, 70, 60, 30, 50, 40]
    let values = try system.values(of: base)
    var options = ProtectionOptions()
    options.exact = ExactLimits()
    let pattern = try protect(
      system, base: base, unsafe: [UnsafeCell(cell: 5, requirement: .interval(1...10))],
      weights: values.map(Double.init), options: options)
    // a1·b1 with a1·b3, a3·b1 and a3·b3: 20 + 30 + 40.
    #expect(pattern.loss == 90)
    #expect(pattern.lowerBound == 90)
  }

  @Test("a large table has a bound below its loss")
  func bound() throws {
    let a = try Hierarchy(dimension: "a", total: "A", codes: (1...8).map { "a\($0)" })
    let b = try Hierarchy(dimension: "b", total: "B", codes: (1...8).map { "b\($0)" })
    let system = try AdditiveSystem.cube(dimensions: [a, b])
    var dice = Dice(seed: 11)
    let base = (0..<64).map { _ in max(0, dice.roll(-5...40)) }
    let values = try system.values(of: base)
    let unsafe = unsafeCells(system, values: values, rules: [FrequencyRule(threshold: 11)])
    var options = ProtectionOptions()
    var limits = ExactLimits()
    options.exact = limits
    let exact = try protect(system, base: base, unsafe: unsafe, options: options)
    #expect(exact.gap == 0)
    limits.cells = 10
    options.exact = limits
    #expect(try protect(system, base: base, unsafe: unsafe, options: options).lowerBound == nil)
    limits.boundsLargerSystems = true
    options.exact = limits
    let bounded = try protect(system, base: base, unsafe: unsafe, options: options)
    let bound = try #require(bounded.lowerBound)
    #expect(bound <= exact.loss + 1e-6)
    #expect(bound > exact.loss / 2)
    #expect(bounded.loss >= exact.loss - 1e-6)
  }
}
