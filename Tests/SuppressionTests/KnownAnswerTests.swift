import Suppression
import Testing

/// Cases worked by hand: who can be found out, and what hiding it takes.
@Suite struct KnownAnswerTests {
  private typealias Cell = AdditiveSystem.Cell

  private func interval(
    _ baseCount: Int, _ cells: [AdditiveSystem.Cell], _ published: [Int?], of cell: Int
  ) throws -> FeasibilityInterval {
    let system = try AdditiveSystem(baseCount: baseCount, cells: cells)
    return try Attacker(system: system, published: published).feasibilityInterval(of: cell)
  }

  @Test func differenceOfCumulativeTotals() throws {
    // To date: 40 at the end of year 1, 43 at the end of year 2. Year 2 alone is 3.
    let cells = [
      Cell(codes: ["to Y1"], bases: [0]), Cell(codes: ["to Y2"], bases: [0, 1]),
      Cell(codes: ["Y2"], bases: [1]),
    ]
    #expect(try interval(2, cells, [40, 43, nil], of: 2) == .init(lower: 3, upper: 3))
    #expect(try interval(2, cells, [40, nil, nil], of: 2) == .init(lower: 0, upper: nil))
    let system = try AdditiveSystem(baseCount: 2, cells: cells)
    let unsafe = [UnsafeCell(cell: 2, requirement: .interval(1...10))]
    let pattern = try protect(system, base: [40, 3], unsafe: unsafe)
    #expect(pattern.count(.complementary) == 1)
    #expect(pattern.statuses[2] == .unsafe)
  }

  @Test func changeFromAKnownBaseline() throws {
    // Baseline 50 is public; the change of 4 is shown, so the year is 54.
    let cells = [
      Cell(codes: ["baseline"], bases: [0]), Cell(codes: ["year"], bases: [1]),
      Cell(codes: ["change"], terms: [(1, 1), (0, -1)]),
    ]
    #expect(try interval(2, cells, [50, nil, 4], of: 1) == .init(lower: 54, upper: 54))
    #expect(try interval(2, cells, [50, nil, nil], of: 2) == .init(lower: -50, upper: nil))
  }

  @Test func totalMinusPublishedParts() throws {
    // 30 = 12 + 15 + [c]: the hidden part is 3. A second part must go as well.
    let tree = try Hierarchy(dimension: "region", total: "all", codes: ["a", "b", "c"])
    let system = try AdditiveSystem.cube(dimensions: [tree])
    let values = try system.values(of: [12, 15, 3])
    let alone = try Attacker(system: system, published: [30, 12, 15, nil])
    #expect(try alone.feasibilityInterval(of: 3) == .init(lower: 3, upper: 3))
    #expect(try alone.verdict().exact == [3])
    let unsafe = unsafeCells(system, values: values, rules: [FrequencyRule(threshold: 11)])
    let pattern = try protect(system, base: [12, 15, 3], unsafe: unsafe)
    #expect(pattern.statuses == [.published, .complementary, .published, .unsafe])
    let after = try Attacker(system: system, published: pattern.published(values))
    #expect(try after.feasibilityInterval(of: 3) == .init(lower: 0, upper: 15))
  }

  @Test func subset() throws {
    // Referred ⊆ identified: identified 20 and not referred 16 give referred 4.
    let cells = [
      Cell(codes: ["identified"], bases: [0, 1]), Cell(codes: ["referred"], bases: [0]),
      Cell(codes: ["not referred"], bases: [1]),
    ]
    #expect(try interval(2, cells, [20, nil, 16], of: 1) == .init(lower: 4, upper: 4))
    #expect(try interval(2, cells, [20, nil, nil], of: 1) == .init(lower: 0, upper: 20))
    // Identified 3 hidden, but referred 3 published: identified is 3 at least.
    #expect(try interval(2, cells, [nil, 3, nil], of: 0) == .init(lower: 3, upper: nil))
  }

  @Test func twoTablesShareOneMargin() throws {
    // By region: 20 = [c] + 14. By form: 20 = 8 hidden + 12. The shared total links nothing else,
    // but were the first table's total alone published, the second would inherit it.
    let cells = [
      Cell(codes: ["table 1", "all"], bases: [0, 1, 2, 3]),
      Cell(codes: ["table 1", "north"], bases: [0, 1]),
      Cell(codes: ["table 1", "south"], bases: [2, 3]),
      Cell(codes: ["table 2", "all"], bases: [0, 1, 2, 3]),
      Cell(codes: ["table 2", "labour"], bases: [0, 2]),
      Cell(codes: ["table 2", "other"], bases: [1, 3]),
    ]
    #expect(
      try interval(4, cells, [nil, nil, 14, 20, nil, nil], of: 1) == .init(lower: 6, upper: 6))
    let system = try AdditiveSystem(baseCount: 4, cells: cells)
    #expect(system.twin[3] == 0)
    let base = [2, 4, 6, 8]
    let values = try system.values(of: base)
    let unsafe = unsafeCells(system, values: values, rules: [FrequencyRule(threshold: 11)])
    let pattern = try protect(system, base: base, unsafe: unsafe)
    #expect(pattern.statuses[0] == pattern.statuses[3])
    let attacker = try Attacker(system: system, published: pattern.published(values))
    #expect(try attacker.verdict(required: unsafe).isSafe)
    #expect(throws: SuppressionError.contradiction(codes: ["table 2", "all"])) {
      try Attacker(system: system, published: [20, nil, nil, 21, nil, nil])
    }
  }

  @Test func singleNonZeroChildUnderAPublishedTotal() throws {
    // 7 = [c] + 0 + 0 with zeros published: the child is its parent.
    let tree = try Hierarchy(dimension: "age", total: "all", codes: ["a", "b", "c"])
    let system = try AdditiveSystem.cube(dimensions: [tree])
    let alone = try Attacker(system: system, published: [17, nil, 0, 0])
    #expect(try alone.verdict().exact == [1])
    let unsafe = [UnsafeCell(cell: 1, requirement: .interval(1...10))]
    let pattern = try protect(system, base: [7, 0, 0], unsafe: unsafe)
    let attacker = try Attacker(system: system, published: pattern.published([7, 7, 0, 0]))
    #expect(try attacker.verdict(required: unsafe).isSafe)
    // With the total kept, zeros alone cannot lift the child: nothing protects it.
    var options = ProtectionOptions()
    options.mustStayPublished = [0]
    #expect(throws: SuppressionError.cannotProtect(codes: ["a"])) {
      try protect(system, base: [7, 0, 0], unsafe: unsafe, options: options)
    }
  }

  @Test func zerosPinANeighbour() throws {
    // Rows 3 + 9, 0 + 14; columns 3, 23. The published zero in row 2 pins row 1's cell through
    // the column: elimination sees it, and so does a margin of zero over hidden cells.
    let a = try Hierarchy(dimension: "a", total: "A", codes: ["a1", "a2"])
    let b = try Hierarchy(dimension: "b", total: "B", codes: ["b1", "b2"])
    let system = try AdditiveSystem.cube(dimensions: [a, b])
    // Cells: A·B, A·b1, A·b2, a1·B, a1·b1, a1·b2, a2·B, a2·b1, a2·b2.
    let attacker = try Attacker(
      system: system, published: [26, 3, 23, 12, nil, nil, 14, 0, nil])
    #expect(try attacker.verdict().exact == [4, 5, 8])
    // Only non-negativity: all four inner cells hidden, the column is 3, so each is 0...3.
    let hidden = try Attacker(
      system: system, published: [26, 3, 23, 12, nil, nil, 14, nil, nil])
    #expect(try hidden.feasibilityInterval(of: 4) == .init(lower: 0, upper: 3))
    let verdict = try hidden.verdict(
      required: [UnsafeCell(cell: 4, requirement: .interval(1...10))])
    #expect(verdict.exact.isEmpty)
    #expect(verdict.narrow == [4])
  }

  @Test func firstPublishedThenHidden() throws {
    // An earlier release showed 9; hiding it now protects nobody.
    let cells = [
      Cell(codes: ["release 1", "north"], bases: [0]),
      Cell(codes: ["release 2", "north"], bases: [0]),
      Cell(codes: ["release 2", "south"], bases: [1]),
    ]
    let system = try AdditiveSystem(baseCount: 2, cells: cells)
    let attacker = try Attacker(system: system, published: [9, nil, 20])
    #expect(try attacker.feasibilityInterval(of: 1) == .init(lower: 9, upper: 9))
    var options = ProtectionOptions()
    options.alreadyPublic = [0]
    #expect(throws: SuppressionError.unsafeButPublic(codes: ["release 2", "north"])) {
      try protect(
        system, base: [9, 20], unsafe: [UnsafeCell(cell: 1, requirement: .interval(1...10))],
        options: options)
    }
  }

  @Test func revisionByOne() throws {
    // Release 1 said 40, release 2 says 41: one late record, and everybody can see it.
    let cells = [
      Cell(codes: ["release 1"], bases: [0]), Cell(codes: ["release 2"], bases: [0, 1]),
      Cell(codes: ["late"], bases: [1]),
    ]
    #expect(try interval(2, cells, [40, 41, nil], of: 2) == .init(lower: 1, upper: 1))
    let system = try AdditiveSystem(baseCount: 2, cells: cells)
    var options = ProtectionOptions()
    options.alreadyPublic = [0]
    let pattern = try protect(
      system, base: [40, 1], unsafe: [UnsafeCell(cell: 2, requirement: .interval(1...10))],
      options: options)
    #expect(pattern.statuses == [.published, .complementary, .unsafe])
  }

  @Test func wholeNumbersTellMoreThanFractions() throws {
    // Three pairs that sum to 1 each would allow one half each; whole numbers allow no table.
    let cells = [
      Cell(codes: ["x + y"], bases: [0, 1]), Cell(codes: ["y + z"], bases: [1, 2]),
      Cell(codes: ["x + z"], bases: [0, 2]), Cell(codes: ["x"], bases: [0]),
    ]
    let system = try AdditiveSystem(baseCount: 3, cells: cells)
    let attacker = try Attacker(system: system, published: [1, 1, 2, nil])
    #expect(try attacker.feasibilityInterval(of: 3) == .init(lower: 1, upper: 1))
    #expect(throws: SuppressionError.self) {
      try Attacker(system: system, published: [1, 1, 1, nil]).verdict()
    }
  }
}
